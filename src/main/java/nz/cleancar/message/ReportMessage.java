package nz.cleancar.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a second person reads before approving a version; its digest is what they approve.
 *
 * @param version the version
 * @param files the files that differ from those of the version that was live
 * @param findings everything that was found in it
 * @param comparison what it changes against the version that was live; absent where it does not
 *     compile
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "PolicyReport")
public record ReportMessage(
    String version,
    List<FileFacts> files,
    List<FindingMessage> findings,
    @Nullable ComparisonMessage comparison) {

  /**
   * A file that differs.
   *
   * @param path its path in the policy
   * @param change ADDED, REMOVED or CHANGED
   */
  @Serdeable
  @Schema(name = "FileChange")
  public record FileFacts(String path, String change) {}
}
