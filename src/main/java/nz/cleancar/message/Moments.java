package nz.cleancar.message;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Moments as requests give them: ISO 8601 with an offset. */
public final class Moments {

  /** A moment that may be given. */
  public static final String EXAMPLE = "2026-03-02T09:30:00+13:00";

  private static final int LONGEST = 40;
  private static final int FIRST_YEAR = 1880;
  private static final int LAST_YEAR = 2199;

  private Moments() {}

  /** The moment, if the text is one of the years that a day of the law may be in. */
  public static Optional<OffsetDateTime> read(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      var moment = OffsetDateTime.parse(text);
      return Optional.of(moment)
          .filter(it -> it.getYear() >= FIRST_YEAR && it.getYear() <= LAST_YEAR);
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
