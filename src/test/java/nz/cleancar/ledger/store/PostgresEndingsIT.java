package nz.cleancar.ledger.store;

import nz.cleancar.database.TestDatabase;

class PostgresEndingsIT extends EndingsContract {

  @Override
  TestDatabase database() {
    return TestDatabase.postgresql();
  }
}
