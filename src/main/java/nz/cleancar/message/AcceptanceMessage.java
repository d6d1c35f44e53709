package nz.cleancar.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import nz.cleancar.message.FeedAnswer.ReasonText;
import nz.cleancar.vehicle.Acceptance;
import nz.cleancar.vehicle.Acceptance.OfVehicle;
import nz.cleancar.vehicle.VehicleId;
import nz.cleancar.work.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What became of accepting vehicles, on the wire.
 *
 * @param vehicles what became of each
 * @param creditsEarned credits that were earned, g/km
 * @param creditsUsed credits that settled grams above target, g/km
 * @param moneyUsed money of the account that settled charges, NZD
 * @param leftOwing what of these charges is owed until it is payable, NZD
 * @param payment the payment that was started for those that await it; absent where none was
 * @param next what {@code after} of the next request is, where more are waiting; else absent
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Acceptance")
public record AcceptanceMessage(
    List<Result> vehicles,
    @Schema(example = "12.5") String creditsEarned,
    @Schema(example = "41.4") String creditsUsed,
    @Schema(example = "248.40") String moneyUsed,
    @Schema(example = "0.00") String leftOwing,
    @Nullable PaymentMessage payment,
    @Nullable String next) {

  /**
   * What became of one vehicle.
   *
   * @param id the record's id
   * @param result ACCEPTED, AWAITS_PAYMENT or NOT_ACCEPTED
   * @param reasons why it is not accepted; empty where it is
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  @Schema(name = "AcceptanceResult")
  public record Result(
      @Schema(example = "01JNQ3W6Z1V9E4C7K2M8T5B0RX") String id,
      @Schema(example = "ACCEPTED") String result,
      List<ReasonText> reasons) {

    private static Result from(OfVehicle vehicle) {
      return switch (vehicle) {
        case Acceptance.Accepted(VehicleId id) -> new Result(id.value(), "ACCEPTED", List.of());
        case Acceptance.AwaitsPayment(VehicleId id) ->
            new Result(id.value(), "AWAITS_PAYMENT", List.of());
        case Acceptance.NotAccepted(VehicleId id, List<Refusal> why) ->
            new Result(
                id.value(),
                "NOT_ACCEPTED",
                why.stream().map(each -> new ReasonText(each.code(), each.says())).toList());
      };
    }
  }

  /** What became of it, on the wire. */
  public static AcceptanceMessage from(Acceptance acceptance) {
    var settled = acceptance.settled();
    return new AcceptanceMessage(
        acceptance.vehicles().stream().map(Result::from).toList(),
        settled.creditsEarned().toString(),
        settled.creditsUsed().toString(),
        settled.moneyUsed().toString(),
        settled.leftOwing().toString(),
        acceptance.payment().map(PaymentMessage::from).orElse(null),
        acceptance.next().isEmpty() ? null : acceptance.next());
  }
}
