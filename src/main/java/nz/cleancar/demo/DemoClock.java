package nz.cleancar.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import nz.cleancar.standard.NewZealand;

/** A clock that stands still until the year moves it on. */
public final class DemoClock extends Clock {

  private volatile Instant now;

  /** Stands in the morning of a New Zealand day. */
  public DemoClock(LocalDate day) {
    now = at(day, LocalTime.MIN.plusHours(8));
  }

  /** Moves on to a time of a New Zealand day; it never goes back. */
  void moveTo(LocalDate day, LocalTime time) {
    Instant then = at(day, time);
    if (then.isBefore(now)) {
      throw new IllegalArgumentException("The clock stands at " + now + " and goes forward only.");
    }
    now = then;
  }

  static Instant at(LocalDate day, LocalTime time) {
    return NewZealand.once(day.atTime(time))
        .orElseThrow(() -> new IllegalArgumentException("No clock shows " + time + " on " + day));
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
