package nz.cleancar.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import nz.cleancar.decision.Decision;
import nz.cleancar.decision.LoggedDecision;
import nz.cleancar.message.DecisionResponse;
import org.jspecify.annotations.Nullable;

/**
 * A logged decision, decided again with its own policy version and facts.
 *
 * @param id the logged decision's id
 * @param policyVersion the version that decided both times
 * @param identical whether the answers are the same, id and time aside
 * @param decision the decision as made again
 * @param logged the decision as logged; absent where they are identical
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Replay")
record ReplayResponse(
    @Schema(example = "01JQ8YV6F2M8N9T5R4K3H7W2XA") String id,
    @Schema(example = "sha256:2f1c…") String policyVersion,
    @Schema(example = "true") boolean identical,
    DecisionResponse decision,
    @Nullable DecisionResponse logged) {

  /** The replay of a logged decision. */
  static ReplayResponse from(LoggedDecision logged, Decision again) {
    var decision = DecisionResponse.from(again, logged.decidedAt());
    boolean identical =
        DecisionResponse.from(logged.decision(), logged.decidedAt()).equals(decision);
    return new ReplayResponse(
        logged.id().value(),
        again.policyVersion().name(),
        identical,
        decision,
        identical ? null : DecisionResponse.from(logged));
  }
}
