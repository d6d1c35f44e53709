package nz.cleancar.agency;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nz.cleancar.agency.GoLiveReport.Clearing;
import nz.cleancar.agency.GoLiveReport.Difference;
import nz.cleancar.agency.GoLiveReport.Imports;
import nz.cleancar.agency.GoLiveReport.Positions;
import nz.cleancar.standard.VehicleCondition;

/**
 * The figures of a report that come from the ledger, as one of the two ways has them.
 *
 * @param imports the vehicles above their targets
 * @param positions what accounts owed on the due day
 * @param clearing what was cleared on it
 * @param transfers transfers by day and conditions, in this order
 */
public record LedgerFigures(
    Imports imports, Positions positions, Clearing clearing, List<TransfersOfDay> transfers) {

  public LedgerFigures {
    transfers =
        transfers.stream()
            .sorted(
                Comparator.comparing(TransfersOfDay::day)
                    .thenComparing(TransfersOfDay::from)
                    .thenComparing(TransfersOfDay::to))
            .toList();
  }

  /**
   * The transfers of a day between accounts of these conditions.
   *
   * @param day the New Zealand day
   * @param from the vehicles that the giving accounts are for
   * @param to the vehicles that the receiving accounts are for
   * @param number how many transfers
   * @param givenTenths tenths of a gram that left
   * @param receivedTenths tenths of a gram that arrived
   */
  public record TransfersOfDay(
      LocalDate day,
      VehicleCondition from,
      VehicleCondition to,
      long number,
      long givenTenths,
      long receivedTenths) {}

  /** Where these, of the database's sums, are not those of the entries. */
  List<Difference> differencesFrom(LedgerFigures entries) {
    Map<String, String> ours = named();
    Map<String, String> theirs = entries.named();
    var names = new ArrayList<>(ours.keySet());
    theirs.keySet().stream().filter(name -> !ours.containsKey(name)).forEach(names::add);
    return names.stream()
        .map(
            name ->
                new Difference(
                    name, ours.getOrDefault(name, "none"), theirs.getOrDefault(name, "none")))
        .filter(each -> !each.bySums().equals(each.byEntries()))
        .toList();
  }

  private Map<String, String> named() {
    var named = new LinkedHashMap<String, String>();
    named.put("Charge vehicles", "" + imports.chargeVehicles());
    named.put("New charge vehicles", "" + imports.newVehicles());
    named.put("Accounts with charge vehicles", "" + imports.accounts());
    named.put("Fleet vehicles above target", "" + imports.fleetVehicles());
    named.put("Accounts with such fleet vehicles", "" + imports.fleetAccounts());
    named.put("Accounts in a net charge position", "" + positions.netCharge());
    named.put("Accounts in a net credit position", "" + positions.netCredit());
    named.put("Accounts owing", "" + positions.owing());
    named.put("Charges due", "" + positions.due());
    named.put("Charges due of accounts in a net charge position", "" + positions.dueOfNetCharge());
    named.put("Grams above target due", "" + positions.aboveTarget());
    named.put("Credits held", "" + positions.credits());
    named.put("Accounts that cleared", "" + clearing.accounts());
    named.put("Charges they cleared", "" + clearing.amount());
    named.put("Accounts that cleared mostly by credits", "" + clearing.mostlyByCredits());
    named.put("Cleared by credits", "" + clearing.byCredits());
    named.put("Cleared by payment", "" + clearing.byPayment());
    transfers.forEach(
        each ->
            named.put(
                "Transfers of %s from %s to %s".formatted(each.day(), each.from(), each.to()),
                "%d of %d tenths, %d received"
                    .formatted(each.number(), each.givenTenths(), each.receivedTenths())));
    return named;
  }
}
