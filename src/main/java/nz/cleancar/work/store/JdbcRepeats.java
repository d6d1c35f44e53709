package nz.cleancar.work.store;

import io.micronaut.data.connection.ConnectionOperations;
import io.micronaut.data.exceptions.DataAccessException;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import nz.cleancar.work.Repeats;

/** First answers in a database. */
@Singleton
final class JdbcRepeats implements Repeats {

  private static final String HOLD =
      "insert into first_answer (person, idempotency_key, request_digest, status, location, body)"
          + " values (?, ?, '', 0, '', '') on conflict do nothing";
  private static final String READ =
      "select request_digest, status, location, body from first_answer"
          + " where person = ? and idempotency_key = ?";
  private static final String KEEP =
      "update first_answer set request_digest = ?, status = ?, location = ?, body = ?"
          + " where person = ? and idempotency_key = ?";

  private final ConnectionOperations<Connection> connections;

  JdbcRepeats(ConnectionOperations<Connection> connections) {
    this.connections = connections;
  }

  @Override
  public Optional<Answered> first(String person, String key) {
    return connections.executeWrite(
        status -> {
          try {
            return hold(status.getConnection(), person, key)
                ? Optional.<Answered>empty()
                : read(status.getConnection(), person, key);
          } catch (SQLException e) {
            throw new DataAccessException("The first answers could not be read.", e);
          }
        });
  }

  /** Whether the key was free, and is now held by this work. */
  private static boolean hold(Connection connection, String person, String key)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(HOLD)) {
      insert.setString(1, person);
      insert.setString(2, key);
      return insert.executeUpdate() == 1;
    }
  }

  private static Optional<Answered> read(Connection connection, String person, String key)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(READ)) {
      select.setString(1, person);
      select.setString(2, key);
      try (var row = select.executeQuery()) {
        return row.next()
            ? Optional.of(
                new Answered(row.getString(1), row.getInt(2), row.getString(3), row.getString(4)))
            : Optional.empty();
      }
    }
  }

  @Override
  public void keep(String person, String key, Answered answer) {
    connections.executeWrite(
        status -> {
          try (PreparedStatement update = status.getConnection().prepareStatement(KEEP)) {
            update.setString(1, answer.requestDigest());
            update.setInt(2, answer.status());
            update.setString(3, answer.location());
            update.setString(4, answer.body());
            update.setString(5, person);
            update.setString(6, key);
            return update.executeUpdate();
          } catch (SQLException e) {
            throw new DataAccessException("A first answer could not be kept.", e);
          }
        });
  }
}
