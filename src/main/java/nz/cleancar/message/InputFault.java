package nz.cleancar.message;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * One fault of the input.
 *
 * @param pointer the JSON pointer (RFC 6901) to it; for a header, {@code #header/} and its name
 * @param detail what is wrong with it
 */
@Serdeable
@Schema(name = "InputFault", description = "One fault of the input.")
public record InputFault(
    @Schema(example = "/vehicle/tareKg") String pointer,
    @Schema(example = "must be more than 0, not -5") String detail) {

  /** How many faults are named at once; more are not looked for. */
  public static final int MOST = 50;
}
