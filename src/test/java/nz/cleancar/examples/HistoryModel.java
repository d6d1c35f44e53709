package nz.cleancar.examples;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What an account holds and owes, worked out from what happened to it by the facts of the standard
 * alone: credits in tenths of a gram, money in cents. It knows nothing of the service.
 */
final class HistoryModel {

  /** All credits that there are. */
  static final int ALL = Integer.MAX_VALUE;

  private static final LocalDate CONVERTED_FROM = LocalDate.of(2026, 1, 1);
  private static final LocalDate PAID_FROM = LocalDate.of(2023, 6, 1);

  private final boolean isNew;
  private final boolean isFleet;
  private final boolean isVerified;
  private final HistoryTotals totals;
  private final HistoryLots credits = new HistoryLots();

  private Map<String, HistoryCharge> charges = new LinkedHashMap<>();
  private NavigableMap<Integer, HistoryFleet> fleets = new TreeMap<>();
  private Set<Integer> settledYears = new TreeSet<>();
  private Set<Integer> deferredYears = new TreeSet<>();
  private long cents;
  private LocalDate suspendedTo = LocalDate.MIN;
  private boolean isClosed;

  /** What the policy said of a vehicle: its difference is its target less its CO2. */
  record Vehicle(
      String id, BigDecimal difference, BigDecimal rate, long chargeCents, BigDecimal credits) {

    boolean owes() {
      return difference.signum() < 0;
    }
  }

  /** What accepting came to: the ids that were accepted, and what was to be paid for the rest. */
  record Accepted(Set<String> ids, long paidCents) {}

  HistoryModel(boolean isNew, boolean isFleet, boolean isVerified, HistoryTotals totals) {
    this.isNew = isNew;
    this.isFleet = isFleet;
    this.isVerified = isVerified;
    this.totals = totals;
  }

  static long tenthsOf(BigDecimal grams) {
    return grams.setScale(1, RoundingMode.HALF_UP).movePointRight(1).longValueExact();
  }

  boolean isActive(LocalDate today) {
    return !isClosed && today.isAfter(suspendedTo);
  }

  boolean isClosed() {
    return isClosed;
  }

  long cents() {
    return cents;
  }

  HistoryLots credits() {
    return credits;
  }

  List<HistoryCharge> charges() {
    return charges.values().stream().sorted(Comparator.comparing(HistoryCharge::due)).toList();
  }

  /** Charges that are due on the same day come in the order in which the service lists them. */
  void inOrderOf(List<String> ids) {
    var sorted = new LinkedHashMap<String, HistoryCharge>();
    ids.forEach(id -> Optional.ofNullable(charges.get(id)).ifPresent(c -> sorted.put(id, c)));
    sorted.putAll(charges);
    charges = sorted;
  }

  /** Fleets' differences that are not zero, in tenths. */
  Map<Integer, Long> fleets() {
    var balances = new TreeMap<Integer, Long>();
    fleets.forEach((year, fleet) -> balances.put(year, fleet.balance()));
    balances.values().removeIf(tenths -> tenths == 0);
    return balances;
  }

  /** Accepts vehicles in their order, those that owe nothing first; as many as it can. */
  Accepted accept(LocalDate today, List<Vehicle> vehicles, int most, boolean payment) {
    var accepted = new TreeSet<String>();
    var short_ = new ArrayList<Vehicle>();
    long left = most;
    for (Vehicle vehicle : vehicles) {
      if (isFleet) {
        fleets.merge(
            today.getYear(),
            HistoryFleet.NONE.with(vehicle.difference()),
            (fleet, _) -> fleet.with(vehicle.difference()));
        accepted.add(vehicle.id());
      } else if (!vehicle.owes()) {
        long earned = tenthsOf(vehicle.credits());
        credits.add(today, earned);
        totals.earned += earned;
        accepted.add(vehicle.id());
      }
    }
    for (Vehicle vehicle : vehicles) {
      if (!accepted.contains(vehicle.id())) {
        OptionalLong used = charged(today, vehicle, left);
        if (used.isPresent()) {
          left -= used.getAsLong();
          accepted.add(vehicle.id());
        } else {
          short_.add(vehicle);
        }
      }
    }
    long toPay = 0;
    if (payment && !short_.isEmpty()) {
      toPay = toPay(today, short_.stream().map(each -> charge(today, each)).toList(), left);
      receive(toPay);
      for (Vehicle vehicle : short_) {
        left -= charged(today, vehicle, left).orElseThrow();
        accepted.add(vehicle.id());
      }
    }
    return new Accepted(accepted, toPay);
  }

  private static HistoryCharge charge(LocalDate today, Vehicle vehicle) {
    LocalDate from = today.isBefore(PAID_FROM) ? PAID_FROM : today;
    return new HistoryCharge(
        vehicle.id(),
        vehicle.rate(),
        tenthsOf(vehicle.difference().negate()),
        vehicle.chargeCents(),
        from,
        from);
  }

  /** Levies a vehicle's charge, and settles it if it is payable; none where that cannot be. */
  private OptionalLong charged(LocalDate today, Vehicle vehicle, long most) {
    HistoryCharge charge = charge(today, vehicle);
    if (charge.centsLeft() == 0) {
      return OptionalLong.of(0);
    }
    if (charge.from().isAfter(today)) {
      charges.put(charge.id(), charge);
      return OptionalLong.of(0);
    }
    long used = offsettable(charge, credits.usable(today), most);
    long rest = used == 0 ? charge.centsLeft() : charge.less(used).centsLeft();
    if (rest > cents) {
      return OptionalLong.empty();
    }
    credits.take(today, used);
    totals.offset += used;
    pay(rest);
    return OptionalLong.of(used);
  }

  private static long offsettable(HistoryCharge charge, long usable, long most) {
    return Math.min(charge.tenthsLeft(), Math.min(usable, most));
  }

  private void pay(long amount) {
    cents -= amount;
    totals.revenue += amount;
  }

  /** The money that is missing for all of these. */
  private long toPay(LocalDate today, List<HistoryCharge> wanted, long most) {
    long usable = credits.usable(today);
    long left = most;
    long needed = 0;
    for (HistoryCharge charge : wanted) {
      long used = offsettable(charge, usable, left);
      usable -= used;
      left -= used;
      needed += used == 0 ? charge.centsLeft() : charge.less(used).centsLeft();
    }
    return Math.max(0, needed - cents);
  }

  /** Money comes in. */
  void receive(long amount) {
    cents += amount;
    totals.received += amount;
  }

  /** Money is paid back; whether it can be. */
  boolean refund(long amount) {
    if (amount > cents) {
      return false;
    }
    cents -= amount;
    totals.refunded += amount;
    return true;
  }

  /** Settles one charge, or all that are payable; what was to be paid, or none if it cannot be. */
  OptionalLong settle(LocalDate today, Optional<String> one, int most, boolean payment) {
    List<HistoryCharge> wanted =
        charges().stream()
            .filter(each -> one.isEmpty() || one.get().equals(each.id()))
            .filter(each -> !each.from().isAfter(today))
            .toList();
    if (isClosed || wanted.isEmpty()) {
      return OptionalLong.empty();
    }
    long toPay = toPay(today, wanted, most);
    boolean isSettled = settle(today, wanted, most);
    if (!payment || toPay == 0) {
      return isSettled ? OptionalLong.of(0) : OptionalLong.empty();
    }
    receive(toPay);
    settle(today, wanted, 0);
    return OptionalLong.of(toPay);
  }

  private boolean settle(LocalDate today, List<HistoryCharge> wanted, long most) {
    boolean isChanged = false;
    long left = most;
    for (HistoryCharge each : wanted) {
      if (!charges.containsKey(each.id())) {
        continue;
      }
      HistoryCharge charge = charges.get(each.id());
      long used = offsettable(charge, credits.usable(today), left);
      if (used > 0) {
        credits.take(today, used);
        totals.offset += used;
        left -= used;
        charge = charge.less(used);
        charges.put(charge.id(), charge);
      }
      if (charge.centsLeft() <= cents) {
        pay(charge.centsLeft());
        charges.remove(charge.id());
      }
      isChanged |= used > 0 || !charges.containsKey(charge.id());
    }
    return isChanged;
  }

  /** Whether credits may go to another account today. */
  boolean mayGive(HistoryModel to, LocalDate today) {
    boolean isOneCondition = isNew == to.isNew;
    return isActive(today)
        && to.isActive(today)
        && isVerified
        && to.isVerified
        && (isOneCondition || !today.isBefore(CONVERTED_FROM));
  }

  /** How many of the credits would move: whole sets alone. */
  long moving(HistoryModel to, long whole) {
    return !isNew && to.isNew ? whole / 2 * 2 : whole;
  }

  /** Credits go to another account; whether they can. */
  boolean give(HistoryModel to, LocalDate today, long whole) {
    long moved = moving(to, whole);
    if (!mayGive(to, today) || moved == 0 || credits.usable(today) < moved * 10) {
      return false;
    }
    long times = isNew && !to.isNew ? 2 : 1;
    long divided = !isNew && to.isNew ? 2 : 1;
    long gone = 0;
    long come = 0;
    for (var lot : credits.take(today, moved * 10).entrySet()) {
      gone += lot.getValue();
      long arrived = gone * times / divided - come;
      to.credits.add(lot.getKey(), arrived);
      come += arrived;
    }
    totals.converted += gone - come;
    return true;
  }

  /** Settles a year that is over, if it has a fleet that was not settled. */
  void settleYear(LocalDate today, String number, int year) {
    HistoryFleet fleet = fleets.get(year);
    if (fleet == null || (fleet.vehicles() == 0 && fleet.balance() == 0)) {
      return;
    }
    settledYears.add(year);
    fleets.remove(year);
    BigDecimal grams = fleet.exact().subtract(BigDecimal.valueOf(fleet.carried(), 1));
    if (grams.signum() >= 0) {
      long earned = tenthsOf(grams);
      credits.add(LocalDate.of(year, 12, 31), earned);
      totals.earned += earned;
    } else {
      String id = number + "/" + year;
      BigDecimal rate = HistoryFleet.rate(isNew, year);
      long above = tenthsOf(grams.negate());
      LocalDate due = LocalDate.of(year + 1, 3, 31);
      charges.put(
          id,
          new HistoryCharge(id, rate, above, HistoryCharge.cost(rate, grams.negate()), today, due));
    }
  }

  /** Carries what a year owes into the next; whether that can be. */
  boolean defer(LocalDate today, String number, int year) {
    if (!isActive(today) || year >= today.getYear()) {
      return false;
    }
    if (deferredYears.contains(year)) {
      return true;
    }
    HistoryFleet before = fleets.get(year);
    boolean isInTime = isNew && !today.isAfter(LocalDate.of(year + 1, 3, 31));
    boolean owes =
        before == null
            ? charges.containsKey(number + "/" + year)
            : before.exact().compareTo(BigDecimal.valueOf(before.carried(), 1)) < 0;
    if (!isInTime || !owes || settledYears.contains(year + 1)) {
      return false;
    }
    settleYear(today, number, year);
    long grams = charges.remove(number + "/" + year).tenthsLeft();
    fleets.merge(year + 1, HistoryFleet.NONE.carrying(grams), (fleet, _) -> fleet.carrying(grams));
    deferredYears.add(year);
    return true;
  }

  boolean suspend(LocalDate today, LocalDate to) {
    boolean may = isActive(today);
    suspendedTo = may ? to : suspendedTo;
    return may;
  }

  boolean lift(LocalDate today) {
    boolean may = !isClosed && !today.isAfter(suspendedTo);
    suspendedTo = may ? LocalDate.MIN : suspendedTo;
    return may;
  }

  /** Ends what nobody may use any more. */
  void endCredits(LocalDate today) {
    totals.expired += credits.end(today);
  }

  /**
   * Closes the account; whether that can be.
   *
   * @param waits whether vehicles wait in it or a payment into it is open
   */
  boolean close(LocalDate today, boolean deletesCredits, boolean waits) {
    boolean owes =
        !charges.isEmpty() || fleets().values().stream().anyMatch(balance -> balance != 0);
    boolean hasCredits = credits.usable(today) > 0;
    if (!isActive(today) || owes || waits || cents > 0 || (hasCredits && !deletesCredits)) {
      return false;
    }
    endCredits(today);
    totals.deleted += credits.clear();
    isClosed = true;
    return true;
  }
}
