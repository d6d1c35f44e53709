package nz.cleancar.decision;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/** Ids that count from one, so that a test can foretell them. */
public final class CountingDecisionIds implements DecisionIds {

  private final AtomicInteger last = new AtomicInteger();

  @Override
  public DecisionId next(Instant decidedAt) {
    return id(last.incrementAndGet());
  }

  /** The id that comes at this place, from 1. */
  public static DecisionId id(int place) {
    return new DecisionId("%026d".formatted(place));
  }
}
