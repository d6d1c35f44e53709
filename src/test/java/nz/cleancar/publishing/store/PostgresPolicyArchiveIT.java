package nz.cleancar.publishing.store;

import nz.cleancar.database.TestDatabase;

class PostgresPolicyArchiveIT extends PolicyArchiveContract {

  private final TestDatabase database = TestDatabase.postgresql();

  @Override
  TestDatabase database() {
    return database;
  }
}
