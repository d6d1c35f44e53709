package nz.cleancar.examples;

import java.math.BigDecimal;

/** A fleet's differences: exactly, as they are counted, and what an earlier year left to it. */
record HistoryFleet(int vehicles, BigDecimal exact, long tenths, long carried) {

  static final HistoryFleet NONE = new HistoryFleet(0, BigDecimal.ZERO, 0, 0);

  HistoryFleet with(BigDecimal difference) {
    return new HistoryFleet(
        vehicles + 1, exact.add(difference), tenths + HistoryModel.tenthsOf(difference), carried);
  }

  HistoryFleet carrying(long more) {
    return new HistoryFleet(vehicles, exact, tenths, carried + more);
  }

  long balance() {
    return tenths - carried;
  }

  /** What a fleet pays for a gram above its target in a year. */
  static BigDecimal rate(boolean isNew, int year) {
    String used = year < 2025 ? "22.50" : year == 2026 || year == 2027 ? "7.50" : "33.75";
    var rate = new BigDecimal(used);
    return isNew ? rate.add(rate) : rate;
  }
}
