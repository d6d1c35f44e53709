package nz.cleancar.ledger.fleet;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nz.cleancar.account.Access;
import nz.cleancar.account.Account;
import nz.cleancar.account.AccountBook;
import nz.cleancar.account.AccountRules;
import nz.cleancar.account.Operation;
import nz.cleancar.account.Permission;
import nz.cleancar.ledger.Charge;
import nz.cleancar.ledger.ChargeId;
import nz.cleancar.ledger.FleetSum;
import nz.cleancar.ledger.Fleets;
import nz.cleancar.ledger.Ledger;
import nz.cleancar.ledger.fleet.FleetRules.Said;
import nz.cleancar.ledger.fleet.FleetStatement.Ended;
import nz.cleancar.ledger.fleet.FleetStatement.Indicative;
import nz.cleancar.ledger.fleet.FleetStatement.Postponed;
import nz.cleancar.ledger.fleet.FleetStatement.Settled;
import nz.cleancar.ledger.fleet.FleetStatement.Standing;
import nz.cleancar.security.Person;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.Money;
import nz.cleancar.standard.NewZealand;
import nz.cleancar.work.AllOrNothing;
import nz.cleancar.work.Attempt;
import nz.cleancar.work.EachAlone;
import nz.cleancar.work.Refusal;

/**
 * The years of fleet average accounts. In which year a vehicle counts is the policy's to say; a
 * year is settled once, when it is over, and then takes no more vehicles.
 */
@Singleton
public final class FleetYears {

  private static final int PAGE = 200;

  private final Access access;
  private final AccountBook accounts;
  private final AccountRules accountRules;
  private final FleetRules rules;
  private final Fleets fleets;
  private final FleetYearBook book;
  private final Deferrals deferrals;
  private final Ledger ledger;
  private final AllOrNothing work;
  private final NewZealand clock;

  FleetYears(
      Access access,
      AccountBook accounts,
      AccountRules accountRules,
      FleetRules rules,
      Fleets fleets,
      FleetYearBook book,
      Deferrals deferrals,
      Ledger ledger,
      AllOrNothing work,
      NewZealand clock) {
    this.access = access;
    this.accounts = accounts;
    this.accountRules = accountRules;
    this.rules = rules;
    this.fleets = fleets;
    this.book = book;
    this.deferrals = deferrals;
    this.ledger = ledger;
    this.work = work;
    this.clock = clock;
  }

  /** The statement of a year: indicative while the year runs, final once it is settled. */
  public Attempt<FleetStatement> statement(Person person, AccountNumber number, int year) {
    return access
        .found(person, number, Permission.VIEW_ACCOUNT)
        .map(account -> statement(account, year));
  }

  /** The same for whoever may view the account already. */
  public FleetStatement statement(Account account, int year) {
    FleetSum sum = fleets.of(account.number(), year);
    Optional<FleetYear> settled = book.find(account.number(), year);
    if (settled.isEmpty()) {
      Said said = rules.on(account.condition(), sum);
      return statement(
          account, year, said, said.result(), isOver(year) ? new Ended() : new Indicative());
    }
    FleetYear done = settled.get();
    return statement(
        account,
        year,
        rules.on(account.condition(), sum, done.carriedOver()),
        done.result().dueOn(done.dueOn()),
        standing(done));
  }

  private static FleetStatement statement(
      Account account, int year, Said said, FleetStatement.Result result, Standing standing) {
    return new FleetStatement(
        account.number(), year, account.condition(), said.fleet(), result, standing);
  }

  private Standing standing(FleetYear done) {
    if (done.deferred().isPresent()) {
      return done.deferred().get();
    }
    var settled = new Settled(done.settledOn(), leftOwing(done.account(), done.year()));
    return done.postponed()
        .<Standing>map(until -> new Postponed(until.on(), until.dueOn(), settled))
        .orElse(settled);
  }

  private Money leftOwing(AccountNumber account, int year) {
    ChargeId id = ChargeId.ofFleet(account, year);
    return ledger.balances(account).charges().stream()
        .filter(owed -> owed.charge().id().equals(id))
        .map(owed -> owed.left())
        .reduce(Money.ZERO, Money::plus);
  }

  private boolean isOver(int year) {
    return clock.today().getYear() > year;
  }

  /**
   * Settles the year of every account that has a fleet in it, each in work of its own: the fleet's
   * book comes to zero, and a charge is owed by the due day or credits are earned on the day that
   * the policy says. Repeating it settles what is left.
   *
   * @param each names the accounts whose year could not be settled
   * @return the accounts whose year was settled now
   */
  public Attempt<List<AccountNumber>> settleAll(int year, EachAlone each) {
    if (!isOver(year)) {
      return Attempt.refused(runs(year));
    }
    var settled = new ArrayList<AccountNumber>();
    List<AccountNumber> open = book.unsettled(year, "", PAGE);
    while (!open.isEmpty()) {
      for (AccountNumber number : open) {
        each.attempt(
                "account %s in %d".formatted(number, year),
                () -> work.run(() -> settleLocked(accounts.lock(number).orElseThrow(), year)))
            .filter(isNow -> isNow)
            .ifPresent(_ -> settled.add(number));
      }
      open = book.unsettled(year, open.getLast().value(), PAGE);
    }
    return Attempt.done(settled);
  }

  /** Settles the year of one account, if it is over; settling it again changes nothing. */
  public Attempt<FleetStatement> settle(AccountNumber number, int year) {
    return work.attempt(
        () -> {
          if (!isOver(year)) {
            return Attempt.refused(runs(year));
          }
          Optional<Account> account = accounts.lock(number);
          if (account.isEmpty()) {
            return Attempt.refused(Access.unknown(number));
          }
          settleLocked(account.get(), year);
          return Attempt.done(statement(account.get(), year));
        });
  }

  /** Whether it was settled now, rather than before. */
  private boolean settleLocked(Account account, int year) {
    AccountNumber number = account.number();
    if (book.find(number, year).isPresent()) {
      return false;
    }
    FleetSum sum = fleets.of(number, year);
    Said said = rules.on(account.condition(), sum);
    Attempt<?> settled =
        said.result().charge().equals(Money.ZERO)
            ? fleets.settleByCredits(number, year, said.result().credits(), said.earnedOn())
            : fleets.settleByCharge(year, charge(number, year, said));
    if (settled instanceof Attempt.Refused<?>(List<Refusal> why)) {
      throw new IllegalStateException("A year that is not settled is in the ledger: " + why);
    }
    book.add(
        FleetYear.settled(number, year, said.result(), said.fleet().carriedOver(), clock.today()));
    return true;
  }

  /** A fleet's charge may be settled from the day that it is levied on, and is due later. */
  private Charge charge(AccountNumber account, int year, Said said) {
    LocalDate today = clock.today();
    return new Charge(
        ChargeId.ofFleet(account, year),
        account,
        said.basis(),
        said.above(),
        said.result().charge(),
        today,
        today,
        said.result().dueOn());
  }

  /**
   * Carries what is still owed of a year's charge into the next year, where the policy lets it
   * (Land Transport Act 1998, s 179): asked for once the year is over, by the due day.
   */
  public Attempt<FleetStatement> defer(Person person, AccountNumber number, int year) {
    return work.attempt(
        () ->
            access
                .locked(person, number, Permission.EDIT_DETAILS)
                .then(
                    account ->
                        accountRules.allowing(account, Operation.DEFER_CHARGE, clock.today()))
                .then(account -> defer(account, year)));
  }

  private Attempt<FleetStatement> defer(Account account, int year) {
    if (!isOver(year)) {
      return Attempt.refused(runs(year));
    }
    settleLocked(account, year);
    FleetYear done = book.find(account.number(), year).orElseThrow();
    return deferrals.carry(account, done).map(_ -> statement(account, year));
  }

  private static Refusal runs(int year) {
    return Refusal.refused(
        "year-not-over",
        "The year %d is not over; its fleets are settled from 1 January %d."
            .formatted(year, year + 1));
  }
}
