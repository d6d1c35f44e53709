package nz.cleancar.policy.xlsx;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * The day that a spreadsheet counts by a number.
 *
 * <p>Counting from 1900, spreadsheets differ on days before 1 March 1900, since some of them know a
 * 29 February 1900: those days are refused. Counting from 1904, day 0 is 1 January 1904.
 */
final class SerialDay {

  private static final LocalDate BEFORE_1900 = LocalDate.of(1899, 12, 30);
  private static final LocalDate BEFORE_1904 = LocalDate.of(1904, 1, 1);
  private static final BigDecimal FIRST_AGREED = BigDecimal.valueOf(61);
  private static final BigDecimal LAST = BigDecimal.valueOf(2_958_465);

  private SerialDay() {}

  /** The day, or why the number is none. */
  static Content of(BigDecimal serial, boolean from1904) {
    BigDecimal first = from1904 ? BigDecimal.ZERO : FIRST_AGREED;
    if (serial.compareTo(LAST) > 0 || serial.signum() < 0) {
      return new Content.NoDay(serial, "no day of any calendar");
    }
    if (serial.stripTrailingZeros().scale() > 0) {
      return new Content.NoDay(serial, "a time or a day with a time");
    }
    if (serial.compareTo(first) < 0) {
      return new Content.NoDay(serial, "a day before 1 March 1900");
    }
    return new Content.Day(
        (from1904 ? BEFORE_1904 : BEFORE_1900).plusDays(serial.longValueExact()));
  }
}
