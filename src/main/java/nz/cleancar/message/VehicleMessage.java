package nz.cleancar.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import nz.cleancar.decision.DecisionId;
import nz.cleancar.message.FeedAnswer.ReasonText;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.NewZealand;
import nz.cleancar.standard.Vin;
import nz.cleancar.vehicle.Certification;
import nz.cleancar.vehicle.ChassisNumber;
import nz.cleancar.vehicle.LateCorrection;
import nz.cleancar.vehicle.ModelCode;
import nz.cleancar.vehicle.Specification;
import nz.cleancar.vehicle.VehicleEvent;
import nz.cleancar.vehicle.VehicleRecord;
import org.jspecify.annotations.Nullable;

/**
 * A vehicle's record on the wire.
 *
 * @param id its id
 * @param vin its VIN, where it has one
 * @param chassis its chassis number, where it is known
 * @param modelCode the model that a distributor gave it, where one did
 * @param accountNumber the account that it is in, where it is in one
 * @param step ENTERED, READY, ACCEPTED, DISPUTED or REJECTED
 * @param because why it is no further, or what became of it
 * @param decided what was decided last, where something was
 * @param acceptedOn the day it was accepted, where it was
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "VehicleRecord", description = "A vehicle's record as it stands.")
public record VehicleMessage(
    @Schema(example = "01JNQ3W6Z1V9E4C7K2M8T5B0RX") String id,
    @Nullable @Schema(example = "7AT0H65MX26000017") String vin,
    @Nullable @Schema(example = "ZVW30-1234567") String chassis,
    @Nullable @Schema(example = "CX5-GSX-25") String modelCode,
    @Nullable @Schema(example = "CO2-200001") String accountNumber,
    @Schema(example = "READY") String step,
    ReasonText because,
    @Nullable DecidedMessage decided,
    @Nullable @Schema(format = "date") String acceptedOn) {

  /**
   * What was decided of a vehicle.
   *
   * @param decisionId the decision's id
   * @param registerRevision the revision of the register's record that it was made from
   * @param legalDate the day whose law it applies
   * @param outcome AWAIT_ACCEPTANCE, AUTO_ACCEPT, REFUSE, NOT_SUBJECT or UNDECIDED
   * @param charge what the vehicle owes, NZD
   * @param credits what it earns, g/km
   */
  @Serdeable
  @Schema(name = "VehicleDecided")
  public record DecidedMessage(
      @Schema(example = "01JNQ3W6Z1V9E4C7K2M8T5B0RX") String decisionId,
      @Schema(example = "1") int registerRevision,
      @Schema(format = "date", example = "2026-03-02") String legalDate,
      @Schema(example = "AWAIT_ACCEPTANCE") String outcome,
      @Schema(example = "621.00") String charge,
      @Schema(example = "0") String credits) {

    private static DecidedMessage from(VehicleRecord.Decided decided) {
      return new DecidedMessage(
          decided.decision().value(),
          decided.revision(),
          decided.legalDate().day().toString(),
          decided.outcome(),
          decided.charge().toString(),
          decided.credits().toString());
    }
  }

  /** The record on the wire. */
  public static VehicleMessage from(VehicleRecord record) {
    return new VehicleMessage(
        record.id().value(),
        record.identity().vin().map(Vin::value).orElse(null),
        record.identity().chassis().map(ChassisNumber::value).orElse(null),
        record.model().map(ModelCode::value).orElse(null),
        record.account().map(AccountNumber::value).orElse(null),
        record.step().name(),
        ReasonText.from(record.because()),
        record.decided().map(DecidedMessage::from).orElse(null),
        record.acceptedOn().map(LocalDate::toString).orElse(null));
  }

  /**
   * Records of an account, a page of them.
   *
   * @param vehicles in the order of their ids
   * @param next what {@code after} of the next page is; absent on the last one
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "VehiclePage")
  public record Page(List<VehicleMessage> vehicles, @Nullable String next) {

    /** A page of at most so many. */
    public static Page of(List<VehicleRecord> found, int most) {
      return new Page(
          found.stream().map(VehicleMessage::from).toList(),
          found.size() < most ? null : found.getLast().id().value());
    }
  }

  /**
   * A record with what the register says of the vehicle and what happened to it.
   *
   * @param record the record
   * @param registered what the register says by its latest record; absent where it says nothing
   * @param history what happened, the first first
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "VehicleFile")
  public record File(
      VehicleMessage record, @Nullable RegisteredMessage registered, List<EventMessage> history) {}

  /** What the register says that a vehicle is. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "VehicleRegistered")
  public record RegisteredMessage(
      @Schema(example = "MA") String vehicleClass,
      @Schema(example = "USED") String condition,
      @Schema(example = "1500") int tareKg,
      @Schema(example = "1950") int grossVehicleMassKg,
      @Nullable @Schema(example = "150") String gramsPerKm,
      @Nullable @Schema(example = "WLTP_3P") String testCycle,
      @Nullable @Schema(format = "date") String firstRegistered,
      List<String> attributes) {

    /** What the register says, on the wire. */
    public static RegisteredMessage from(Specification what) {
      return new RegisteredMessage(
          what.vehicleClass().code(),
          what.condition().name(),
          what.tareWeightKilograms(),
          what.grossVehicleMassKilograms(),
          what.co2().map(co2 -> co2.emission().toString()).orElse(null),
          what.co2().map(co2 -> co2.testCycle().name()).orElse(null),
          what.firstRegistered().map(LocalDate::toString).orElse(null),
          what.attributes());
    }
  }

  /**
   * Something that happened to a record.
   *
   * @param at when
   * @param what ENTERED, ASSIGNED, MERGED, DECIDED, ACCEPTED, DISPUTED or RESOLVED
   * @param says it in a sentence
   * @param decisionId the decision that it rests on, where it rests on one
   * @param by the person whose doing it is, or whose message it follows from; absent where the
   *     service did it
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "VehicleEvent")
  public record EventMessage(
      @Schema(format = "date-time") String at,
      @Schema(example = "DECIDED") String what,
      String says,
      @Nullable String decisionId,
      @Nullable @Schema(example = "olive") String by) {

    /** The event on the wire. */
    public static EventMessage from(VehicleEvent event) {
      return new EventMessage(
          NewZealand.at(event.happenedAt()).toString(),
          event.kind().name(),
          event.says(),
          event.decision().map(DecisionId::value).orElse(null),
          event.by().isEmpty() ? null : event.by());
    }
  }

  /**
   * Whether a vehicle may go on to registration, or to its warrant or certificate of fitness.
   *
   * @param mayProceed whether it may
   * @param because why, or why not
   * @param vin its VIN, where it has one
   * @param chassis its chassis number, where it is known
   * @param step how far its record is
   * @param accountNumber the account that it is in, where it is in one
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "CertificationAnswer")
  public record CertificationMessage(
      boolean mayProceed,
      ReasonText because,
      @Nullable @Schema(example = "7AT0H65MX26000017") String vin,
      @Nullable String chassis,
      @Schema(example = "ACCEPTED") String step,
      @Nullable @Schema(example = "CO2-200001") String accountNumber) {

    /** The answer on the wire. */
    public static CertificationMessage from(Certification.Answer answer) {
      return new CertificationMessage(
          answer.mayProceed(),
          ReasonText.from(answer.because()),
          answer.identity().vin().map(Vin::value).orElse(null),
          answer.identity().chassis().map(ChassisNumber::value).orElse(null),
          answer.step().name(),
          answer.account().map(AccountNumber::value).orElse(null));
    }
  }

  /**
   * Corrections that came after acceptance, a page of them.
   *
   * @param corrections in the order in which they came
   * @param next what {@code after} of the next page is; absent on the last one
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "LateCorrectionPage")
  public record LatePage(List<LateMessage> corrections, @Nullable String next) {

    /** A page of at most so many. */
    public static LatePage of(List<LateCorrection> found, int most) {
      return new LatePage(
          found.stream().map(LateMessage::from).toList(),
          found.size() < most ? null : found.getLast().id());
    }
  }

  /** A correction or completion that came after the vehicle was accepted. */
  @Serdeable
  @Schema(name = "LateCorrection")
  public record LateMessage(
      String id,
      String vehicle,
      @Schema(
              type = "string",
              allowableValues = {
                "REGISTER",
                "ENTRY_CERTIFICATION_COMPLETE",
                "PRE_DELIVERY_INSPECTION_COMPLETE"
              })
          String kind,
      int registerRevision,
      String messageId,
      @Schema(example = "mvr", description = "Who sent it; empty where the service itself did")
          String sentBy,
      @Schema(format = "date-time") String occurredAt,
      @Schema(format = "date-time") String notedAt) {

    private static LateMessage from(LateCorrection late) {
      return new LateMessage(
          late.id(),
          late.vehicle().value(),
          late.late().kind().name(),
          late.late().revision(),
          late.late().origin().messageId(),
          late.late().origin().sentBy(),
          NewZealand.at(late.late().origin().occurredAt()).toString(),
          NewZealand.at(late.notedAt()).toString());
    }
  }
}
