package nz.cleancar.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import nz.cleancar.ledger.Balances;
import nz.cleancar.message.BalancesMessage.LotMessage;
import nz.cleancar.statement.Dashboard;
import nz.cleancar.vehicle.Waiting;

/**
 * An account's dashboard on the wire.
 *
 * @param accountNumber the account
 * @param status the state it is in today
 * @param scheme how it owes its charges today
 * @param asOf the New Zealand day of which it tells
 * @param vehicles its vehicles that are neither accepted nor rejected
 * @param waiting what accepting the vehicles that wait comes to
 * @param credits its credits that may be used today, and when they expire
 * @param charges what it owes for charges
 * @param money what was paid in and not used, NZD
 * @param fleetYears the years of its fleet that are not settled, with that which runs; the earliest
 *     first
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "Dashboard", description = "The summary of an account.")
public record DashboardMessage(
    @Schema(example = "CO2-100001") String accountNumber,
    @Schema(example = "ACTIVE") String status,
    @Schema(example = "PAYG") String scheme,
    @Schema(format = "date") String asOf,
    VehiclesMessage vehicles,
    WaitingMessage waiting,
    CreditsMessage credits,
    ChargesMessage charges,
    @Schema(example = "0.00") String money,
    List<FleetYearMessage> fleetYears) {

  /** The dashboard on the wire. */
  public static DashboardMessage from(Dashboard dashboard) {
    var account = dashboard.account();
    return new DashboardMessage(
        account.number().value(),
        account.statusOn(dashboard.day()).name(),
        account.schemeOn(dashboard.day()).name(),
        dashboard.day().toString(),
        VehiclesMessage.from(dashboard.vehicles()),
        WaitingMessage.from(dashboard.waiting()),
        CreditsMessage.from(dashboard.balances()),
        ChargesMessage.from(dashboard),
        dashboard.balances().money().toString(),
        dashboard.fleets().stream().map(FleetYearMessage::from).toList());
  }

  /**
   * How many vehicles there are of a kind.
   *
   * @param entered known, and not ready
   * @param awaitingAcceptance ready, and may be accepted
   * @param refused ready, and refused
   * @param notSubject ready, and the standard does not apply
   * @param undecided ready, and the policy could not say
   * @param disputed disputed, and not resolved
   */
  @Serdeable
  @Schema(name = "DashboardVehicles")
  public record VehiclesMessage(
      long entered,
      long awaitingAcceptance,
      long refused,
      long notSubject,
      long undecided,
      long disputed) {

    static VehiclesMessage from(Dashboard.Vehicles vehicles) {
      return new VehiclesMessage(
          vehicles.entered(),
          vehicles.awaitingAcceptance(),
          vehicles.refused(),
          vehicles.notSubject(),
          vehicles.undecided(),
          vehicles.disputed());
    }
  }

  /**
   * What was decided of the vehicles that wait to be accepted.
   *
   * @param charges what those above their targets are charged, NZD
   * @param credits what those below their targets earn, g/km
   */
  @Serdeable
  @Schema(name = "DashboardWaiting")
  public record WaitingMessage(
      @Schema(example = "248.40") String charges, @Schema(example = "8.6") String credits) {

    static WaitingMessage from(Waiting waiting) {
      return new WaitingMessage(waiting.charges().toString(), waiting.credits().toString());
    }
  }

  /**
   * The credits of an account.
   *
   * @param balance all that may be used today, g/km
   * @param lots the same by the day they were earned, with the day they expire, in the order in
   *     which they are used
   */
  @Serdeable
  @Schema(name = "DashboardCredits")
  public record CreditsMessage(@Schema(example = "118.9") String balance, List<LotMessage> lots) {

    static CreditsMessage from(Balances balances) {
      return new CreditsMessage(
          balances.credits().toString(), balances.lots().stream().map(LotMessage::from).toList());
    }
  }

  /**
   * What an account owes for charges.
   *
   * @param owed all of it, NZD
   * @param payable what of it may be settled today, NZD
   * @param count how many charges
   * @param due the same by the day they are due, the first day first
   */
  @Serdeable
  @Schema(name = "DashboardCharges")
  public record ChargesMessage(
      @Schema(example = "248.40") String owed,
      @Schema(example = "248.40") String payable,
      int count,
      List<DueMessage> due) {

    static ChargesMessage from(Dashboard dashboard) {
      return new ChargesMessage(
          dashboard.balances().owed().toString(),
          dashboard.payable().toString(),
          dashboard.balances().charges().size(),
          dashboard.pending().stream().map(DueMessage::from).toList());
    }
  }

  /**
   * Charges that are payable and due together.
   *
   * @param payableOn the first day that they may be settled
   * @param dueOn the last day for settling them in time
   * @param count how many charges
   * @param owed what is still owed of them, NZD
   */
  @Serdeable
  @Schema(name = "DashboardDue")
  public record DueMessage(
      @Schema(format = "date") String payableOn,
      @Schema(format = "date") String dueOn,
      int count,
      @Schema(example = "248.40") String owed) {

    static DueMessage from(Dashboard.Pending pending) {
      return new DueMessage(
          pending.payableOn().toString(),
          pending.dueOn().toString(),
          pending.charges(),
          pending.left().toString());
    }
  }
}
