package nz.cleancar.api;

import java.nio.file.Path;
import nz.cleancar.database.TestDatabase;

class H2OddPathsIT extends OddPathsContract {

  @Override
  TestDatabase database(Path folder) {
    return TestDatabase.h2(folder);
  }
}
