package nz.cleancar.agency.store;

import io.micronaut.data.connection.ConnectionOperations;
import io.micronaut.data.exceptions.DataAccessException;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The connection of the work that is under way, or one of its own. */
@Singleton
final class AgencyConnection {

  private final ConnectionOperations<Connection> connections;

  AgencyConnection(ConnectionOperations<Connection> connections) {
    this.connections = connections;
  }

  /** Reads a row. */
  interface Reading<T> {
    T of(ResultSet row) throws SQLException;
  }

  /** What the rows of the query say. */
  <T> List<T> all(String sql, List<?> values, Reading<T> read) {
    return connections.executeWrite(
        status -> {
          try (PreparedStatement select = status.getConnection().prepareStatement(sql)) {
            set(select, values);
            var found = new ArrayList<T>();
            try (ResultSet rows = select.executeQuery()) {
              while (rows.next()) {
                found.add(read.of(rows));
              }
            }
            return found;
          } catch (SQLException e) {
            throw new DataAccessException("The agency's records could not be read.", e);
          }
        });
  }

  /** What the only row of the query says. */
  <T> T one(String sql, List<?> values, Reading<T> read) {
    return all(sql, values, read).getFirst();
  }

  /** Writes rows; how many. */
  int write(String sql, List<?> values) {
    return connections.executeWrite(
        status -> {
          try (PreparedStatement write = status.getConnection().prepareStatement(sql)) {
            set(write, values);
            return write.executeUpdate();
          } catch (SQLException e) {
            throw new DataAccessException("The agency's records could not be written.", e);
          }
        });
  }

  /** A list stands for an array of texts. */
  private static void set(PreparedStatement statement, List<?> values) throws SQLException {
    for (int index = 0; index < values.size(); index++) {
      Object value = values.get(index);
      if (value instanceof List<?> texts) {
        statement.setArray(
            index + 1, statement.getConnection().createArrayOf("varchar", texts.toArray()));
      } else {
        statement.setObject(index + 1, value);
      }
    }
  }
}
