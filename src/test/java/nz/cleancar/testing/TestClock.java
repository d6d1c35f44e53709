package nz.cleancar.testing;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The clock of a service that is started with the property {@code test.clock}: it shows about noon
 * of a day in New Zealand until a test moves it to another.
 */
@Singleton
@Replaces(Clock.class)
@Requires(property = TestClock.PROPERTY)
public final class TestClock extends Clock {

  /** Whichever value it has, the service has this clock. */
  public static final String PROPERTY = "test.clock";

  private volatile Instant now = Instant.parse("2026-03-02T00:00:00Z");

  /** It becomes about noon of the day. */
  public void moveTo(LocalDate day) {
    now = day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
