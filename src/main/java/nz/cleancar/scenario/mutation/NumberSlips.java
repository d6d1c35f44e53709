package nz.cleancar.scenario.mutation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import nz.cleancar.scenario.mutation.Mutant.Slip;

/** How the digits of a number are mistyped. */
final class NumberSlips {

  private static final BigDecimal TOO_LARGE = BigDecimal.TEN.pow(12);

  private NumberSlips() {}

  /** Each digit another, each two neighbours swapped, and a nought too many. */
  static List<Slipped<BigDecimal>> of(BigDecimal number) {
    String text = number.toPlainString();
    int[] digits =
        IntStream.range(0, text.length())
            .filter(at -> Character.isDigit(text.charAt(at)))
            .toArray();
    var slips = new ArrayList<Slipped<BigDecimal>>();
    for (int at : digits) {
      slips.add(new Slipped<>(Slip.DIGIT, with(text, at, another(text.charAt(at)))));
    }
    for (int i = 1; i < digits.length; i++) {
      slips.add(new Slipped<>(Slip.DIGITS_SWAPPED, swapped(text, digits[i - 1], digits[i])));
    }
    slips.add(new Slipped<>(Slip.TEN_TIMES, number.multiply(BigDecimal.TEN)));
    return slips.stream().filter(slip -> slip.to().abs().compareTo(TOO_LARGE) < 0).toList();
  }

  private static char another(char digit) {
    return digit == '9' ? '8' : (char) (digit + 1);
  }

  private static BigDecimal with(String text, int at, char digit) {
    var changed = new StringBuilder(text);
    changed.setCharAt(at, digit);
    return new BigDecimal(changed.toString());
  }

  private static BigDecimal swapped(String text, int left, int right) {
    var changed = new StringBuilder(text);
    changed.setCharAt(left, text.charAt(right));
    changed.setCharAt(right, text.charAt(left));
    return new BigDecimal(changed.toString());
  }
}
