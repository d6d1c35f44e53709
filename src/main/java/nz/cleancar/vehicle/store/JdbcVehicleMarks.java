package nz.cleancar.vehicle.store;

import io.micronaut.data.connection.ConnectionOperations;
import io.micronaut.data.exceptions.DataAccessException;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import nz.cleancar.standard.Vin;
import nz.cleancar.vehicle.ChassisNumber;
import nz.cleancar.vehicle.Mark;
import nz.cleancar.vehicle.VehicleId;
import nz.cleancar.vehicle.VehicleMarks;

/** The marks of vehicles in a database, with one query for all that are asked for. */
@Singleton
final class JdbcVehicleMarks implements VehicleMarks {

  private static final String OF =
      "select v.id, known.vin, known.chassis from vehicle v"
          + " join vehicle known on known.id = coalesce(v.merged_into, v.id) where v.id = any(?)";

  private final ConnectionOperations<Connection> connections;

  JdbcVehicleMarks(ConnectionOperations<Connection> connections) {
    this.connections = connections;
  }

  @Override
  public Map<String, Mark> of(Collection<String> ids) {
    String[] vehicles =
        ids.stream().filter(VehicleId::isVehicleId).distinct().toArray(String[]::new);
    return vehicles.length == 0
        ? Map.of()
        : connections.executeRead(status -> read(status.getConnection(), vehicles));
  }

  private static Map<String, Mark> read(Connection connection, String[] vehicles) {
    try (var select = connection.prepareStatement(OF)) {
      select.setArray(1, connection.createArrayOf("varchar", vehicles));
      var marks = new HashMap<String, Mark>();
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          String vin = rows.getString("vin");
          String chassis = rows.getString("chassis");
          if (vin != null) {
            marks.put(rows.getString("id"), Mark.of(new Vin(vin)));
          } else if (chassis != null) {
            marks.put(rows.getString("id"), Mark.of(new ChassisNumber(chassis)));
          }
        }
      }
      return marks;
    } catch (SQLException e) {
      throw new DataAccessException("The vehicles' marks could not be read.", e);
    }
  }
}
