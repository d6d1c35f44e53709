package nz.cleancar.ledger.store;

import nz.cleancar.database.TestDatabase;

class PostgresDeferralIT extends DeferralContract {

  @Override
  TestDatabase database() {
    return TestDatabase.postgresql();
  }
}
