package nz.cleancar.ledger.store;

import nz.cleancar.database.TestDatabase;

class PostgresMoneyIT extends MoneyContract {

  @Override
  TestDatabase database() {
    return TestDatabase.postgresql();
  }
}
