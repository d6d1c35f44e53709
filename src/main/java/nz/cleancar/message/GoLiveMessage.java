package nz.cleancar.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nz.cleancar.agency.DayOfContacts;
import nz.cleancar.agency.GoLiveReport;
import org.jspecify.annotations.Nullable;

/**
 * A go-live report on the wire.
 *
 * @param period what it is about
 * @param imports the vehicles above their targets
 * @param positions what accounts owed when the due day began
 * @param cleared what accounts cleared that day that cleared all they owed
 * @param transfers the credits that changed hands in the period
 * @param verification accounts and AML verification at the end of the period
 * @param contacts the contact centre's due day
 * @param agree whether the two ways of working out the ledger's figures agree
 * @param differences where they do not
 */
@Serdeable
@Schema(name = "GoLiveReport")
public record GoLiveMessage(
    Period period,
    Imports imports,
    Positions positions,
    Cleared cleared,
    Transfers transfers,
    Verification verification,
    Contacts contacts,
    boolean agree,
    List<Difference> differences) {

  /** The report on the wire. */
  public static GoLiveMessage from(GoLiveReport report) {
    return new GoLiveMessage(
        Period.from(report.asked()),
        Imports.from(report.imports()),
        Positions.from(report.positions()),
        Cleared.from(report.clearing()),
        Transfers.from(report.transfers()),
        new Verification(report.verification().verified(), report.verification().pending()),
        Contacts.from(report.contacts()),
        report.agree(),
        report.differences().stream()
            .map(each -> new Difference(each.figure(), each.bySums(), each.byEntries()))
            .toList());
  }

  /** The period and the due day, New Zealand days. */
  @Serdeable
  @Schema(name = "GoLivePeriod")
  public record Period(
      @Schema(format = "date") String from,
      @Schema(format = "date") String to,
      @Schema(format = "date") String dueDay) {

    static Period from(GoLiveReport.Asked asked) {
      return new Period(asked.from().toString(), asked.to().toString(), asked.dueDay().toString());
    }
  }

  /**
   * The vehicles above their targets.
   *
   * @param chargeVehicles those for which a charge was levied
   * @param newChargeVehicles those of them in accounts for new vehicles
   * @param usedChargeVehicles those of them in accounts for used vehicles
   * @param accounts in how many accounts
   * @param fleetVehiclesAboveTarget those of fleets
   * @param fleetAccounts in how many accounts
   */
  @Serdeable
  @Schema(name = "GoLiveImports")
  public record Imports(
      long chargeVehicles,
      long newChargeVehicles,
      long usedChargeVehicles,
      long accounts,
      long fleetVehiclesAboveTarget,
      long fleetAccounts) {

    static Imports from(GoLiveReport.Imports imports) {
      return new Imports(
          imports.chargeVehicles(),
          imports.newVehicles(),
          imports.usedVehicles(),
          imports.accounts(),
          imports.fleetVehicles(),
          imports.fleetAccounts());
    }
  }

  /**
   * What accounts owed and held when the due day began.
   *
   * @param netChargeAccounts accounts with charge vehicles that owed for more grams than they held
   * @param netCreditAccounts the other accounts with charge vehicles
   * @param owingAccounts all accounts that owed a charge that was due
   * @param chargesDue NZD
   * @param chargesDueOfNetChargeAccounts NZD
   * @param gramsAboveTarget of those charges, g/km
   * @param creditsHeld by all accounts, g/km
   */
  @Serdeable
  @Schema(name = "GoLivePositions")
  public record Positions(
      long netChargeAccounts,
      long netCreditAccounts,
      long owingAccounts,
      String chargesDue,
      String chargesDueOfNetChargeAccounts,
      String gramsAboveTarget,
      String creditsHeld) {

    static Positions from(GoLiveReport.Positions positions) {
      return new Positions(
          positions.netCharge(),
          positions.netCredit(),
          positions.owing(),
          positions.due().toString(),
          positions.dueOfNetCharge().toString(),
          positions.aboveTarget().toString(),
          positions.credits().toString());
    }
  }

  /**
   * What accounts cleared that cleared all they owed, in NZD.
   *
   * @param accounts how many
   * @param charges what they owed
   * @param mostlyByCreditsAccounts how many cleared more than half of it by credits
   * @param byCredits what credits cleared
   * @param byPayment what money cleared
   */
  @Serdeable
  @Schema(name = "GoLiveCleared")
  public record Cleared(
      long accounts,
      String charges,
      long mostlyByCreditsAccounts,
      String byCredits,
      String byPayment) {

    static Cleared from(GoLiveReport.Clearing clearing) {
      return new Cleared(
          clearing.accounts(),
          clearing.amount().toString(),
          clearing.mostlyByCredits(),
          clearing.byCredits().toString(),
          clearing.byPayment().toString());
    }
  }

  /**
   * Transfers between accounts.
   *
   * @param number how many
   * @param credits how many credits left, g/km
   * @param couldOffset the charges that those which arrived could have offset, NZD
   * @param byConditions the same by the conditions of the two accounts
   */
  @Serdeable
  @Schema(name = "GoLiveTransfers")
  public record Transfers(
      long number, String credits, String couldOffset, List<Between> byConditions) {

    static Transfers from(GoLiveReport.Transfers transfers) {
      return new Transfers(
          transfers.number(),
          transfers.credits().toString(),
          transfers.couldOffset().toString(),
          transfers.between().stream().map(Between::from).toList());
    }
  }

  /** Transfers between accounts of these conditions, NEW or USED; credits in g/km, then NZD. */
  @Serdeable
  @Schema(name = "GoLiveTransfersBetween")
  public record Between(
      String from,
      String to,
      long number,
      String creditsGiven,
      String creditsReceived,
      String couldOffset) {

    static Between from(GoLiveReport.Between between) {
      return new Between(
          between.from().name(),
          between.to().name(),
          between.number(),
          between.given().toString(),
          between.received().toString(),
          between.couldOffset().toString());
    }
  }

  /** How many accounts are verified, and how many are still to be. */
  @Serdeable
  @Schema(name = "GoLiveVerification")
  public record Verification(long verified, long remaining) {}

  /**
   * The contact centre's day.
   *
   * @param calls how many calls
   * @param emails how many e-mails
   * @param usualPerDay the mean of the 28 days before
   * @param increasePercent by how much the day had more; absent where there was nothing before
   * @param secondsToAnswerCalls the mean; absent where nobody called
   * @param secondsToAnswer the mean of calls and e-mails; absent where there was none
   * @param singleVehiclePercent of the accounts in touch; absent where none was
   * @param about how many were about what
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "GoLiveContacts")
  public record Contacts(
      long calls,
      long emails,
      String usualPerDay,
      @Nullable String increasePercent,
      @Nullable String secondsToAnswerCalls,
      @Nullable String secondsToAnswer,
      @Nullable String singleVehiclePercent,
      Map<String, Long> about) {

    static Contacts from(DayOfContacts day) {
      var about = new TreeMap<String, Long>();
      day.about().forEach((what, number) -> about.put(what.name(), number));
      return new Contacts(
          day.calls(),
          day.emails(),
          day.usual().toPlainString(),
          day.increasePercent().map(BigDecimal::toPlainString).orElse(null),
          day.secondsToAnswerCalls().map(BigDecimal::toPlainString).orElse(null),
          day.secondsToAnswer().map(BigDecimal::toPlainString).orElse(null),
          day.singleVehiclePercent().map(BigDecimal::toPlainString).orElse(null),
          about);
    }
  }

  /** A figure on which the two ways do not agree. */
  @Serdeable
  @Schema(name = "GoLiveDifference")
  public record Difference(String figure, String bySums, String byEntries) {}
}
