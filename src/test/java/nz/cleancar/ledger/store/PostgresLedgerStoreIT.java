package nz.cleancar.ledger.store;

import nz.cleancar.database.TestDatabase;

class PostgresLedgerStoreIT extends LedgerStoreContract {

  @Override
  TestDatabase database() {
    return TestDatabase.postgresql();
  }
}
