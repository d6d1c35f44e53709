package nz.cleancar.api;

import java.nio.file.Path;
import nz.cleancar.database.TestDatabase;

class PostgresOddPathsIT extends OddPathsContract {

  @Override
  TestDatabase database(Path folder) {
    return TestDatabase.postgresql();
  }
}
