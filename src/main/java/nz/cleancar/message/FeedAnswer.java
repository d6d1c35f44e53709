package nz.cleancar.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import nz.cleancar.decision.Outcome.Reason;
import nz.cleancar.vehicle.FeedMessage;
import nz.cleancar.vehicle.Received.Place;
import org.jspecify.annotations.Nullable;

/**
 * What became of a feed's message.
 *
 * @param messageId its id
 * @param result KEPT, or REPEATED where it came before
 * @param modelCode the model that it is about; absent where it is about a vehicle
 * @param vehicle the vehicle's record as it stands now; absent where it is about a model
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "FeedAnswer")
public record FeedAnswer(
    @Schema(example = "mvr-000017") String messageId,
    @Schema(example = "KEPT") String result,
    @Nullable @Schema(example = "CX5-GSX-25") String modelCode,
    @Nullable VehicleAnswer vehicle) {

  /**
   * A vehicle's record, in short.
   *
   * @param id the record's id
   * @param step ENTERED, READY, ACCEPTED, DISPUTED or REJECTED
   * @param because why it is no further, or what became of it
   */
  @Serdeable
  @Schema(name = "FeedVehicle")
  public record VehicleAnswer(
      @Schema(example = "01JNQ3W6Z1V9E4C7K2M8T5B0RX") String id,
      @Schema(example = "ENTERED") String step,
      ReasonText because) {}

  /**
   * A reason.
   *
   * @param code its stable name
   * @param says the reason in a sentence
   */
  @Serdeable
  @Schema(name = "ReasonText")
  public record ReasonText(@Schema(example = "waits-for-completion") String code, String says) {

    /** The reason on the wire. */
    public static ReasonText from(Reason reason) {
      return new ReasonText(reason.code(), reason.says());
    }
  }

  /** It was kept. */
  public static FeedAnswer kept(FeedMessage message, Place place) {
    return of(message, "KEPT", place);
  }

  /** It came before. */
  public static FeedAnswer repeated(FeedMessage message, Place place) {
    return of(message, "REPEATED", place);
  }

  private static FeedAnswer of(FeedMessage message, String result, Place place) {
    String id = message.origin().messageId();
    return switch (place) {
      case Place.OfModel(var model) -> new FeedAnswer(id, result, model.value(), null);
      case Place.OfVehicle(var vehicle, var step, Reason because) ->
          new FeedAnswer(
              id,
              result,
              null,
              new VehicleAnswer(vehicle.value(), step.name(), ReasonText.from(because)));
    };
  }
}
