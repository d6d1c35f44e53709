package nz.cleancar.publishing.store;

import nz.cleancar.database.TestDatabase;

class PostgresPolicyEventsIT extends PolicyEventsContract {

  private final TestDatabase database = TestDatabase.postgresql();

  @Override
  TestDatabase database() {
    return database;
  }
}
