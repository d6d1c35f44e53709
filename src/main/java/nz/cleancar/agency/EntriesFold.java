package nz.cleancar.agency;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nz.cleancar.agency.GoLiveReport.Asked;
import nz.cleancar.agency.GoLiveReport.Clearing;
import nz.cleancar.agency.GoLiveReport.Imports;
import nz.cleancar.agency.GoLiveReport.Positions;
import nz.cleancar.agency.LedgerFigures.TransfersOfDay;
import nz.cleancar.agency.LedgerMovements.ChargeDays;
import nz.cleancar.agency.LedgerMovements.Movement;
import nz.cleancar.ledger.Book;
import nz.cleancar.ledger.Entry;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.Grams;
import nz.cleancar.standard.Money;
import nz.cleancar.standard.VehicleCondition;

/**
 * The figures as they follow from the entries, read one by one. It holds a few sums for each
 * account, and nothing that grows with the entries.
 */
final class EntriesFold {

  private final Asked asked;
  private final Set<String> expired;
  private final Map<AccountNumber, Standing> accounts = new HashMap<>();
  private final Map<Between, Moved> transfers = new HashMap<>();
  private OpenTransfer open = new OpenTransfer("", LocalDate.MIN);
  private long newVehicles;
  private long usedVehicles;
  private long fleetVehicles;

  /** A fold that has read nothing; the lots named had expired on the due day. */
  EntriesFold(Asked asked, Set<String> expired) {
    this.asked = asked;
    this.expired = Set.copyOf(expired);
  }

  private static final class Standing {
    private boolean hasChargeVehicles;
    private boolean hasFleetVehicles;
    private long dueCents;
    private long aboveTenths;
    private long creditTenths;
    private long clearedByCredits;
    private long clearedByMoney;

    boolean isNetCharge() {
      return hasChargeVehicles && aboveTenths > creditTenths;
    }

    boolean hasCleared() {
      return dueCents > 0 && clearedByCredits + clearedByMoney == dueCents;
    }
  }

  private record Between(LocalDate day, VehicleCondition from, VehicleCondition to) {}

  private static final class Moved {
    private long number;
    private long given;
    private long received;
  }

  /** The transfer whose postings are being read. */
  private static final class OpenTransfer {
    private final String entry;
    private final LocalDate day;
    private final List<Movement> out = new ArrayList<>();
    private final List<Movement> in = new ArrayList<>();

    OpenTransfer(String entry, LocalDate day) {
      this.entry = entry;
      this.day = day;
    }
  }

  /** Reads what the next posting says. */
  void take(Movement movement) {
    Standing standing = accounts.computeIfAbsent(movement.account(), _ -> new Standing());
    if (isInPeriod(movement.day())) {
      imported(movement, standing);
      transferred(movement);
    }
    if (movement.day().isBefore(asked.dueDay())) {
      stood(movement, standing);
    } else if (movement.day().equals(asked.dueDay())) {
      cleared(movement, standing);
    }
  }

  private boolean isInPeriod(LocalDate day) {
    return !day.isBefore(asked.from()) && !day.isAfter(asked.to());
  }

  private void imported(Movement movement, Standing standing) {
    var posted = movement.posted();
    if (movement.kind() == Entry.Kind.CHARGE_LEVIED
        && posted.book() == Book.OWED
        && !posted.lot().startsWith(movement.account() + "/")) {
      switch (movement.condition()) {
        case NEW -> newVehicles++;
        case USED -> usedVehicles++;
      }
      standing.hasChargeVehicles = true;
    } else if (movement.kind() == Entry.Kind.FLEET_ACCRUED && posted.amount() < 0) {
      fleetVehicles++;
      standing.hasFleetVehicles = true;
    }
  }

  private void transferred(Movement movement) {
    if (movement.kind() != Entry.Kind.CREDITS_TRANSFERRED) {
      return;
    }
    if (!open.entry.equals(movement.entry())) {
      endTransfer();
      open = new OpenTransfer(movement.entry(), movement.day());
    }
    (movement.posted().amount() < 0 ? open.out : open.in).add(movement);
  }

  private void endTransfer() {
    if (open.out.isEmpty() || open.in.isEmpty()) {
      return;
    }
    var between =
        new Between(open.day, open.out.getFirst().condition(), open.in.getFirst().condition());
    Moved moved = transfers.computeIfAbsent(between, _ -> new Moved());
    moved.number++;
    moved.given -= sum(open.out);
    moved.received += sum(open.in);
  }

  private static long sum(List<Movement> movements) {
    return movements.stream()
        .map(each -> each.posted().amount())
        .reduce(0L, (one, other) -> Math.addExact(one, other));
  }

  private void stood(Movement movement, Standing standing) {
    var posted = movement.posted();
    if (posted.book() == Book.CREDITS && !expired.contains(posted.lot())) {
      standing.creditTenths += posted.amount();
    } else if (posted.book() == Book.OWED && isDue(movement)) {
      standing.dueCents += posted.amount();
    } else if (posted.book() == Book.ABOVE_TARGET && isDue(movement)) {
      standing.aboveTenths += posted.amount();
    }
  }

  private void cleared(Movement movement, Standing standing) {
    var posted = movement.posted();
    if (posted.book() == Book.OWED && isDue(movement)) {
      if (movement.kind() == Entry.Kind.CHARGE_OFFSET) {
        standing.clearedByCredits -= posted.amount();
      } else if (movement.kind() == Entry.Kind.CHARGE_PAID) {
        standing.clearedByMoney -= posted.amount();
      }
    }
  }

  /** Whether it is about a charge that was owed when the due day began, and due by then. */
  private boolean isDue(Movement movement) {
    return movement.charge().filter(this::isDue).isPresent();
  }

  private boolean isDue(ChargeDays charge) {
    return charge.leviedOn().isBefore(asked.dueDay()) && !charge.dueOn().isAfter(asked.dueDay());
  }

  /** What it comes to, once everything was read. */
  LedgerFigures figures() {
    endTransfer();
    open = new OpenTransfer("", LocalDate.MIN);
    return new LedgerFigures(
        new Imports(
            newVehicles,
            usedVehicles,
            count(accounts.values().stream().filter(each -> each.hasChargeVehicles).toList()),
            fleetVehicles,
            count(accounts.values().stream().filter(each -> each.hasFleetVehicles).toList())),
        positions(),
        clearing(),
        transfers.entrySet().stream().map(EntriesFold::transfersOfDay).toList());
  }

  private Positions positions() {
    List<Standing> charged =
        accounts.values().stream().filter(each -> each.hasChargeVehicles).toList();
    List<Standing> netCharge = charged.stream().filter(Standing::isNetCharge).toList();
    List<Standing> owing = accounts.values().stream().filter(each -> each.dueCents > 0).toList();
    return new Positions(
        count(netCharge),
        count(charged) - count(netCharge),
        count(owing),
        due(owing),
        due(netCharge),
        Grams.ofTenths(accounts.values().stream().mapToLong(each -> each.aboveTenths).sum()),
        Grams.ofTenths(accounts.values().stream().mapToLong(each -> each.creditTenths).sum()));
  }

  private Clearing clearing() {
    List<Standing> done = accounts.values().stream().filter(Standing::hasCleared).toList();
    return new Clearing(
        count(done),
        due(done),
        count(done.stream().filter(each -> each.clearedByCredits > each.clearedByMoney).toList()),
        new Money(done.stream().mapToLong(each -> each.clearedByCredits).sum()),
        new Money(done.stream().mapToLong(each -> each.clearedByMoney).sum()));
  }

  private static Money due(List<Standing> standings) {
    return new Money(standings.stream().mapToLong(each -> each.dueCents).sum());
  }

  private static long count(List<Standing> standings) {
    return standings.size();
  }

  private static TransfersOfDay transfersOfDay(Map.Entry<Between, Moved> entry) {
    Between between = entry.getKey();
    Moved moved = entry.getValue();
    return new TransfersOfDay(
        between.day(), between.from(), between.to(), moved.number, moved.given, moved.received);
  }
}
