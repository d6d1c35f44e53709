package nz.cleancar.api;

import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import nz.cleancar.decision.DecisionId;
import nz.cleancar.decision.DecisionLog;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Ready while the decision log can be read. What keeps it from that is logged, not told. */
@Singleton
@Readiness
final class DecisionLogHealth implements HealthIndicator {

  private static final Logger LOG = LoggerFactory.getLogger(DecisionLogHealth.class);
  private static final DecisionId NO_DECISION = new DecisionId("0".repeat(26));
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final DecisionLog log;
  private final Scheduler blocking;

  DecisionLogHealth(DecisionLog log, @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
    this.log = log;
    this.blocking = Schedulers.fromExecutorService(blocking);
  }

  @Override
  public Publisher<HealthResult> getResult() {
    return Mono.fromCallable(() -> log.find(NO_DECISION))
        .subscribeOn(blocking)
        .timeout(PATIENCE)
        .thenReturn(HealthStatus.UP)
        .onErrorResume(
            failure -> {
              LOG.atWarn().setCause(failure).log("The decision log cannot be read");
              return Mono.just(HealthStatus.DOWN);
            })
        .map(status -> HealthResult.builder("decisionLog", status).build());
  }
}
