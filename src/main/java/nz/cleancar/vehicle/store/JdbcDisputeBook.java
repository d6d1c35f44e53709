package nz.cleancar.vehicle.store;

import io.micronaut.data.connection.ConnectionOperations;
import io.micronaut.data.exceptions.DataAccessException;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nz.cleancar.security.PersonName;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.vehicle.Dispute;
import nz.cleancar.vehicle.Dispute.Ground;
import nz.cleancar.vehicle.Dispute.Opened;
import nz.cleancar.vehicle.Dispute.Resolution;
import nz.cleancar.vehicle.Dispute.Resolved;
import nz.cleancar.vehicle.DisputeBook;
import nz.cleancar.vehicle.Mark;
import nz.cleancar.vehicle.VehicleBook.Overtaken;
import nz.cleancar.vehicle.VehicleId;
import org.jspecify.annotations.Nullable;

/** Disputes in a database. */
@Singleton
final class JdbcDisputeBook implements DisputeBook {

  private static final String INSERT =
      "insert into dispute (id, version, account_number, vehicle_id, mark, ground, says, opened_at,"
          + " opened_by, revision) values (?, 1, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String END =
      "update dispute set version = version + 1, resolution = ?, answer = ?, resolved_at = ?,"
          + " resolved_by = ? where id = ? and resolution is null";
  private static final String SELECT =
      "select id, account_number, vehicle_id, mark, ground, says, opened_at, opened_by, revision,"
          + " resolution, answer, resolved_at, resolved_by from dispute";
  private static final String BY_ID = SELECT + " where id = ?";
  private static final String MISSING =
      SELECT
          + " where account_number = ? and mark = ? and ground = 'MISSING_VEHICLE'"
          + " and resolution is null";
  private static final String OF =
      SELECT + " where account_number = ? and id > ? order by id fetch first ? rows only";
  private static final String OPEN =
      SELECT + " where resolution is null and id > ? order by id fetch first ? rows only";

  private final ConnectionOperations<Connection> connections;

  JdbcDisputeBook(ConnectionOperations<Connection> connections) {
    this.connections = connections;
  }

  @Override
  public void add(Dispute dispute) {
    change(
        INSERT,
        dispute.id().value(),
        dispute.account().value(),
        dispute.vehicle().map(VehicleId::value).orElse(null),
        MessageRow.subject(dispute.mark()),
        dispute.ground().name(),
        dispute.says(),
        MessageRow.moment(dispute.opened().at()),
        dispute.opened().by().text(),
        dispute.opened().revision());
  }

  @Override
  public void end(Dispute dispute) {
    Resolved how = dispute.resolution().orElseThrow();
    int changed =
        change(
            END,
            how.resolution().name(),
            how.answer(),
            MessageRow.moment(how.at()),
            how.by().text(),
            dispute.id().value());
    if (changed != 1) {
      throw new Overtaken();
    }
  }

  @Override
  public Optional<Dispute> find(Dispute.Id id) {
    return list(BY_ID, id.value()).stream().findFirst();
  }

  @Override
  public Optional<Dispute> openAboutMissing(AccountNumber account, Mark mark) {
    return list(MISSING, account.value(), MessageRow.subject(mark)).stream().findFirst();
  }

  @Override
  public List<Dispute> of(AccountNumber account, String after, int most) {
    return list(OF, account.value(), after, most);
  }

  @Override
  public List<Dispute> open(String after, int most) {
    return list(OPEN, after, most);
  }

  private int change(String sql, @Nullable Object... values) {
    return connections.executeWrite(
        status -> {
          try (var statement = status.getConnection().prepareStatement(sql)) {
            set(statement, values);
            return statement.executeUpdate();
          } catch (SQLException e) {
            throw new DataAccessException("A dispute could not be kept.", e);
          }
        });
  }

  private List<Dispute> list(String sql, Object... values) {
    return connections.executeWrite(
        status -> {
          try (var statement = status.getConnection().prepareStatement(sql)) {
            set(statement, values);
            var disputes = new ArrayList<Dispute>();
            try (var rows = statement.executeQuery()) {
              while (rows.next()) {
                disputes.add(read(rows));
              }
            }
            return disputes;
          } catch (SQLException e) {
            throw new DataAccessException("Disputes could not be read.", e);
          }
        });
  }

  private static void set(PreparedStatement statement, @Nullable Object[] values)
      throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }

  private static Dispute read(ResultSet row) throws SQLException {
    String vehicle = row.getString("vehicle_id");
    return new Dispute(
        new Dispute.Id(row.getString("id")),
        new AccountNumber(row.getString("account_number")),
        vehicle == null ? null : new VehicleId(vehicle),
        MessageRow.mark(row.getString("mark")),
        Ground.valueOf(row.getString("ground")),
        row.getString("says"),
        new Opened(
            new PersonName(row.getString("opened_by")),
            MessageRow.moment(row, "opened_at"),
            row.getInt("revision")),
        resolved(row));
  }

  private static @Nullable Resolved resolved(ResultSet row) throws SQLException {
    String resolution = row.getString("resolution");
    return resolution == null
        ? null
        : new Resolved(
            Resolution.valueOf(resolution),
            row.getString("answer"),
            new PersonName(row.getString("resolved_by")),
            MessageRow.moment(row, "resolved_at"));
  }
}
