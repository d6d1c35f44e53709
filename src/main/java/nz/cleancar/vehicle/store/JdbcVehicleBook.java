package nz.cleancar.vehicle.store;

import static nz.cleancar.vehicle.store.Rows.list;

import io.micronaut.data.connection.ConnectionOperations;
import io.micronaut.data.exceptions.DataAccessException;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import nz.cleancar.decision.DecisionId;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.Grams;
import nz.cleancar.standard.Money;
import nz.cleancar.vehicle.FeedMessage.ModelAssigned;
import nz.cleancar.vehicle.LateCorrection;
import nz.cleancar.vehicle.LateCorrection.Late;
import nz.cleancar.vehicle.Mark;
import nz.cleancar.vehicle.ModelCode;
import nz.cleancar.vehicle.Step;
import nz.cleancar.vehicle.VehicleBook;
import nz.cleancar.vehicle.VehicleEvent;
import nz.cleancar.vehicle.VehicleFile;
import nz.cleancar.vehicle.VehicleId;
import nz.cleancar.vehicle.VehicleRecord;
import org.jspecify.annotations.Nullable;

/** Vehicle records in a database. */
@Singleton
final class JdbcVehicleBook implements VehicleBook {

  private static final String UNIQUE_VIOLATION = "23505";

  private static final String OPEN_TO_MODEL =
      "select id from vehicle where model_code = ? and step in ('ENTERED', 'REJECTED')"
          + " and id > ? and merged_into is null order by id fetch first ? rows only";
  private static final String HOLD_MODEL =
      "insert into vehicle_model (code) values (?) on conflict do nothing";
  private static final String LOCK_MODEL =
      "select code from vehicle_model where code = ? for update";
  private static final String FIND =
      VehicleRow.SELECT
          + " where id = (select coalesce(merged_into, id) from vehicle where id = ?)";
  private static final String IN_ACCOUNT =
      VehicleRow.SELECT
          + " where account_number = ? and id > ? order by id fetch first ? rows only";
  private static final String IN_ACCOUNT_AT_STEP =
      VehicleRow.SELECT
          + " where account_number = ? and step = ? and id > ? order by id"
          + " fetch first ? rows only";
  private static final String AWAITED =
      "select distinct account_number from vehicle where step = 'ENTERED'"
          + " and because_code = 'unknown-account' and merged_into is null"
          + " order by account_number";
  private static final String COUNTS =
      "select step, outcome, count(*), coalesce(sum(charge_cents), 0), coalesce(sum(credits), 0)"
          + " from vehicle where account_number = ? and step in ('ENTERED', 'READY', 'DISPUTED')"
          + " group by step, outcome order by step, outcome";
  private static final String HISTORY =
      "select vehicle_id, id, happened_at, kind, says, decision_id, by_whom from vehicle_event"
          + " where vehicle_id in (select id from vehicle where id = ? or merged_into = ?)"
          + " order by id fetch first ? rows only";
  private static final String LATE =
      "select id, vehicle_id, revision, source, sent_by, message_id, occurred_at, noted_at, kind"
          + " from vehicle_late_correction where id > ? order by id fetch first ? rows only";

  private final ConnectionOperations<Connection> connections;

  JdbcVehicleBook(ConnectionOperations<Connection> connections) {
    this.connections = connections;
  }

  /** Something to do with a connection. */
  private interface Doing<T> {
    T with(Connection connection) throws SQLException;
  }

  @Override
  public Map<MessageKey, String> digests(Collection<MessageKey> keys) {
    return with(connection -> new VehicleReading(connection).digests(keys));
  }

  @Override
  public List<VehicleFile> filesAbout(Collection<Mark> marks) {
    return with(connection -> new VehicleReading(connection).filesAbout(marks));
  }

  @Override
  public List<VehicleId> openToModel(ModelCode model, String after, int most) {
    return with(
        connection ->
            list(
                connection,
                OPEN_TO_MODEL,
                row -> new VehicleId(row.getString(1)),
                model.value(),
                after,
                most));
  }

  @Override
  public List<VehicleFile> files(Collection<VehicleId> ids) {
    return with(connection -> new VehicleReading(connection).files(ids));
  }

  @Override
  public Map<ModelCode, List<ModelAssigned>> models(Collection<ModelCode> models) {
    return with(connection -> new VehicleReading(connection).models(models));
  }

  @Override
  public void hold(Collection<ModelCode> models) {
    with(
        connection -> {
          for (String code : models.stream().map(ModelCode::value).sorted().toList()) {
            try (PreparedStatement insert = connection.prepareStatement(HOLD_MODEL)) {
              insert.setString(1, code);
              insert.executeUpdate();
            }
            list(connection, LOCK_MODEL, row -> row.getString(1), code);
          }
          return models.size();
        });
  }

  @Override
  public void keep(Changes changes) {
    with(
        connection -> {
          new VehicleWriting(connection).write(changes);
          return changes;
        });
  }

  @Override
  public Optional<VehicleRecord> find(VehicleId id) {
    return with(connection -> list(connection, FIND, VehicleRow::read, id.value())).stream()
        .findFirst();
  }

  @Override
  public Optional<VehicleRecord> find(Mark mark) {
    return with(connection -> new VehicleReading(connection).found(List.of(mark))).stream()
        .findFirst()
        .flatMap(this::find);
  }

  @Override
  public List<VehicleRecord> inAccount(
      AccountNumber account, @Nullable Step step, String after, int most) {
    return with(
        connection ->
            step == null
                ? list(connection, IN_ACCOUNT, VehicleRow::read, account.value(), after, most)
                : list(
                    connection,
                    IN_ACCOUNT_AT_STEP,
                    VehicleRow::read,
                    account.value(),
                    step.name(),
                    after,
                    most));
  }

  @Override
  public List<AccountNumber> awaitedAccounts() {
    return with(
        connection -> list(connection, AWAITED, row -> new AccountNumber(row.getString(1))));
  }

  @Override
  public List<Count> counts(AccountNumber account) {
    return with(
        connection ->
            list(
                connection,
                COUNTS,
                row ->
                    new Count(
                        Step.valueOf(row.getString(1)),
                        row.getString(2),
                        row.getLong(3),
                        new Money(row.getLong(4)),
                        new Grams(row.getBigDecimal(5))),
                account.value()));
  }

  @Override
  public List<VehicleEvent> history(VehicleId id, int most) {
    return with(
        connection ->
            list(connection, HISTORY, JdbcVehicleBook::event, id.value(), id.value(), most));
  }

  private static VehicleEvent event(ResultSet row) throws SQLException {
    String decision = row.getString(6);
    return new VehicleEvent(
        row.getString(2),
        new VehicleId(row.getString(1)),
        MessageRow.moment(row, "happened_at"),
        VehicleEvent.Kind.valueOf(row.getString(4)),
        row.getString(5),
        decision == null ? null : new DecisionId(decision),
        row.getString(7));
  }

  @Override
  public List<LateCorrection> lateCorrections(String after, int most) {
    return with(
        connection ->
            list(
                connection,
                LATE,
                row ->
                    new LateCorrection(
                        row.getString(1),
                        new VehicleId(row.getString(2)),
                        new Late(
                            Late.Kind.valueOf(row.getString("kind")),
                            row.getInt(3),
                            MessageRow.lateOrigin(row)),
                        MessageRow.moment(row, "noted_at")),
                after,
                most));
  }

  private <T> T with(Doing<T> doing) {
    Function<SQLException, RuntimeException> failure =
        e ->
            UNIQUE_VIOLATION.equals(e.getSQLState())
                ? new Overtaken()
                : new DataAccessException("The vehicle records could not be reached.", e);
    return connections.executeWrite(
        status -> {
          try {
            return doing.with(status.getConnection());
          } catch (SQLException e) {
            throw failure.apply(e);
          }
        });
  }
}
