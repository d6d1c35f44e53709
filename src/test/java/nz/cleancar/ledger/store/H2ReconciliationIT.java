package nz.cleancar.ledger.store;

import java.nio.file.Path;
import nz.cleancar.database.TestDatabase;
import org.junit.jupiter.api.io.TempDir;

class H2ReconciliationIT extends ReconciliationContract {

  @TempDir static Path folder;

  @Override
  TestDatabase database() {
    return TestDatabase.h2(folder);
  }
}
