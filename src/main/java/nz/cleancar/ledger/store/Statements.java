package nz.cleancar.ledger.store;

import io.micronaut.data.connection.ConnectionOperations;
import io.micronaut.data.exceptions.DataAccessException;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs statements in the work that is under way, or each by itself where there is none. */
@Singleton
final class Statements {

  /** Sorts after every id. */
  static final String END = "Z".repeat(26);

  private final ConnectionOperations<Connection> connections;

  Statements(ConnectionOperations<Connection> connections) {
    this.connections = connections;
  }

  /** Reads one row. */
  interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** All rows. */
  <T> List<T> rows(String sql, Reader<T> reader, @Nullable Object... values) {
    return connections.executeWrite(
        status -> {
          try (PreparedStatement select = status.getConnection().prepareStatement(sql)) {
            set(select, values);
            var found = new ArrayList<T>();
            try (var rows = select.executeQuery()) {
              while (rows.next()) {
                found.add(reader.read(rows));
              }
            }
            return found;
          } catch (SQLException e) {
            throw new DataAccessException("The ledger's tables could not be read.", e);
          }
        });
  }

  /** The only row, if there is one. */
  <T> Optional<T> row(String sql, Reader<T> reader, @Nullable Object... values) {
    return rows(sql, reader, values).stream().findFirst();
  }

  /** How many rows a change changed. */
  int change(String sql, @Nullable Object... values) {
    return connections.executeWrite(
        status -> {
          try (PreparedStatement change = status.getConnection().prepareStatement(sql)) {
            set(change, values);
            return change.executeUpdate();
          } catch (SQLException e) {
            throw new DataAccessException("The ledger's tables could not be changed.", e);
          }
        });
  }

  /** Makes a change once for each of these values. */
  void changeEach(String sql, List<Object[]> each) {
    connections.executeWrite(
        status -> {
          try (PreparedStatement change = status.getConnection().prepareStatement(sql)) {
            for (Object[] values : each) {
              set(change, values);
              change.addBatch();
            }
            return change.executeBatch().length;
          } catch (SQLException e) {
            throw new DataAccessException("The ledger's tables could not be changed.", e);
          }
        });
  }

  private static void set(PreparedStatement statement, @Nullable Object[] values)
      throws SQLException {
    for (int i = 0; i < values.length; i++) {
      switch (values[i]) {
        case null -> statement.setNull(i + 1, Types.NULL);
        case Instant moment ->
            statement.setObject(i + 1, OffsetDateTime.ofInstant(moment, ZoneOffset.UTC));
        case Object value -> statement.setObject(i + 1, value);
      }
    }
  }

  /** The moment in the column. */
  static Instant moment(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
