package nz.cleancar.work.store;

import nz.cleancar.database.TestDatabase;

class PostgresWorkIT extends WorkContract {

  private final TestDatabase database = TestDatabase.postgresql();

  @Override
  TestDatabase database() {
    return database;
  }
}
