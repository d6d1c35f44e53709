package nz.cleancar.ledger.store;

import nz.cleancar.database.TestDatabase;

class PostgresReconciliationIT extends ReconciliationContract {

  @Override
  TestDatabase database() {
    return TestDatabase.postgresql();
  }
}
