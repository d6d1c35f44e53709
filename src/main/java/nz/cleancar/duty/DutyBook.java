package nz.cleancar.duty;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Which duties were done on which days. */
public interface DutyBook {

  /** What was done on the day, if it was. */
  Optional<String> done(Duty duty, LocalDate day);

  /** The last day on which it was done, if it ever was. */
  Optional<LocalDate> last(Duty duty);

  /** Keeps that it was done on the day; another service may have kept it before. */
  void keep(Duty duty, LocalDate day, Instant at, String says);
}
