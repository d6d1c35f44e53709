package nz.cleancar.decision;

import java.time.Instant;

/**
 * A decision as the log keeps it.
 *
 * @param id its id
 * @param decidedAt the moment it was made, to the millisecond
 * @param decision what was decided
 */
public record LoggedDecision(DecisionId id, Instant decidedAt, Decision decision) {}
