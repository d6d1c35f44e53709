package nz.cleancar.examples;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;

/** A charge and what is left of it. */
record HistoryCharge(
    String id, BigDecimal rate, long tenthsLeft, long centsLeft, LocalDate from, LocalDate due) {

  HistoryCharge less(long tenths) {
    long left = tenthsLeft - tenths;
    return new HistoryCharge(id, rate, left, cost(rate, left), from, due);
  }

  static long cost(BigDecimal rate, long tenths) {
    return cost(rate, BigDecimal.valueOf(tenths, 1));
  }

  static long cost(BigDecimal rate, BigDecimal grams) {
    return rate.multiply(grams)
        .setScale(2, RoundingMode.HALF_UP)
        .movePointRight(2)
        .longValueExact();
  }
}
