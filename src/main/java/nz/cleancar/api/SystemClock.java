package nz.cleancar.api;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The machine's clock, which {@link nz.cleancar.standard.NewZealand} alone asks. */
@Factory
final class SystemClock {

  @Singleton
  Clock clock() {
    return Clock.systemUTC();
  }
}
