package nz.cleancar.standard;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

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

  /** The day that it is in New Zealand. */
  public LocalDate today() {
    return dayOf(now());
  }

  /** The New Zealand day of the moment. */
  public static LocalDate dayOf(Instant moment) {
    return moment.atZone(ZONE).toLocalDate();
  }

  /** The moment as a New Zealand wall clock shows it, with its offset. */
  public static OffsetDateTime at(Instant moment) {
    return moment.atZone(ZONE).toOffsetDateTime();
  }

  /** The moment at which a New Zealand wall clock shows this, if it shows it exactly once. */
  public static Optional<Instant> once(LocalDateTime shown) {
    var offsets = ZONE.getRules().getValidOffsets(shown);
    return offsets.size() == 1
        ? Optional.of(shown.toInstant(offsets.getFirst()))
        : Optional.empty();
  }
}
