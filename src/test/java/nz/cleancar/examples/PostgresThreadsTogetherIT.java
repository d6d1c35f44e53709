package nz.cleancar.examples;

import nz.cleancar.database.TestDatabase;

class PostgresThreadsTogetherIT extends ThreadsTogether {

  @Override
  TestDatabase database() {
    return TestDatabase.postgresql();
  }
}
