package nz.cleancar.vehicle.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.Co2;
import nz.cleancar.standard.Grams;
import nz.cleancar.standard.TestCycle;
import nz.cleancar.standard.VehicleClass;
import nz.cleancar.standard.VehicleCondition;
import nz.cleancar.standard.Vin;
import nz.cleancar.vehicle.ChassisNumber;
import nz.cleancar.vehicle.Completion;
import nz.cleancar.vehicle.FeedMessage;
import nz.cleancar.vehicle.FeedMessage.AccountAssigned;
import nz.cleancar.vehicle.FeedMessage.Completed;
import nz.cleancar.vehicle.FeedMessage.ModelAssigned;
import nz.cleancar.vehicle.FeedMessage.Origin;
import nz.cleancar.vehicle.FeedMessage.Registered;
import nz.cleancar.vehicle.FeedMessage.VinAssigned;
import nz.cleancar.vehicle.Identity;
import nz.cleancar.vehicle.Mark;
import nz.cleancar.vehicle.ModelCode;
import nz.cleancar.vehicle.Specification;
import org.jspecify.annotations.Nullable;

/** A row of the table {@code vehicle_message}. */
final class MessageRow {

  static final String SELECT = "select * from vehicle_message";
  static final String INSERT =
      "insert into vehicle_message (source, message_id, digest, kind, occurred_at, received_at,"
          + " subject, model_code, chassis, account_number, revision, vehicle_class, condition,"
          + " tare_kg, gross_mass_kg, co2, test_cycle, first_registered, attributes, completed_on,"
          + " sent_by, before_opening)"
          + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  private static final int FIRST_OF_SPECIFICATION = 12;
  private static final int COMPLETED_ON = 20;
  private static final int SENT_BY = 21;
  private static final int BEFORE_OPENING = 22;
  private static final String BETWEEN = ";";

  private MessageRow() {}

  /** What kind of message a row holds. */
  private enum Kind {
    MODEL_ASSIGNED,
    VIN_ASSIGNED,
    ACCOUNT_ASSIGNED,
    REGISTERED,
    ENTRY_CERTIFICATION_COMPLETE,
    PRE_DELIVERY_INSPECTION_COMPLETE
  }

  /** A vehicle's mark as rows name it. */
  static String subject(Mark mark) {
    return mark.kind() + ":" + mark.value();
  }

  /** A model as rows name it. */
  static String subject(ModelCode model) {
    return "MODEL:" + model;
  }

  /** The mark that a row names. */
  static Mark mark(String subject) {
    int colon = subject.indexOf(':');
    return new Mark(Mark.Kind.valueOf(subject.substring(0, colon)), subject.substring(colon + 1));
  }

  static void set(PreparedStatement insert, FeedMessage message, Instant receivedAt)
      throws SQLException {
    for (int at = 8; at <= COMPLETED_ON; at++) {
      insert.setObject(at, null);
    }
    insert.setString(1, message.origin().source());
    insert.setString(2, message.origin().messageId());
    insert.setString(3, message.digest());
    insert.setObject(5, moment(message.origin().occurredAt()));
    insert.setObject(6, moment(receivedAt));
    insert.setString(SENT_BY, message.origin().sentBy());
    insert.setBoolean(BEFORE_OPENING, message.origin().beforeOpening());
    switch (message) {
      case ModelAssigned(var _, ModelCode model, AccountNumber account) -> {
        set(insert, Kind.MODEL_ASSIGNED, subject(model));
        insert.setString(8, model.value());
        insert.setString(10, account.value());
      }
      case VinAssigned(var _, Vin vin, ModelCode model) -> {
        set(insert, Kind.VIN_ASSIGNED, subject(Mark.of(vin)));
        insert.setString(8, model.value());
      }
      case AccountAssigned(var _, Mark mark, AccountNumber account) -> {
        set(insert, Kind.ACCOUNT_ASSIGNED, subject(mark));
        insert.setString(10, account.value());
      }
      case Registered(var _, Identity identity, int revision, Specification specification) -> {
        set(insert, Kind.REGISTERED, subject(identity.mark()));
        insert.setString(9, identity.chassis().map(ChassisNumber::value).orElse(null));
        insert.setInt(11, revision);
        set(insert, specification);
      }
      case Completed(var _, Completion completion) -> {
        set(insert, Kind.valueOf(completion.kind().name()), subject(Mark.of(completion.vin())));
        insert.setString(10, completion.account().value());
        insert.setInt(11, completion.registerRevision());
        insert.setObject(COMPLETED_ON, completion.completedOn());
      }
    }
  }

  private static void set(PreparedStatement insert, Kind kind, String subject) throws SQLException {
    insert.setString(4, kind.name());
    insert.setString(7, subject);
  }

  private static void set(PreparedStatement insert, Specification what) throws SQLException {
    int at = FIRST_OF_SPECIFICATION;
    insert.setString(at, what.vehicleClass().code());
    insert.setString(at + 1, what.condition().name());
    insert.setInt(at + 2, what.tareWeightKilograms());
    insert.setInt(at + 3, what.grossVehicleMassKilograms());
    insert.setObject(
        at + 4, what.co2().map(co2 -> co2.emission().perKilometre()).orElse(null), Types.DECIMAL);
    insert.setString(at + 5, what.co2().map(co2 -> co2.testCycle().name()).orElse(null));
    insert.setObject(at + 6, what.firstRegistered().orElse(null), Types.DATE);
    insert.setString(at + 7, String.join(BETWEEN, what.attributes()));
  }

  static FeedMessage read(ResultSet row) throws SQLException {
    Origin origin = origin(row);
    var kind = Kind.valueOf(row.getString("kind"));
    return switch (kind) {
      case MODEL_ASSIGNED -> modelAssigned(origin, row);
      case VIN_ASSIGNED ->
          new VinAssigned(origin, vin(row), new ModelCode(row.getString("model_code")));
      case ACCOUNT_ASSIGNED ->
          new AccountAssigned(origin, mark(row.getString("subject")), account(row));
      case REGISTERED ->
          new Registered(origin, identity(row), row.getInt("revision"), specification(row));
      case ENTRY_CERTIFICATION_COMPLETE, PRE_DELIVERY_INSPECTION_COMPLETE ->
          new Completed(
              origin,
              new Completion(
                  Completion.Kind.valueOf(kind.name()),
                  vin(row),
                  account(row),
                  row.getInt("revision"),
                  row.getObject("completed_on", LocalDate.class)));
    };
  }

  static ModelAssigned modelAssigned(ResultSet row) throws SQLException {
    return modelAssigned(origin(row), row);
  }

  private static Origin origin(ResultSet row) throws SQLException {
    return new Origin(
        row.getString("source"),
        row.getString("message_id"),
        moment(row, "occurred_at"),
        row.getString("sent_by"),
        row.getBoolean("before_opening"));
  }

  /** Where the message of a late correction's row comes from. */
  static Origin lateOrigin(ResultSet row) throws SQLException {
    return new Origin(
        row.getString("source"),
        row.getString("message_id"),
        moment(row, "occurred_at"),
        row.getString("sent_by"));
  }

  private static ModelAssigned modelAssigned(Origin origin, ResultSet row) throws SQLException {
    return new ModelAssigned(origin, new ModelCode(row.getString("model_code")), account(row));
  }

  private static Vin vin(ResultSet row) throws SQLException {
    return new Vin(mark(row.getString("subject")).value());
  }

  private static AccountNumber account(ResultSet row) throws SQLException {
    return new AccountNumber(row.getString("account_number"));
  }

  private static Identity identity(ResultSet row) throws SQLException {
    Mark mark = mark(row.getString("subject"));
    String chassis = row.getString("chassis");
    return new Identity(
        mark.kind() == Mark.Kind.VIN ? new Vin(mark.value()) : null,
        chassis == null ? null : new ChassisNumber(chassis));
  }

  private static Specification specification(ResultSet row) throws SQLException {
    String attributes = row.getString("attributes");
    return new Specification(
        new VehicleClass(row.getString("vehicle_class")),
        VehicleCondition.valueOf(row.getString("condition")),
        row.getInt("tare_kg"),
        row.getInt("gross_mass_kg"),
        co2(row),
        row.getObject("first_registered", LocalDate.class),
        attributes.isEmpty() ? List.of() : List.of(attributes.split(BETWEEN)));
  }

  private static @Nullable Co2 co2(ResultSet row) throws SQLException {
    var grams = row.getBigDecimal("co2");
    return grams == null
        ? null
        : new Co2(new Grams(grams), TestCycle.valueOf(row.getString("test_cycle")));
  }

  static OffsetDateTime moment(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }

  static Instant moment(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
