package nz.cleancar.vehicle.store;

import java.nio.file.Path;
import nz.cleancar.database.TestDatabase;
import org.junit.jupiter.api.io.TempDir;

class H2ThreadsAcceptingIT extends ThreadsAccepting {

  @TempDir Path folder;

  @Override
  TestDatabase database() {
    return TestDatabase.h2(folder);
  }
}
