package nz.cleancar.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import nz.cleancar.standard.NewZealand;
import nz.cleancar.vehicle.Dispute;
import nz.cleancar.vehicle.Mark;
import nz.cleancar.vehicle.VehicleId;
import org.jspecify.annotations.Nullable;

/**
 * A dispute on the wire.
 *
 * @param id its id
 * @param accountNumber the account whose people dispute it
 * @param vehicleId the vehicle's record; absent where the vehicle is missing from the account
 * @param vin the vehicle's VIN, where it is found by that
 * @param chassis its chassis number, where it is found by that
 * @param ground MISSING_VEHICLE, CO2_VALUE or WRONG_ACCOUNT
 * @param text the same in the holder's words
 * @param openedBy who opened it
 * @param openedAt when
 * @param resolved how it ended; absent while it is open
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Dispute", description = "A dispute about a vehicle's record.")
public record DisputeMessage(
    String id,
    @Schema(example = "CO2-200001") String accountNumber,
    @Nullable String vehicleId,
    @Nullable @Schema(example = "7AT0H65MX26000017") String vin,
    @Nullable @Schema(example = "ZVW30-1234567") String chassis,
    @Schema(example = "CO2_VALUE") String ground,
    String text,
    @Schema(example = "olive") String openedBy,
    @Schema(format = "date-time") String openedAt,
    @Nullable ResolvedMessage resolved) {

  /**
   * How a dispute ended.
   *
   * @param resolution CORRECTED, MOVED, REJECTED or UPHELD
   * @param answer the same in the agency's words
   * @param by who resolved it
   * @param at when
   */
  @Serdeable
  @Schema(name = "DisputeResolved")
  public record ResolvedMessage(
      @Schema(example = "CORRECTED") String resolution,
      String answer,
      @Schema(example = "aroha") String by,
      @Schema(format = "date-time") String at) {

    private static ResolvedMessage from(Dispute.Resolved how) {
      return new ResolvedMessage(
          how.resolution().name(),
          how.answer(),
          how.by().text(),
          NewZealand.at(how.at()).toString());
    }
  }

  /** The dispute on the wire. */
  public static DisputeMessage from(Dispute dispute) {
    boolean hasVin = dispute.mark().kind() == Mark.Kind.VIN;
    return new DisputeMessage(
        dispute.id().value(),
        dispute.account().value(),
        dispute.vehicle().map(VehicleId::value).orElse(null),
        hasVin ? dispute.mark().value() : null,
        hasVin ? null : dispute.mark().value(),
        dispute.ground().name(),
        dispute.says(),
        dispute.opened().by().text(),
        NewZealand.at(dispute.opened().at()).toString(),
        dispute.resolution().map(ResolvedMessage::from).orElse(null));
  }

  /**
   * Disputes, a page of them.
   *
   * @param disputes in the order in which they were opened
   * @param next what {@code after} of the next page is; absent on the last one
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "DisputePage")
  public record Page(List<DisputeMessage> disputes, @Nullable String next) {

    /** A page of at most so many. */
    public static Page of(List<Dispute> found, int most) {
      return new Page(
          found.stream().map(DisputeMessage::from).toList(),
          found.size() < most ? null : found.getLast().id().value());
    }
  }
}
