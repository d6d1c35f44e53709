package nz.cleancar.ledger;

import static java.util.Comparator.comparing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An account as somebody would keep it with pencil and paper: its credits by day, its charges, its
 * money. Under the shipped policy, worked out again and otherwise.
 */
final class PlainBooks {

  private static final LocalDate PROTECTED = LocalDate.of(2028, 12, 31);
  private static final LocalDate FOUR_YEARS_FROM = LocalDate.of(2026, 1, 1);
  private static final LocalDate PAYABLE_FROM = LocalDate.of(2023, 6, 1);

  final Map<LocalDate, Long> credits = new TreeMap<>();
  final Map<String, PlainCharge> charges = new LinkedHashMap<>();
  long cents;

  /** A charge that is owed. */
  record PlainCharge(
      String id, long tenths, long cents, int rate, LocalDate leviedOn, LocalDate payableOn) {}

  static LocalDate lastDay(LocalDate earnedOn, LocalDate today) {
    if (today.isBefore(FOUR_YEARS_FROM)) {
      return earnedOn.plusYears(3);
    }
    LocalDate fourYears = earnedOn.plusYears(4);
    return fourYears.isAfter(PROTECTED) ? fourYears : PROTECTED;
  }

  static long cost(long tenths, int rate) {
    return BigDecimal.valueOf(tenths, 1)
        .multiply(BigDecimal.valueOf(rate))
        .setScale(2, RoundingMode.HALF_UP)
        .movePointRight(2)
        .longValueExact();
  }

  long usable(LocalDate today) {
    return credits.entrySet().stream()
        .filter(lot -> !lastDay(lot.getKey(), today).isBefore(today))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  void earn(LocalDate today, long tenths) {
    if (tenths > 0) {
      credits.merge(today, tenths, Long::sum);
    }
  }

  /** What was taken from each day, a tenth at a time. */
  Map<LocalDate, Long> take(LocalDate today, long tenths) {
    var taken = new TreeMap<LocalDate, Long>();
    for (long n = 0; n < tenths; n++) {
      LocalDate day =
          credits.keySet().stream()
              .filter(each -> !lastDay(each, today).isBefore(today))
              .min(comparing((LocalDate each) -> lastDay(each, today)).thenComparing(each -> each))
              .orElseThrow();
      credits.computeIfPresent(day, (_, left) -> left == 1 ? null : left - 1);
      taken.merge(day, 1L, Long::sum);
    }
    return taken;
  }

  /** Whether the account has the money for it; if so, the vehicle above its target is accepted. */
  boolean accept(LocalDate today, String id, long tenths, int rate, long mostCredits) {
    long cost = cost(tenths, rate);
    if (today.isBefore(PAYABLE_FROM)) {
      charges.put(id, new PlainCharge(id, tenths, cost, rate, today, PAYABLE_FROM));
      return true;
    }
    long used = Math.min(tenths, Math.min(mostCredits, usable(today)));
    long rest = used == 0 ? cost : cost(tenths - used, rate);
    if (rest > cents) {
      return false;
    }
    take(today, used);
    cents -= rest;
    return true;
  }

  /** Whether settling all that is payable changes anything, or nothing was payable. */
  boolean settle(LocalDate today, long mostCredits) {
    long most = mostCredits;
    boolean isChanged = false;
    List<PlainCharge> payable = new ArrayList<>(charges.values());
    payable.removeIf(charge -> charge.payableOn().isAfter(today));
    payable.sort(comparing(PlainCharge::leviedOn).thenComparing(PlainCharge::id));
    for (PlainCharge charge : payable) {
      long used = Math.min(charge.tenths(), Math.min(most, usable(today)));
      take(today, used);
      most -= used;
      long rest = used == 0 ? charge.cents() : cost(charge.tenths() - used, charge.rate());
      boolean isPaid = rest <= cents;
      isChanged |= used > 0 || isPaid;
      if (isPaid) {
        cents -= rest;
        charges.remove(charge.id());
      } else {
        charges.put(
            charge.id(),
            new PlainCharge(
                charge.id(),
                charge.tenths() - used,
                rest,
                charge.rate(),
                charge.leviedOn(),
                charge.payableOn()));
      }
    }
    return isChanged || payable.isEmpty();
  }

  /** Ends what expired; how much. */
  long expire(LocalDate today) {
    long before = credits.values().stream().mapToLong(Long::longValue).sum();
    credits.keySet().removeIf(day -> lastDay(day, today).isBefore(today));
    return before - credits.values().stream().mapToLong(Long::longValue).sum();
  }
}
