package nz.cleancar.examples;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Credits of an account in tenths, by the day that they were earned. */
final class HistoryLots {

  private static final LocalDate FOUR_YEARS_FROM = LocalDate.of(2026, 1, 1);
  private static final LocalDate NONE_EXPIRES_BEFORE = LocalDate.of(2028, 12, 31);

  private NavigableMap<LocalDate, Long> lots = new TreeMap<>();

  /** The last day of credits, as the law is on a day. */
  static LocalDate lastDay(LocalDate earnedOn, LocalDate today) {
    if (today.isBefore(FOUR_YEARS_FROM)) {
      return earnedOn.plusYears(3);
    }
    LocalDate ends = earnedOn.plusYears(4);
    return ends.isBefore(NONE_EXPIRES_BEFORE) ? NONE_EXPIRES_BEFORE : ends;
  }

  /** Credits that may be used today, the ones that expire first before others. */
  Map<LocalDate, Long> usableByDay(LocalDate today) {
    var usable = new LinkedHashMap<LocalDate, Long>();
    lots.entrySet().stream()
        .filter(lot -> !lastDay(lot.getKey(), today).isBefore(today))
        .sorted(
            Comparator.comparing((Map.Entry<LocalDate, Long> lot) -> lastDay(lot.getKey(), today))
                .thenComparing(Map.Entry.comparingByKey()))
        .forEach(lot -> usable.put(lot.getKey(), lot.getValue()));
    return usable;
  }

  long usable(LocalDate today) {
    return sum(usableByDay(today));
  }

  /** All credits that it has, those that are over and not ended too. */
  long held() {
    return sum(lots);
  }

  private static long sum(Map<LocalDate, Long> lots) {
    return lots.values().stream().mapToLong(Long::longValue).sum();
  }

  void add(LocalDate earnedOn, long tenths) {
    if (tenths != 0) {
      lots.merge(earnedOn, tenths, Long::sum);
    }
  }

  Map<LocalDate, Long> take(LocalDate today, long tenths) {
    var taken = new LinkedHashMap<LocalDate, Long>();
    long wanted = tenths;
    for (var lot : usableByDay(today).entrySet()) {
      long part = Math.min(wanted, lot.getValue());
      if (part > 0) {
        taken.put(lot.getKey(), part);
        lots.merge(lot.getKey(), -part, Long::sum);
        wanted -= part;
      }
    }
    lots.values().removeIf(left -> left == 0);
    return taken;
  }

  /** All are gone; how many they were. */
  long clear() {
    long held = held();
    lots = new TreeMap<>();
    return held;
  }

  /** Those that nobody may use any more are gone; how many they were. */
  long end(LocalDate today) {
    long over = held() - usable(today);
    lots = new TreeMap<>(usableByDay(today));
    return over;
  }
}
