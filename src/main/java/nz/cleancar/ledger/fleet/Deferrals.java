package nz.cleancar.ledger.fleet;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import nz.cleancar.account.Account;
import nz.cleancar.ledger.Fleets;
import nz.cleancar.ledger.fleet.FleetStatement.Deferred;
import nz.cleancar.ledger.fleet.FleetYear.Postponement;
import nz.cleancar.standard.NewZealand;
import nz.cleancar.work.Attempt;
import nz.cleancar.work.Refusal;

/** Carries the charges of fleets into later years, in the ways that the policy may say. */
@Singleton
final class Deferrals {

  private final FleetRules rules;
  private final Fleets fleets;
  private final FleetYearBook book;
  private final NewZealand clock;

  Deferrals(FleetRules rules, Fleets fleets, FleetYearBook book, NewZealand clock) {
    this.rules = rules;
    this.fleets = fleets;
    this.book = book;
    this.clock = clock;
  }

  /**
   * Carries what is still owed of a settled year's charge into the next year. Asking again before
   * that year is over changes nothing; what was carried as grams is that year's for good.
   */
  Attempt<FleetYear> carry(Account account, FleetYear year) {
    if (year.deferred().isPresent() || isUnderWay(year)) {
      return Attempt.done(year);
    }
    return deferrable(account, year)
        .then(
            _ ->
                switch (year.result().deferral().way()) {
                  case NONE -> Attempt.refused(mayNot(account, year));
                  case NEXT_YEARS_FLEET -> intoTheNextYearsFleet(account, year);
                  case SAME_CHARGE -> untilTheNextYearsDueDay(account, year);
                });
  }

  private boolean isUnderWay(FleetYear year) {
    return year.postponed().isPresent() && clock.today().getYear() <= year.carriedInto();
  }

  private Attempt<FleetYear> deferrable(Account account, FleetYear year) {
    var deferral = year.result().deferral();
    if (!deferral.isAllowed()) {
      return Attempt.refused(mayNot(account, year));
    }
    if (clock.today().isAfter(year.dueOn())) {
      return Attempt.refused(
          Refusal.refused(
              "due-day-passed",
              "The charge for %d was due on %s; it may be carried into the next year until then."
                  .formatted(year.year(), year.dueOn())));
    }
    return !year.isCarried() || deferral.isAllowedAgain()
        ? Attempt.done(year)
        : Attempt.refused(
            Refusal.refused(
                "may-not-defer-again",
                "The charge for %d was deferred before, or an earlier year's was carried into it;"
                        .formatted(year.year())
                    + " it may not be carried on."));
  }

  private static Refusal mayNot(Account account, FleetYear year) {
    return Refusal.refused(
        "may-not-defer",
        "The charge of a %s fleet for %d may not be carried into the next year."
            .formatted(account.condition(), year.year()));
  }

  private Attempt<FleetYear> intoTheNextYearsFleet(Account account, FleetYear year) {
    if (book.find(account.number(), year.year() + 1).isPresent()) {
      return Attempt.refused(
          Refusal.refused(
              "next-year-settled",
              "The year %d is settled too; nothing can be carried into it."
                  .formatted(year.year() + 1)));
    }
    return fleets
        .defer(account.number(), year.year())
        .map(grams -> kept(year.with(new Deferred(clock.today(), grams))));
  }

  private Attempt<FleetYear> untilTheNextYearsDueDay(Account account, FleetYear year) {
    int into = year.carriedInto() + 1;
    LocalDate dueOn = rules.dueOn(account.condition(), into, year.dueOn());
    return fleets
        .postpone(account.number(), year.year(), dueOn)
        .map(_ -> kept(year.with(new Postponement(clock.today(), into, dueOn))));
  }

  private FleetYear kept(FleetYear year) {
    book.keep(year);
    return year;
  }
}
