package nz.cleancar.decision;

import java.time.Instant;

/** Where new decisions get their ids. */
public interface DecisionIds {

  /** An id that no other decision has, sorting by the moment. */
  DecisionId next(Instant decidedAt);
}
