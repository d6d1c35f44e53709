package nz.cleancar.api;

import java.nio.file.Path;
import nz.cleancar.database.TestDatabase;

class H2BusyIT extends BusyContract {

  @Override
  TestDatabase database(Path folder) {
    return TestDatabase.h2(folder);
  }
}
