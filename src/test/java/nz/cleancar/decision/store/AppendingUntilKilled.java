package nz.cleancar.decision.store;

import java.nio.file.Path;
import java.time.Clock;
import nz.cleancar.database.TestDatabase;
import nz.cleancar.decision.DecisionIds;
import nz.cleancar.decision.DecisionLog;
import nz.cleancar.decision.DecisionLog.Idempotency;
import nz.cleancar.decision.SampleDecisions;

/** A process that appends as fast as it can and prints the id of every decision acknowledged. */
final class AppendingUntilKilled {

  private static final int APPENDERS = 32;

  private AppendingUntilKilled() {}

  /** Appends for ever to the database in the folder that is the first argument. */
  public static void main(String[] arguments) throws InterruptedException {
    var service = TestDatabase.h2(Path.of(arguments[0])).service();
    var log = service.getBean(DecisionLog.class);
    var ids = service.getBean(DecisionIds.class);
    for (int i = 1; i < APPENDERS; i++) {
      int appender = i;
      Thread.ofVirtual().start(() -> append(log, ids, appender));
    }
    append(log, ids, APPENDERS);
  }

  private static void append(DecisionLog log, DecisionIds ids, int appender) {
    while (true) {
      var decision = SampleDecisions.charged(ids.next(Clock.systemUTC().instant()));
      var idempotency =
          appender % 2 == 0
              ? new Idempotency.None()
              : new Idempotency.Key(decision.id().value(), "digest");
      var _ = log.append(decision, idempotency).toCompletableFuture().join();
      System.out.println(decision.id());
    }
  }
}
