package nz.cleancar.vehicle.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nz.cleancar.decision.DecisionId;
import nz.cleancar.decision.Outcome.Reason;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.Grams;
import nz.cleancar.standard.LegalDate;
import nz.cleancar.standard.Money;
import nz.cleancar.standard.Vin;
import nz.cleancar.vehicle.ChassisNumber;
import nz.cleancar.vehicle.Identity;
import nz.cleancar.vehicle.ModelCode;
import nz.cleancar.vehicle.Step;
import nz.cleancar.vehicle.VehicleId;
import nz.cleancar.vehicle.VehicleRecord;
import nz.cleancar.vehicle.VehicleRecord.Assigned;
import nz.cleancar.vehicle.VehicleRecord.Decided;
import org.jspecify.annotations.Nullable;

/** A row of the table {@code vehicle}. */
final class VehicleRow {

  private static final String COLUMNS =
      "vin, chassis, account_number, model_code, moved_to, awaited_revision, step, because_code,"
          + " because, decision_id, decided_revision, decided_account, legal_date, outcome,"
          + " charge_cents, credits, accepted_on, left_accounts";

  static final String SELECT = "select id, version, " + COLUMNS + " from vehicle";
  static final String INSERT =
      "insert into vehicle ("
          + COLUMNS
          + ", version, id) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  static final String UPDATE =
      "update vehicle set "
          + COLUMNS.replace(",", " = ?,")
          + " = ?, version = ? where id = ? and version = ?";

  private VehicleRow() {}

  /** Sets the record's columns, its next version and its id; gives the number of the last. */
  static int set(PreparedStatement statement, VehicleRecord record, long nextVersion)
      throws SQLException {
    Assigned assigned = record.assigned();
    setText(statement, 1, record.identity().vinOnly());
    setText(statement, 2, record.identity().chassisOnly());
    setText(statement, 3, assigned.account());
    setText(statement, 4, assigned.model());
    setText(statement, 5, assigned.movedTo());
    statement.setInt(6, assigned.awaitedRevision());
    statement.setString(7, record.step().name());
    statement.setString(8, record.because().code());
    statement.setString(9, record.because().says());
    Optional<Decided> decided = record.decided();
    setText(statement, 10, decided.map(Decided::decision).orElse(null));
    statement.setObject(11, decided.map(Decided::revision).orElse(null), Types.INTEGER);
    setText(statement, 12, decided.map(Decided::account).orElse(null));
    statement.setObject(13, decided.map(it -> it.legalDate().day()).orElse(null), Types.DATE);
    statement.setString(14, decided.map(Decided::outcome).orElse(""));
    statement.setObject(15, decided.map(it -> it.charge().cents()).orElse(null), Types.BIGINT);
    statement.setObject(
        16, decided.map(it -> it.credits().perKilometre()).orElse(null), Types.DECIMAL);
    statement.setObject(17, record.acceptedOn().orElse(null), Types.DATE);
    statement.setString(
        18,
        assigned.left().stream()
            .map(AccountNumber::value)
            .sorted()
            .collect(Collectors.joining(" ")));
    statement.setLong(19, nextVersion);
    statement.setString(20, record.id().value());
    return 20;
  }

  private static void setText(PreparedStatement statement, int at, @Nullable Object value)
      throws SQLException {
    statement.setString(at, value == null ? null : value.toString());
  }

  static VehicleRecord read(ResultSet row) throws SQLException {
    return new VehicleRecord(
        new VehicleId(row.getString("id")),
        identity(row),
        new Assigned(
            account(row, "account_number"),
            model(row),
            account(row, "moved_to"),
            row.getInt("awaited_revision"),
            left(row)),
        Step.valueOf(row.getString("step")),
        new Reason(row.getString("because_code"), row.getString("because")),
        decided(row),
        row.getObject("accepted_on", LocalDate.class),
        row.getLong("version"));
  }

  private static Set<AccountNumber> left(ResultSet row) throws SQLException {
    return Arrays.stream(row.getString("left_accounts").split(" ", -1))
        .filter(number -> !number.isEmpty())
        .map(AccountNumber::new)
        .collect(Collectors.toSet());
  }

  private static Identity identity(ResultSet row) throws SQLException {
    String vin = row.getString("vin");
    String chassis = row.getString("chassis");
    return new Identity(
        vin == null ? null : new Vin(vin), chassis == null ? null : new ChassisNumber(chassis));
  }

  private static @Nullable AccountNumber account(ResultSet row, String column) throws SQLException {
    String number = row.getString(column);
    return number == null ? null : new AccountNumber(number);
  }

  private static @Nullable ModelCode model(ResultSet row) throws SQLException {
    String code = row.getString("model_code");
    return code == null ? null : new ModelCode(code);
  }

  private static @Nullable Decided decided(ResultSet row) throws SQLException {
    String decision = row.getString("decision_id");
    return decision == null
        ? null
        : new Decided(
            new DecisionId(decision),
            row.getInt("decided_revision"),
            new AccountNumber(row.getString("decided_account")),
            new LegalDate(row.getObject("legal_date", LocalDate.class)),
            row.getString("outcome"),
            new Money(row.getLong("charge_cents")),
            new Grams(row.getBigDecimal("credits")));
  }
}
