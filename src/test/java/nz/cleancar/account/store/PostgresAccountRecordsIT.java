package nz.cleancar.account.store;

import nz.cleancar.database.TestDatabase;

class PostgresAccountRecordsIT extends AccountRecordsContract {

  private final TestDatabase database = TestDatabase.postgresql();

  @Override
  TestDatabase database() {
    return database;
  }
}
