package nz.cleancar.ledger.store;

import nz.cleancar.database.TestDatabase;

class PostgresThreadsOnTheLedgerIT extends ThreadsOnTheLedger {

  @Override
  TestDatabase database() {
    return TestDatabase.postgresql();
  }
}
