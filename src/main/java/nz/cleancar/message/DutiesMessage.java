package nz.cleancar.message;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * What became of a day's duties, on the wire.
 *
 * @param day the New Zealand day
 * @param duties the duties, in the order in which they are done
 */
@Serdeable
@Schema(name = "Duties")
public record DutiesMessage(@Schema(format = "date") String day, List<DutyMessage> duties) {

  /**
   * What became of a duty.
   *
   * @param duty which duty
   * @param outcome DONE, DONE_BEFORE or FAILED
   * @param says what was done, or why it could not be
   */
  @Serdeable
  @Schema(name = "Duty")
  public record DutyMessage(
      @Schema(example = "EXPIRE_CREDITS") String duty,
      @Schema(example = "DONE") String outcome,
      String says) {}
}
