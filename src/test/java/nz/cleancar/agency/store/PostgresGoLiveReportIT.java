package nz.cleancar.agency.store;

import nz.cleancar.database.TestDatabase;

class PostgresGoLiveReportIT extends GoLiveReportContract {

  @Override
  TestDatabase database() {
    return TestDatabase.postgresql();
  }
}
