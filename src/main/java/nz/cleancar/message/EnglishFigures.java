package nz.cleancar.message;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import nz.cleancar.standard.Money;

/** Days and figures as people in New Zealand read them. */
final class EnglishFigures {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  private EnglishFigures() {}

  /** For example {@code 1 June 2023}. */
  static String day(LocalDate day) {
    return DAY.format(day);
  }

  /** For example {@code 18,000}. */
  static String count(long number) {
    return NumberFormat.getIntegerInstance(Locale.ENGLISH).format(number);
  }

  /** For example {@code 1 account} or {@code 1,182 accounts}. */
  static String ofThem(long number, String one, String more) {
    return count(number) + " " + (number == 1 ? one : more);
  }

  /** For example {@code $13,100,000.00}. */
  static String dollars(Money money) {
    var format = NumberFormat.getNumberInstance(Locale.ENGLISH);
    format.setMinimumFractionDigits(2);
    return money.cents() < 0
        ? "-$" + format.format(money.dollars().negate())
        : "$" + format.format(money.dollars());
  }

  /** For example {@code 17,311.5}. */
  static String amount(BigDecimal number) {
    return NumberFormat.getNumberInstance(Locale.ENGLISH).format(number);
  }
}
