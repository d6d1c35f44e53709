package nz.cleancar.vehicle.store;

import nz.cleancar.database.TestDatabase;

class PostgresThreadsAcceptingIT extends ThreadsAccepting {

  @Override
  TestDatabase database() {
    return TestDatabase.postgresql();
  }
}
