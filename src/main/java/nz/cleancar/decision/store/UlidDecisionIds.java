package nz.cleancar.decision.store;

import com.github.f4b6a3.ulid.UlidFactory;
import jakarta.inject.Singleton;
import java.time.Instant;
import nz.cleancar.decision.DecisionId;
import nz.cleancar.decision.DecisionIds;

/** Ids that are ULIDs: those of one instance rise also within a millisecond. */
@Singleton
final class UlidDecisionIds implements DecisionIds {

  private final UlidFactory ulids = UlidFactory.newMonotonicInstance();

  @Override
  public DecisionId next(Instant decidedAt) {
    return new DecisionId(ulids.create(decidedAt.toEpochMilli()).toString());
  }
}
