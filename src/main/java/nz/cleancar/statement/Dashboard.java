package nz.cleancar.statement;

import java.time.LocalDate;
import java.util.List;
import nz.cleancar.account.Account;
import nz.cleancar.ledger.Balances;
import nz.cleancar.ledger.fleet.FleetStatement;
import nz.cleancar.standard.Money;
import nz.cleancar.vehicle.Waiting;

/**
 * The summary of an account (NZTA, Dashboard monitoring): what waits to be accepted, its credits,
 * and what it is committed to.
 *
 * @param account the account
 * @param day the New Zealand day of which it tells
 * @param vehicles its vehicles that are neither accepted nor rejected
 * @param waiting what accepting the vehicles that wait comes to
 * @param balances what it holds and owes
 * @param pending what it owes for charges, by when
 * @param fleets the years of its fleet that are not settled, and the year that runs where it is in
 *     fleet average; the earliest first
 */
public record Dashboard(
    Account account,
    LocalDate day,
    Vehicles vehicles,
    Waiting waiting,
    Balances balances,
    List<Pending> pending,
    List<FleetStatement> fleets) {

  public Dashboard {
    pending = List.copyOf(pending);
    fleets = List.copyOf(fleets);
  }

  /** What is owed and may be settled today. */
  public Money payable() {
    return pending.stream()
        .filter(each -> !each.payableOn().isAfter(day))
        .map(Pending::left)
        .reduce(Money.ZERO, Money::plus);
  }

  /**
   * How many vehicles there are of a kind.
   *
   * @param entered known, and not ready
   * @param awaitingAcceptance ready, and the holder may accept them
   * @param refused ready, and the policy refuses them
   * @param notSubject ready, and the standard does not apply to them
   * @param undecided ready, and the policy could not say
   * @param disputed disputed, and not resolved
   */
  public record Vehicles(
      long entered,
      long awaitingAcceptance,
      long refused,
      long notSubject,
      long undecided,
      long disputed) {}

  /**
   * Charges that are owed and are payable and due on the same days.
   *
   * @param payableOn the first day that they may be settled
   * @param dueOn the last day for settling them in time
   * @param charges how many
   * @param left what is still owed of them
   */
  public record Pending(LocalDate payableOn, LocalDate dueOn, int charges, Money left) {}
}
