package nz.cleancar.vehicle.store;

import java.nio.file.Path;
import nz.cleancar.database.TestDatabase;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.io.TempDir;

class H2VehicleBookIT extends VehicleBookContract {

  @TempDir Path folder;

  @Override
  TestDatabase database() {
    return TestDatabase.h2(folder);
  }

  @Override
  FluentConfiguration tables() {
    return Flyway.configure()
        .dataSource(
            "jdbc:h2:file:%s/ccs;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE".formatted(folder),
            "sa",
            "");
  }
}
