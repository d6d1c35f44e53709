package nz.cleancar.notice.store;

import nz.cleancar.database.TestDatabase;

class PostgresNoticesIT extends NoticesContract {

  @Override
  TestDatabase database() {
    return TestDatabase.postgresql();
  }
}
