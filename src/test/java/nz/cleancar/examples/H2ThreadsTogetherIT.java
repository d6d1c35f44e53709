package nz.cleancar.examples;

import java.nio.file.Path;
import nz.cleancar.database.TestDatabase;
import org.junit.jupiter.api.io.TempDir;

class H2ThreadsTogetherIT extends ThreadsTogether {

  @TempDir Path folder;

  @Override
  TestDatabase database() {
    return TestDatabase.h2(folder);
  }
}
