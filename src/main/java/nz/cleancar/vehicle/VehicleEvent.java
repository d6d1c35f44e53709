package nz.cleancar.vehicle;

import java.time.Instant;
import java.util.Optional;
import nz.cleancar.decision.DecisionId;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a vehicle record; kept forever.
 *
 * @param id its id, a ULID, so events sort by the moment
 * @param vehicle the record that it happened to
 * @param happenedAt the moment
 * @param kind what
 * @param says it in a sentence
 * @param decisionId the decision that it rests on, where it rests on one
 * @param by the person whose doing it is, or whose message it follows from; empty where the service
 *     did it
 */
public record VehicleEvent(
    String id,
    VehicleId vehicle,
    Instant happenedAt,
    Kind kind,
    String says,
    @Nullable DecisionId decisionId,
    String by) {

  /** The decision that it rests on, where it rests on one. */
  public Optional<DecisionId> decision() {
    return Optional.ofNullable(decisionId);
  }

  /** What happened. */
  public enum Kind {
    /** The first that was heard of it. */
    ENTERED,

    /** It came into an account, or into another one. */
    ASSIGNED,

    /** It was found to be the same vehicle as one of another record. */
    MERGED,

    /** It was decided. */
    DECIDED,

    /** Its account took it. */
    ACCEPTED,

    /** Its holder disputed it. */
    DISPUTED,

    /** The agency resolved a dispute about it. */
    RESOLVED
  }
}
