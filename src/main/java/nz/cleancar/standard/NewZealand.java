package nz.cleancar.standard;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** New Zealand's clock: the one place that names the zone and asks what time it is. */
@Singleton
public final class NewZealand {

  private static final ZoneId ZONE = ZoneId.of("Pacific/Auckland");

  private final Clock clock;

  public NewZealand(Clock clock) {
    this.clock = clock;
  }

  /** This moment, to the millisecond. */
  public Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /** The moment as a New Zealand wall clock shows it, with its offset. */
  public static OffsetDateTime at(Instant moment) {
    return moment.atZone(ZONE).toOffsetDateTime();
  }
}
