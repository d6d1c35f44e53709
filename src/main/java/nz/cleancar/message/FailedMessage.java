package nz.cleancar.message;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import nz.cleancar.work.EachAlone.Failed;

/**
 * One of many that failed, on the wire; the others were done.
 *
 * @param what which
 * @param says why
 */
@Serdeable
@Schema(name = "Failed")
public record FailedMessage(@Schema(example = "account CO2-200001") String what, String says) {

  private static final int MOST = 1_000;

  /** The first thousand of those that failed. */
  static List<FailedMessage> from(List<Failed> failed) {
    return failed.stream()
        .limit(MOST)
        .map(each -> new FailedMessage(each.what(), each.says()))
        .toList();
  }
}
