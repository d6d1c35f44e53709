package nz.cleancar.duty.store;

import io.micronaut.data.connection.ConnectionOperations;
import io.micronaut.data.exceptions.DataAccessException;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import nz.cleancar.duty.Duty;
import nz.cleancar.duty.DutyBook;
import nz.cleancar.standard.NewZealand;

/** Which duties were done on which days, in a database. */
@Singleton
final class JdbcDutyBook implements DutyBook {

  private static final String DONE = "select says from duty_done where duty = ? and duty_day = ?";
  private static final String LAST = "select max(duty_day) from duty_done where duty = ?";
  private static final String KEEP =
      "insert into duty_done (duty, duty_day, done_at, says) values (?, ?, ?, ?)"
          + " on conflict do nothing";

  private final ConnectionOperations<Connection> connections;

  JdbcDutyBook(ConnectionOperations<Connection> connections) {
    this.connections = connections;
  }

  /** Does something with a statement. */
  private interface Doing<T> {
    T with(PreparedStatement statement) throws SQLException;
  }

  private <T> T on(String sql, Doing<T> doing) {
    return connections.executeWrite(
        status -> {
          try (PreparedStatement statement = status.getConnection().prepareStatement(sql)) {
            return doing.with(statement);
          } catch (SQLException e) {
            throw new DataAccessException("The duties that were done could not be reached.", e);
          }
        });
  }

  @Override
  public Optional<String> done(Duty duty, LocalDate day) {
    return on(
        DONE,
        select -> {
          select.setString(1, duty.name());
          select.setObject(2, day);
          try (ResultSet row = select.executeQuery()) {
            return row.next() ? Optional.of(row.getString(1)) : Optional.<String>empty();
          }
        });
  }

  @Override
  public Optional<LocalDate> last(Duty duty) {
    return on(
        LAST,
        select -> {
          select.setString(1, duty.name());
          try (ResultSet row = select.executeQuery()) {
            return row.next()
                ? Optional.ofNullable(row.getObject(1, LocalDate.class))
                : Optional.<LocalDate>empty();
          }
        });
  }

  @Override
  public void keep(Duty duty, LocalDate day, Instant at, String says) {
    var _ =
        on(
            KEEP,
            insert -> {
              insert.setString(1, duty.name());
              insert.setObject(2, day);
              insert.setObject(3, NewZealand.at(at));
              insert.setString(4, says);
              return insert.executeUpdate();
            });
  }
}
