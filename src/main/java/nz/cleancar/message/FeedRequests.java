package nz.cleancar.message;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import nz.cleancar.message.DecisionRequest.Co2Value;
import nz.cleancar.security.Person;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.Co2;
import nz.cleancar.standard.Grams;
import nz.cleancar.standard.NewZealand;
import nz.cleancar.standard.VehicleClass;
import nz.cleancar.standard.VehicleCondition;
import nz.cleancar.standard.Vin;
import nz.cleancar.vehicle.ChassisNumber;
import nz.cleancar.vehicle.Completion;
import nz.cleancar.vehicle.FeedMessage;
import nz.cleancar.vehicle.FeedMessage.Origin;
import nz.cleancar.vehicle.Identity;
import nz.cleancar.vehicle.Mark;
import nz.cleancar.vehicle.ModelCode;
import nz.cleancar.vehicle.Specification;
import org.jspecify.annotations.Nullable;

/** Reads what MIAMI, Fuelsaver, the motor vehicle register and certifiers tell of vehicles. */
@Singleton
public final class FeedRequests {

  private static final int MOST_REVISIONS = 1_000_000;
  private static final Duration FURTHEST_AHEAD = Duration.ofHours(24);
  private static final Pattern MESSAGE_ID = Pattern.compile("[!-~]{1,80}");
  private static final String VIN_EXPECTED =
      "must be 17 capital letters and digits, without I, O and Q";
  private static final String CHASSIS_EXPECTED =
      "must be 4 to 25 capital letters, digits and dashes";

  private final RequestReader requests;
  private final NewZealand clock;

  FeedRequests(RequestReader requests, NewZealand clock) {
    this.requests = requests;
    this.clock = clock;
  }

  /**
   * MIAMI names the account for the vehicles of a model.
   *
   * @param messageId its id, unique among those of the sender
   * @param occurredAt when, by the sender's clock; of two, the later counts
   */
  @Schema(name = "ModelCodeAssigned")
  public record ModelRequest(
      @Schema(example = "miami-000017") String messageId,
      OffsetDateTime occurredAt,
      @Schema(example = "CX5-GSX-25") String modelCode,
      @Schema(example = "CO2-200001") String accountNumber) {}

  /** MIAMI says which model a VIN is of. */
  @Schema(name = "VinAssigned")
  public record VinRequest(
      @Schema(example = "miami-000018") String messageId,
      OffsetDateTime occurredAt,
      @Schema(example = "7AT0H65MX26000017") String vin,
      @Schema(example = "CX5-GSX-25") String modelCode) {}

  /** Fuelsaver names the account for a used vehicle, by its VIN or by its chassis number. */
  @Schema(name = "AccountAssigned")
  public record AccountRequest(
      @Schema(example = "fuelsaver-000017") String messageId,
      OffsetDateTime occurredAt,
      @Nullable @Schema(example = "7AT0H65MX26000017") String vin,
      @Nullable @Schema(example = "ZVW30-1234567") String chassis,
      @Schema(example = "CO2-200001") String accountNumber) {}

  /**
   * The register's whole record of a vehicle.
   *
   * @param revision 1, 2, 3…, consecutive for a vehicle; a correction is a higher one
   */
  @Schema(name = "RegisterRecord")
  public record RegisterRequest(
      @Schema(example = "mvr-000017") String messageId,
      OffsetDateTime occurredAt,
      @Nullable @Schema(example = "7AT0H65MX26000017") String vin,
      @Nullable @Schema(example = "ZVW30-1234567") String chassis,
      @Schema(example = "1") int revision,
      RegisteredVehicle vehicle) {}

  /** What the register says that a vehicle is. */
  @Schema(name = "RegisteredVehicle")
  public record RegisteredVehicle(
      @Schema(example = "MA") String vehicleClass,
      VehicleCondition condition,
      @Schema(example = "1500") int tareKg,
      @Schema(example = "1950") int grossVehicleMassKg,
      @Nullable Co2Value co2,
      @Nullable @Schema(example = "2019-06-01") LocalDate firstRegistered,
      @Nullable List<String> attributes) {}

  /**
   * Entry certification or pre-delivery inspection of a vehicle is complete.
   *
   * @param messageId its id, unique among those of the sender
   * @param registerRevision the revision of the register's record that it rests on
   * @param completedOn the day in New Zealand, which may set the legal date
   */
  @Schema(name = "CompletionMessage")
  public record CompletionRequest(
      @Schema(example = "certifier-12-000017") String messageId,
      OffsetDateTime occurredAt,
      @Schema(example = "7AT0H65MX26000017") String vin,
      @Schema(example = "CO2-200001") String accountNumber,
      @Schema(example = "1") int registerRevision,
      @Schema(example = "2026-03-02") LocalDate completedOn) {}

  /** Reads an account for a model, from MIAMI. */
  public Read<FeedMessage> modelCode(Person sender, byte[] body) {
    return read(
        sender,
        body,
        "MIAMI",
        (members, origin) -> {
          var model = model(members);
          var account = account(members);
          return both(origin, model)
              .flatMap(
                  _ ->
                      account.map(
                          number ->
                              new FeedMessage.ModelAssigned(
                                  origin.orElseThrow(), model.orElseThrow(), number)));
        });
  }

  /** Reads the model of a VIN, from MIAMI. */
  public Read<FeedMessage> vin(Person sender, byte[] body) {
    return read(
        sender,
        body,
        "MIAMI",
        (members, origin) -> {
          var vin = vin(members);
          var model = model(members);
          return both(origin, vin)
              .flatMap(
                  _ ->
                      model.map(
                          code ->
                              new FeedMessage.VinAssigned(
                                  origin.orElseThrow(), vin.orElseThrow(), code)));
        });
  }

  /** Reads an account for a used vehicle, from Fuelsaver. */
  public Read<FeedMessage> account(Person sender, byte[] body) {
    return read(
        sender,
        body,
        "FUELSAVER",
        (members, origin) -> {
          var identity = identity(members);
          var account = account(members);
          if (identity.isPresent() && identity.get().marks().size() > 1) {
            members.addFault("chassis", "goes without `vin`; give one of the two");
            return Optional.empty();
          }
          Optional<Mark> mark = identity.map(Identity::mark);
          return both(origin, mark)
              .flatMap(
                  _ ->
                      account.map(
                          number ->
                              new FeedMessage.AccountAssigned(
                                  origin.orElseThrow(), mark.orElseThrow(), number)));
        });
  }

  /** Reads a record of the motor vehicle register. */
  public Read<FeedMessage> registered(Person sender, byte[] body) {
    return read(
        sender,
        body,
        "MVR",
        (members, origin) -> {
          var identity = identity(members);
          var revision = members.positive("revision", MOST_REVISIONS);
          var vehicle = members.object("vehicle").flatMap(this::specification);
          return both(origin, identity)
              .flatMap(_ -> both(revision, vehicle))
              .map(
                  _ ->
                      new FeedMessage.Registered(
                          origin.orElseThrow(),
                          identity.orElseThrow(),
                          revision.orElseThrow(),
                          vehicle.orElseThrow()));
        });
  }

  /** Reads that entry certification is complete. */
  public Read<FeedMessage> entryCertification(Person sender, byte[] body) {
    return completed(
        sender, body, Completion.Kind.ENTRY_CERTIFICATION_COMPLETE, "ENTRY_CERTIFICATION");
  }

  /** Reads that pre-delivery inspection is complete. */
  public Read<FeedMessage> preDeliveryInspection(Person sender, byte[] body) {
    return completed(
        sender, body, Completion.Kind.PRE_DELIVERY_INSPECTION_COMPLETE, "PRE_DELIVERY_INSPECTION");
  }

  private Read<FeedMessage> completed(
      Person sender, byte[] body, Completion.Kind kind, String source) {
    return read(
        sender,
        body,
        source,
        (members, origin) -> {
          var vin = vin(members);
          var account = account(members);
          var revision = members.positive("registerRevision", MOST_REVISIONS);
          var day = members.day("completedOn");
          if (day.isPresent() && day.get().isAfter(clock.today())) {
            members.addFault("completedOn", "must not be after today, " + clock.today());
          }
          return both(origin, vin)
              .flatMap(_ -> both(account, revision))
              .flatMap(_ -> day)
              .map(
                  completedOn ->
                      new FeedMessage.Completed(
                          origin.orElseThrow(),
                          new Completion(
                              kind,
                              vin.orElseThrow(),
                              account.orElseThrow(),
                              revision.orElseThrow(),
                              completedOn)));
        });
  }

  private Read<FeedMessage> read(
      Person sender,
      byte[] body,
      String source,
      BiFunction<Members, Optional<Origin>, Optional<? extends FeedMessage>> reading) {
    return Body.read(
        body,
        members -> {
          var id =
              members.text(
                  "messageId",
                  MESSAGE_ID.asMatchPredicate(),
                  "must be 1 to 80 visible characters without spaces");
          var occurredAt = members.moment("occurredAt");
          Instant latest = clock.now().plus(FURTHEST_AHEAD);
          if (occurredAt.isPresent() && occurredAt.get().toInstant().isAfter(latest)) {
            members.addFault("occurredAt", "must not be more than 24 hours ahead of now");
          }
          Optional<Origin> origin =
              both(id, occurredAt)
                  .map(
                      _ ->
                          new Origin(
                              source,
                              id.orElseThrow(),
                              occurredAt.orElseThrow().toInstant(),
                              sender.name().text()));
          Optional<FeedMessage> message = reading.apply(members, origin).map(each -> each);
          members.end();
          return message;
        });
  }

  /** Whether both are there. */
  @SuppressWarnings("OptionalUsedAsFieldOrParameterType") // what reading gave, handed on
  private static Optional<Boolean> both(Optional<?> one, Optional<?> other) {
    return one.isPresent() && other.isPresent() ? Optional.of(true) : Optional.empty();
  }

  private static Optional<Vin> vin(Members members) {
    return members.text("vin", Vin::isVin, VIN_EXPECTED).map(Vin::new);
  }

  private static Optional<AccountNumber> account(Members members) {
    return members
        .text(
            "accountNumber",
            AccountNumber::isAccountNumber,
            "must be at most 32 capital letters, digits and dashes")
        .map(AccountNumber::new);
  }

  private static Optional<ModelCode> model(Members members) {
    return members
        .text(
            "modelCode",
            ModelCode::isModelCode,
            "must be at most 40 capital letters, digits, dots, dashes and slashes")
        .map(ModelCode::new);
  }

  private static Optional<Identity> identity(Members members) {
    var vin = members.optionalText("vin", Vin::isVin, VIN_EXPECTED);
    var chassis = members.optionalText("chassis", ChassisNumber::isChassisNumber, CHASSIS_EXPECTED);
    if (vin.isEmpty() && chassis.isEmpty()) {
      members.addFault("vin", "is missing, and so is `chassis`; give at least one of the two");
      return Optional.empty();
    }
    return Optional.of(
        new Identity(vin.map(Vin::new).orElse(null), chassis.map(ChassisNumber::new).orElse(null)));
  }

  private Optional<Specification> specification(Members vehicle) {
    Words words = requests.words();
    var vehicleClass = vehicle.word("vehicleClass", words.vehicleClasses());
    var condition = vehicle.constant("condition", VehicleCondition.values());
    var tare = vehicle.positive("tareKg", RequestReader.MAX_KILOGRAMS);
    var mass = vehicle.positive("grossVehicleMassKg", RequestReader.MAX_KILOGRAMS);
    var co2 = vehicle.optionalObject("co2").flatMap(RequestReader::co2);
    var firstRegistered = vehicle.optionalDay("firstRegistered");
    List<String> attributes = RequestReader.attributes(vehicle, words);
    vehicle.end();
    return both(vehicleClass, condition)
        .flatMap(_ -> both(tare, mass))
        .map(
            _ ->
                new Specification(
                    new VehicleClass(vehicleClass.orElseThrow()),
                    condition.orElseThrow(),
                    tare.orElseThrow(),
                    mass.orElseThrow(),
                    co2.map(it -> new Co2(new Grams(it.gramsPerKm()), it.testCycle())).orElse(null),
                    firstRegistered.orElse(null),
                    attributes));
  }
}
