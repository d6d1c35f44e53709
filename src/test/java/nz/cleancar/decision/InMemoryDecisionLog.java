package nz.cleancar.decision;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import nz.cleancar.decision.DecisionLog.Appended.Kept;
import nz.cleancar.decision.DecisionLog.Appended.KeyReused;
import nz.cleancar.decision.DecisionLog.Appended.Repeated;

/** A decision log that forgets everything when the test ends. */
public final class InMemoryDecisionLog implements DecisionLog {

  private final Map<DecisionId, LoggedDecision> decisions = new LinkedHashMap<>();
  private final Map<String, First> firsts = new LinkedHashMap<>();
  private final int limit;

  public InMemoryDecisionLog() {
    this(Integer.MAX_VALUE);
  }

  /** A log that is full once it holds so many decisions. */
  public InMemoryDecisionLog(int limit) {
    this.limit = limit;
  }

  @Override
  public synchronized CompletionStage<Appended> append(
      LoggedDecision decision, Idempotency idempotency) {
    if (decisions.size() >= limit) {
      return CompletableFuture.failedStage(new LogIsFull(limit));
    }
    return CompletableFuture.completedStage(
        switch (idempotency) {
          case Idempotency.None _ -> keep(decision);
          case Idempotency.Key key -> {
            var first = firsts.putIfAbsent(key.key(), new First(key.requestDigest(), decision));
            yield first == null ? keep(decision) : first.answer(key);
          }
        });
  }

  private Appended keep(LoggedDecision decision) {
    decisions.put(decision.id(), decision);
    return new Kept(decision);
  }

  @Override
  public synchronized Optional<LoggedDecision> find(DecisionId id) {
    return Optional.ofNullable(decisions.get(id));
  }

  @Override
  public synchronized List<LoggedDecision> recent(int most) {
    return decisions().reversed().stream().limit(most).toList();
  }

  /** What was kept, in order. */
  public synchronized List<LoggedDecision> decisions() {
    return List.copyOf(decisions.values());
  }

  private record First(String requestDigest, LoggedDecision decision) {

    Appended answer(Idempotency.Key key) {
      return requestDigest.equals(key.requestDigest())
          ? new Repeated(decision)
          : new KeyReused(key.key());
    }
  }
}
