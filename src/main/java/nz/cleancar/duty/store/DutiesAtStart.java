package nz.cleancar.duty.store;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import nz.cleancar.duty.Duties;
import nz.cleancar.duty.DutyDone;
import nz.cleancar.standard.NewZealand;
import nz.cleancar.work.Loop;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does the duties while the service runs: when it starts, and when another day has begun. */
@Factory
@Requires(property = "ccs.duties.enabled", notEquals = "false", defaultValue = "true")
final class DutiesAtStart {

  private static final Logger LOG = LoggerFactory.getLogger(DutiesAtStart.class);

  @Bean(preDestroy = "close")
  @Singleton
  @Named("duties")
  Loop loop(
      Duties duties,
      NewZealand newZealand,
      @Property(name = "ccs.duties.poll", defaultValue = "1m") Duration poll,
      @Property(name = "ccs.duties.retry", defaultValue = "10m") Duration retry) {
    return new Loop("duties", () -> round(duties, newZealand) ? poll : retry, retry, LOG::error);
  }

  /** Whether all duties of today are done. */
  private static boolean round(Duties duties, NewZealand newZealand) {
    boolean done = true;
    for (DutyDone each : duties.run(newZealand.today())) {
      switch (each.outcome()) {
        case DONE -> LOG.info("{}: {}", each.duty(), each.says());
        case DONE_BEFORE -> {}
        case FAILED -> {
          done = false;
          LOG.error("{} failed and is tried again: {}", each.duty(), each.says());
        }
      }
    }
    return done;
  }

  /** Begins once the service is up. */
  @Singleton
  @Requires(property = "ccs.duties.enabled", notEquals = "false", defaultValue = "true")
  static final class LoopAtStart {

    private final Loop loop;

    LoopAtStart(@Named("duties") Loop loop) {
      this.loop = loop;
    }

    @EventListener
    void started(ServerStartupEvent event) {
      loop.start();
    }
  }
}
