package nz.cleancar.agency;

import java.time.LocalDate;
import java.util.List;
import nz.cleancar.account.AmlApplications;
import nz.cleancar.standard.Grams;
import nz.cleancar.standard.Money;
import nz.cleancar.standard.VehicleCondition;

/**
 * The figures of the go-live update (NZTA, "CCS 1 June go-live update (as at 2 June 2023)") for any
 * period. Money and grams come from the ledger alone, worked out in two ways.
 *
 * @param asked what it is about
 * @param imports the vehicles above their targets
 * @param positions what accounts owed on the due day before anything was cleared on it
 * @param clearing what was cleared on the due day
 * @param transfers the credits that changed hands in the period
 * @param verification how applications for AML verification stood at the end of the period
 * @param contacts the contact centre's due day
 * @param differences where the two ways do not agree; none where the ledger is whole
 */
public record GoLiveReport(
    Asked asked,
    Imports imports,
    Positions positions,
    Clearing clearing,
    Transfers transfers,
    AmlApplications.Counts verification,
    DayOfContacts contacts,
    List<Difference> differences) {

  public GoLiveReport {
    differences = List.copyOf(differences);
  }

  /** Whether the two ways agree. */
  public boolean agree() {
    return differences.isEmpty();
  }

  /**
   * What a report is about.
   *
   * @param from the first day of the period
   * @param to its last day, not before the first
   * @param dueDay the day that charges were due on
   */
  public record Asked(LocalDate from, LocalDate to, LocalDate dueDay) {
    public Asked {
      if (to.isBefore(from)) {
        throw new IllegalArgumentException("A period ends on its first day or later.");
      }
    }
  }

  /**
   * Vehicles above their targets that were accepted in the period.
   *
   * @param newVehicles those of pay-as-you-go accounts for new vehicles: a charge was levied for
   *     each
   * @param usedVehicles the same of accounts for used vehicles
   * @param accounts in how many accounts
   * @param fleetVehicles those of fleets, whose year is charged as a whole
   * @param fleetAccounts in how many accounts
   */
  public record Imports(
      long newVehicles, long usedVehicles, long accounts, long fleetVehicles, long fleetAccounts) {

    /** All vehicles for which a charge was levied. */
    public long chargeVehicles() {
      return newVehicles + usedVehicles;
    }
  }

  /**
   * What accounts owed and held when the due day began. An account is in a net charge position
   * where its charges that are due have more grams above target than it holds credits that have not
   * expired.
   *
   * @param netCharge how many accounts with charge vehicles were in a net charge position
   * @param netCredit how many of them were not
   * @param owing how many accounts owed a charge that was due, with charge vehicles of the period
   *     or without
   * @param due all charges that were due by that day, in money
   * @param dueOfNetCharge how much of it the accounts in a net charge position owed
   * @param aboveTarget the grams above target of all those charges, as credits settle them
   * @param credits what all accounts held in credits that had not expired
   */
  public record Positions(
      long netCharge,
      long netCredit,
      long owing,
      Money due,
      Money dueOfNetCharge,
      Grams aboveTarget,
      Grams credits) {}

  /**
   * Accounts that fully cleared, on the due day, what they owed when it began.
   *
   * @param accounts how many
   * @param amount the charges that this represents
   * @param mostlyByCredits how many cleared more than half of theirs by credits
   * @param byCredits how much of the amount credits cleared
   * @param byPayment how much of it money cleared
   */
  public record Clearing(
      long accounts, Money amount, long mostlyByCredits, Money byCredits, Money byPayment) {}

  /**
   * Credits that went from one account to another in the period.
   *
   * @param number how many transfers
   * @param credits how many credits left, together
   * @param between the same by the conditions of the two accounts; only those that occurred
   * @param couldOffset the pay-as-you-go charges that the credits which arrived could have offset,
   *     at the rates of the receiving accounts' vehicles on the days that they arrived
   */
  public record Transfers(long number, Grams credits, List<Between> between, Money couldOffset) {
    public Transfers {
      between = List.copyOf(between);
    }
  }

  /**
   * Transfers between accounts of these conditions.
   *
   * @param from the vehicles that the giving accounts are for
   * @param to the vehicles that the receiving accounts are for
   * @param number how many transfers
   * @param given how many credits left
   * @param received how many arrived
   * @param couldOffset the charges that those could have offset
   */
  public record Between(
      VehicleCondition from,
      VehicleCondition to,
      long number,
      Grams given,
      Grams received,
      Money couldOffset) {}

  /**
   * A figure on which the two ways do not agree.
   *
   * @param figure which figure
   * @param bySums what the database's sums say
   * @param byEntries what reading the entries one by one says
   */
  public record Difference(String figure, String bySums, String byEntries) {}
}
