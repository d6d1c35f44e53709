package nz.cleancar.ledger.store;

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
final class LedgerConnection {

  private final ConnectionOperations<Connection> connections;

  LedgerConnection(ConnectionOperations<Connection> connections) {
    this.connections = connections;
  }

  /** What the rows of the query say. */
  <T> List<T> all(String sql, Setting set, Reading<T> read) {
    return on(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(sql)) {
            set.on(select);
            var found = new ArrayList<T>();
            try (ResultSet rows = select.executeQuery()) {
              while (rows.next()) {
                found.add(read.of(rows));
              }
            }
            return found;
          }
        });
  }

  /** Does something on the connection. */
  <T> T on(Doing<T> doing) {
    return connections.executeWrite(
        status -> {
          try {
            return doing.on(status.getConnection());
          } catch (SQLException e) {
            throw new DataAccessException("The ledger could not be reached.", e);
          }
        });
  }

  /** Sets what a query asks. */
  interface Setting {
    void on(PreparedStatement statement) throws SQLException;
  }

  /** Reads a row. */
  interface Reading<T> {
    T of(ResultSet row) throws SQLException;
  }

  /** Does something. */
  interface Doing<T> {
    T on(Connection connection) throws SQLException;
  }
}
