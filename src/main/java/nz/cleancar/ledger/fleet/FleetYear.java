package nz.cleancar.ledger.fleet;

import java.time.LocalDate;
import java.util.Optional;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.Grams;
import org.jspecify.annotations.Nullable;

/**
 * What was settled of an account's fleet year.
 *
 * @param account the account
 * @param year the year
 * @param result what the fleet owed or earned, by the policy of the day that it was settled on
 * @param carriedOver grams above target that an earlier year had left to it
 * @param settledOn the day that it was settled on
 * @param deferral what was carried into the next year's fleet, where that was done
 * @param postponement until when the charge was deferred, where it stayed the same
 */
public record FleetYear(
    AccountNumber account,
    int year,
    FleetStatement.Result result,
    Grams carriedOver,
    LocalDate settledOn,
    FleetStatement.@Nullable Deferred deferral,
    @Nullable Postponement postponement) {

  /**
   * A charge that stays the same and is due later.
   *
   * @param on the day that it was deferred on
   * @param into the year whose fleet's due day it has
   * @param dueOn that day
   */
  public record Postponement(LocalDate on, int into, LocalDate dueOn) {}

  /** A year that is settled now. */
  static FleetYear settled(
      AccountNumber account,
      int year,
      FleetStatement.Result result,
      Grams carriedOver,
      LocalDate today) {
    return new FleetYear(account, year, result, carriedOver, today, null, null);
  }

  /** What was carried into the next year's fleet, where that was done. */
  public Optional<FleetStatement.Deferred> deferred() {
    return Optional.ofNullable(deferral);
  }

  /** Until when the charge was deferred, where it stayed the same. */
  public Optional<Postponement> postponed() {
    return Optional.ofNullable(postponement);
  }

  /** The last day for settling the charge in time. */
  LocalDate dueOn() {
    return postponed().map(Postponement::dueOn).orElse(result.dueOn());
  }

  /** The year into which its charge was carried last; its own where it was not. */
  int carriedInto() {
    return postponed().map(Postponement::into).orElse(deferred().isPresent() ? year + 1 : year);
  }

  /** Whether its charge was deferred before, or an earlier year's was carried into it. */
  boolean isCarried() {
    return carriedInto() != year || !carriedOver.equals(Grams.ZERO);
  }

  FleetYear with(FleetStatement.Deferred done) {
    return new FleetYear(account, year, result, carriedOver, settledOn, done, postponement);
  }

  FleetYear with(Postponement done) {
    return new FleetYear(account, year, result, carriedOver, settledOn, deferral, done);
  }
}
