package nz.cleancar.ledger.fleet;

import java.math.BigDecimal;
import java.time.LocalDate;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.Grams;
import nz.cleancar.standard.Money;
import nz.cleancar.standard.VehicleCondition;

/**
 * What an account's fleet of a year owes or earns (Land Transport Act 1998, ss 176 to 179).
 *
 * @param account the account
 * @param year the year
 * @param condition whether the account, and so the fleet, is of new or of used vehicles
 * @param fleet the fleet in figures
 * @param result what it owes or earns
 * @param standing whether the figures may still change, and what became of them
 */
public record FleetStatement(
    AccountNumber account,
    int year,
    VehicleCondition condition,
    Fleet fleet,
    Result result,
    Standing standing) {

  /**
   * A fleet in figures; the means are of no vehicles zero.
   *
   * @param vehicles how many vehicles of the account count in the year
   * @param target the mean of their targets, g CO2/km, as exact as 34 digits are
   * @param average the mean of their emissions, g CO2/km, likewise
   * @param carriedOver grams above target that an earlier year left to this one
   * @param difference all that the fleet is below its target (above zero) or above it (below zero)
   *     in grams, what was carried over included
   */
  public record Fleet(
      long vehicles, BigDecimal target, BigDecimal average, Grams carriedOver, Grams difference) {

    /** By how much the mean of the emissions is above that of the targets; below zero, below it. */
    public BigDecimal excess() {
      return average.subtract(target);
    }
  }

  /**
   * What a fleet owes or earns.
   *
   * @param charge what it owes; zero at or below its target
   * @param credits what it earns; zero at or above its target
   * @param dueOn the last day for settling a charge in time
   * @param deferral whether and how the charge may be carried into the next year
   * @param afterDue how a charge is collected after the due day, a word of the policy's
   */
  public record Result(
      Money charge, Grams credits, LocalDate dueOn, Deferral deferral, String afterDue) {

    Result dueOn(LocalDate day) {
      return new Result(charge, credits, day, deferral, afterDue);
    }
  }

  /**
   * Whether and how a charge may be carried into the next year.
   *
   * @param isAllowed whether it may be
   * @param way how; some way, where it may be
   * @param isAllowedAgain whether also where it was deferred before, or an earlier year's charge
   *     was carried into it
   */
  public record Deferral(boolean isAllowed, DeferralWay way, boolean isAllowedAgain) {}

  /** Whether the figures may still change, and what became of them. */
  public sealed interface Standing {

    /** What it is called on the wire: INDICATIVE, ENDED, SETTLED or DEFERRED. */
    default String word() {
      return switch (this) {
        case Indicative _ -> "INDICATIVE";
        case Ended _ -> "ENDED";
        case Settled _ -> "SETTLED";
        case Deferred _, Postponed _ -> "DEFERRED";
      };
    }
  }

  /** The year is not over. */
  public record Indicative() implements Standing {}

  /** The year is over and not settled yet. */
  public record Ended() implements Standing {}

  /**
   * The charge was levied, or the credits were earned.
   *
   * @param on the day
   * @param leftOwing what is still owed of the charge
   */
  public record Settled(LocalDate on, Money leftOwing) implements Standing {}

  /**
   * What was still owed was carried into the next year's fleet.
   *
   * @param on the day
   * @param grams how many grams above target
   */
  public record Deferred(LocalDate on, Grams grams) implements Standing {}

  /**
   * The charge is still owed, and due later.
   *
   * @param on the day that it was deferred on
   * @param dueOn the last day for settling it in time
   * @param settled when it was levied, and what is still owed of it
   */
  public record Postponed(LocalDate on, LocalDate dueOn, Settled settled) implements Standing {}
}
