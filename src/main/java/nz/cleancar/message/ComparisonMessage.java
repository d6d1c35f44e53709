package nz.cleancar.message;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * Two versions of the policy compared.
 *
 * @param before the version compared with
 * @param after the version compared
 * @param cells what changed cell by cell and line by line
 * @param meaning what that means
 */
@Serdeable
@Schema(name = "PolicyComparison")
public record ComparisonMessage(
    String before, String after, CellsMessage cells, MeaningMessage meaning) {}
