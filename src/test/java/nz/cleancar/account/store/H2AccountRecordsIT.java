package nz.cleancar.account.store;

import java.nio.file.Path;
import nz.cleancar.database.TestDatabase;
import org.junit.jupiter.api.io.TempDir;

class H2AccountRecordsIT extends AccountRecordsContract {

  @TempDir Path folder;

  @Override
  TestDatabase database() {
    return TestDatabase.h2(folder);
  }
}
