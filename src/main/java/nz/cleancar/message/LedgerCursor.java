package nz.cleancar.message;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import nz.cleancar.ledger.LedgerStore.LinePlace;

/** A place among an account's lines, as a page's {@code next} says it. */
public final class LedgerCursor {

  private static final Pattern FORM =
      Pattern.compile("(\\d{4}-\\d{2}-\\d{2})\\.([0-9A-Z]{26})\\.(\\d{1,6})");

  private LedgerCursor() {}

  static String text(LinePlace place) {
    return place.day() + "." + place.entryId() + "." + place.line();
  }

  /** The place that the text says, if it says one. */
  public static Optional<LinePlace> place(String text) {
    var parts = FORM.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new LinePlace(
              LocalDate.parse(parts.group(1)), parts.group(2), Integer.parseInt(parts.group(3))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
