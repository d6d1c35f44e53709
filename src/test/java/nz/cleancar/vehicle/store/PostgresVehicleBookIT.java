package nz.cleancar.vehicle.store;

import java.sql.SQLException;
import nz.cleancar.database.TestDatabase;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

class PostgresVehicleBookIT extends VehicleBookContract {

  private final TestDatabase database = TestDatabase.postgresql();

  @Override
  TestDatabase database() {
    return database;
  }

  @Override
  FluentConfiguration tables() throws SQLException {
    try (var connection = database.connect()) {
      return Flyway.configure().dataSource(connection.getMetaData().getURL(), "postgres", "");
    }
  }
}
