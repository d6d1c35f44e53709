package nz.cleancar.statement;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeSet;
import nz.cleancar.account.Account;
import nz.cleancar.ledger.Balances;
import nz.cleancar.ledger.Ledger;
import nz.cleancar.ledger.OwedCharge;
import nz.cleancar.ledger.fleet.FleetStatement;
import nz.cleancar.ledger.fleet.FleetYears;
import nz.cleancar.standard.NewZealand;
import nz.cleancar.standard.Scheme;
import nz.cleancar.statement.Dashboard.Pending;
import nz.cleancar.statement.Dashboard.Vehicles;
import nz.cleancar.vehicle.VehicleBook.Count;
import nz.cleancar.vehicle.VehicleRecords;
import nz.cleancar.vehicle.Waiting;

/**
 * The dashboards of accounts. One costs as much as the account has at hand: it grows neither with
 * what other accounts did nor with what the account itself settled.
 */
@Singleton
public final class Dashboards {

  private final VehicleRecords vehicles;
  private final Ledger ledger;
  private final FleetYears fleets;
  private final NewZealand clock;

  Dashboards(VehicleRecords vehicles, Ledger ledger, FleetYears fleets, NewZealand clock) {
    this.vehicles = vehicles;
    this.ledger = ledger;
    this.fleets = fleets;
    this.clock = clock;
  }

  /** The account's dashboard of today, for whoever may view it. */
  public Dashboard of(Account account) {
    LocalDate today = clock.today();
    Balances balances = ledger.balances(account.number());
    List<Count> counts = vehicles.counts(account.number());
    return new Dashboard(
        account,
        today,
        counted(counts),
        Waiting.of(counts),
        balances,
        pending(balances.charges()),
        fleets(account, balances, today));
  }

  private List<FleetStatement> fleets(Account account, Balances balances, LocalDate today) {
    var years = new TreeSet<>(balances.fleets().keySet());
    if (account.schemeOn(today) == Scheme.FLEET_AVERAGE) {
      years.add(today.getYear());
    }
    return years.stream().map(year -> fleets.statement(account, year)).toList();
  }

  /** The counts by what they mean to the holder. */
  static Vehicles counted(List<Count> counts) {
    long entered = 0;
    long awaiting = 0;
    long refused = 0;
    long notSubject = 0;
    long undecided = 0;
    long disputed = 0;
    for (Count each : counts) {
      switch (each.step()) {
        case ENTERED -> entered += each.count();
        case DISPUTED -> disputed += each.count();
        case READY -> {
          switch (each.outcome()) {
            case String _ when each.waits() -> awaiting += each.count();
            case "REFUSE" -> refused += each.count();
            case "NOT_SUBJECT" -> notSubject += each.count();
            default -> undecided += each.count();
          }
        }
        case ACCEPTED, REJECTED -> {
          // they wait for nothing
        }
      }
    }
    return new Vehicles(entered, awaiting, refused, notSubject, undecided, disputed);
  }

  /** Charges that are due together, in the order of the charges. */
  static List<Pending> pending(List<OwedCharge> charges) {
    var together = new LinkedHashMap<List<LocalDate>, Pending>();
    for (OwedCharge owed : charges) {
      var one = new Pending(owed.charge().payableOn(), owed.charge().dueOn(), 1, owed.left());
      together.merge(List.of(one.dueOn(), one.payableOn()), one, Dashboards::both);
    }
    return new ArrayList<>(together.values());
  }

  private static Pending both(Pending one, Pending other) {
    return new Pending(
        one.payableOn(),
        one.dueOn(),
        one.charges() + other.charges(),
        one.left().plus(other.left()));
  }
}
