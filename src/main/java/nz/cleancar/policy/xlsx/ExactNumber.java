package nz.cleancar.policy.xlsx;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A number as a workbook stores it, to the digit that the user typed.
 *
 * <p>Spreadsheets calculate with 64-bit floating point and write some numbers with 17 digits:
 * {@code 0.0343} as {@code 3.4299999999999997E-2}. A stored text with 15 significant digits or
 * fewer is taken as it stands. One with 16 or more stands for the floating point number next to it,
 * and is read as the shortest decimal that stands for the same one: 0.0343.
 */
final class ExactNumber {

  private static final int EXACT_DIGITS = 15;
  private static final Pattern STORED =
      Pattern.compile("[+-]?[0-9]{1,40}(\\.[0-9]{0,60})?([eE][+-]?[0-9]{1,3})?");

  private ExactNumber() {}

  /** The number, unless the text is none. */
  static Optional<BigDecimal> of(String stored) {
    if (!STORED.matcher(stored).matches()) {
      return Optional.empty();
    }
    var number = new BigDecimal(stored);
    if (number.stripTrailingZeros().precision() <= EXACT_DIGITS) {
      return Optional.of(number);
    }
    double nearest = Double.parseDouble(stored);
    return Double.isFinite(nearest)
        ? Optional.of(new BigDecimal(Double.toString(nearest)))
        : Optional.empty();
  }
}
