package nz.cleancar.api;

import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import nz.cleancar.decision.DecisionId;
import nz.cleancar.decision.DecisionLog;
import nz.cleancar.decision.LogIsFull;
import nz.cleancar.decision.LoggedDecision;

/** A log that forgets when the process ends. */
@Singleton
@Primary
@Requires(property = "test.fakes")
final class InMemoryDecisionLog implements DecisionLog {

  private final Map<DecisionId, LoggedDecision> decisions = new ConcurrentHashMap<>();
  private final Map<String, KeptWith> keys = new ConcurrentHashMap<>();
  private volatile boolean full;

  private record KeptWith(String requestDigest, LoggedDecision decision) {}

  void beFull(boolean isFull) {
    full = isFull;
  }

  int size() {
    return decisions.size();
  }

  @Override
  public CompletionStage<Appended> append(LoggedDecision decision, Idempotency idempotency) {
    return full
        ? CompletableFuture.failedStage(new LogIsFull(1))
        : CompletableFuture.supplyAsync(() -> keep(decision, idempotency));
  }

  private Appended keep(LoggedDecision decision, Idempotency idempotency) {
    if (idempotency instanceof Idempotency.Key(String key, String digest)) {
      var before = keys.putIfAbsent(key, new KeptWith(digest, decision));
      if (before != null) {
        return before.requestDigest().equals(digest)
            ? new Appended.Repeated(before.decision())
            : new Appended.KeyReused(key);
      }
    }
    decisions.put(decision.id(), decision);
    return new Appended.Kept(decision);
  }

  @Override
  public Optional<LoggedDecision> find(DecisionId id) {
    return Optional.ofNullable(decisions.get(id));
  }

  @Override
  public List<LoggedDecision> recent(int most) {
    return decisions.values().stream()
        .sorted(Comparator.comparing((LoggedDecision each) -> each.id().value()).reversed())
        .limit(most)
        .toList();
  }
}
