package nz.cleancar.demo;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import nz.cleancar.decision.DecisionId;
import nz.cleancar.decision.DecisionIds;
import nz.cleancar.work.UniqueIds;

/** Ids that look like ULIDs and are the same for the same seed, if asked for in the same order. */
public final class SeededIds implements UniqueIds {

  private static final char[] SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();
  private static final int BITS = 5;
  private static final int SIGNS_OF_THE_MOMENT = 10;
  private static final int SIGNS_OF_THE_SEED = 8;
  private static final int SIGNS_OF_THE_COUNT = 8;

  private final long seed;
  private final AtomicLong count = new AtomicLong();

  /** The ids of a plan. */
  public SeededIds(DemoPlan plan) {
    this.seed = Chance.of(plan, "ids", 0).bits();
  }

  @Override
  public String next(Instant moment) {
    var id = new StringBuilder(SIGNS_OF_THE_MOMENT + SIGNS_OF_THE_SEED + SIGNS_OF_THE_COUNT);
    append(id, moment.toEpochMilli(), SIGNS_OF_THE_MOMENT);
    append(id, seed, SIGNS_OF_THE_SEED);
    append(id, count.incrementAndGet(), SIGNS_OF_THE_COUNT);
    return id.toString();
  }

  /** Ids of decisions, counted for themselves. */
  public static DecisionIds ofDecisions(DemoPlan plan) {
    var ids = new SeededIds(plan);
    return decidedAt -> new DecisionId(ids.next(decidedAt));
  }

  private static void append(StringBuilder id, long bits, int signs) {
    for (int i = signs - 1; i >= 0; i--) {
      id.append(SIGNS[(int) (bits >>> (i * BITS)) & (SIGNS.length - 1)]);
    }
  }
}
