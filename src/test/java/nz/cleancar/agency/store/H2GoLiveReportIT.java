package nz.cleancar.agency.store;

import java.nio.file.Path;
import nz.cleancar.database.TestDatabase;
import org.junit.jupiter.api.io.TempDir;

class H2GoLiveReportIT extends GoLiveReportContract {

  @TempDir static Path folder;

  @Override
  TestDatabase database() {
    return TestDatabase.h2(folder);
  }
}
