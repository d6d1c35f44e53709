package nz.cleancar.api;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import nz.cleancar.decision.Decision;
import nz.cleancar.policy.Policies;
import nz.cleancar.policy.PolicyVersion;

/** Counts and times decisions by purpose and outcome, and shows which policy is live. */
@Singleton
final class DecisionMetrics {

  /** What decisions are made for. */
  enum Purpose {
    DECISION,
    WHAT_IF,
    BATCH,
    REPLAY
  }

  private static final Duration[] BUCKETS = {
    Duration.ofNanos(50_000),
    Duration.ofNanos(100_000),
    Duration.ofNanos(250_000),
    Duration.ofMillis(1),
    Duration.ofMillis(5),
    Duration.ofMillis(20),
    Duration.ofMillis(100)
  };

  private final MeterRegistry registry;
  private final MultiGauge livePolicy;
  private final Map<Purpose, Map<String, Timer>> timers = new EnumMap<>(Purpose.class);
  private volatile PolicyVersion shown;

  DecisionMetrics(MeterRegistry registry, Policies policies) {
    this.registry = registry;
    this.livePolicy =
        MultiGauge.builder("ccs.policy")
            .description("The live policy, by version")
            .register(registry);
    for (Purpose purpose : Purpose.values()) {
      timers.put(purpose, new ConcurrentHashMap<>());
    }
    this.shown = policies.live().policy().version();
    show(shown);
  }

  /** Notes a decision that took so long to make. */
  void decided(Purpose purpose, Decision decision, long nanoseconds) {
    timers
        .getOrDefault(purpose, Map.of())
        .computeIfAbsent(decision.outcome().name(), outcome -> timer(purpose, outcome))
        .record(Duration.ofNanos(nanoseconds));
  }

  /** Shows the version as the live one. */
  void live(PolicyVersion version) {
    if (!version.equals(shown)) {
      shown = version;
      show(version);
    }
  }

  private void show(PolicyVersion version) {
    livePolicy.register(List.of(MultiGauge.Row.of(Tags.of("version", version.name()), 1)), true);
  }

  private Timer timer(Purpose purpose, String outcome) {
    return Timer.builder("ccs.decisions")
        .description("Decisions made, and how long deciding took")
        .tag("purpose", purpose.name().toLowerCase(Locale.ROOT))
        .tag("outcome", outcome)
        .serviceLevelObjectives(BUCKETS)
        .register(registry);
  }
}
