package nz.cleancar.agency;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nz.cleancar.account.AmlApplications;
import nz.cleancar.agency.GoLiveReport.Asked;
import nz.cleancar.agency.GoLiveReport.Between;
import nz.cleancar.agency.GoLiveReport.Transfers;
import nz.cleancar.agency.LedgerFigures.TransfersOfDay;
import nz.cleancar.ledger.LedgerRules;
import nz.cleancar.standard.Grams;
import nz.cleancar.standard.Money;
import nz.cleancar.standard.Scheme;
import nz.cleancar.standard.VehicleCondition;

/**
 * Makes go-live reports. The figures of the ledger are worked out by the database's sums and by
 * reading the entries, both of one moment; the report has those of the entries, and says where the
 * sums differ.
 */
@Singleton
public final class GoLiveReports {

  private final LedgerSums sums;
  private final LedgerMovements movements;
  private final LedgerRules rules;
  private final AmlApplications verifications;
  private final ContactLog contacts;
  private final OneMoment moment;

  GoLiveReports(
      LedgerSums sums,
      LedgerMovements movements,
      LedgerRules rules,
      AmlApplications verifications,
      ContactLog contacts,
      OneMoment moment) {
    this.sums = sums;
    this.movements = movements;
    this.rules = rules;
    this.verifications = verifications;
    this.contacts = contacts;
    this.moment = moment;
  }

  /**
   * The report of a period, by New Zealand days.
   *
   * @param from the first day
   * @param to the last day, not before the first
   * @param dueDay the day that charges were due on; the day of the contact centre too
   */
  public GoLiveReport of(LocalDate from, LocalDate to, LocalDate dueDay) {
    return of(new Asked(from, to, dueDay));
  }

  /** The report, as above. */
  public GoLiveReport of(Asked asked) {
    return moment.read(() -> report(asked));
  }

  private GoLiveReport report(Asked asked) {
    List<LocalDate> expired =
        sums.lotDays(asked.dueDay()).stream()
            .filter(earned -> rules.expiresOn(earned, asked.dueDay()).isBefore(asked.dueDay()))
            .toList();
    LedgerFigures byEntries = byEntries(asked, expired);
    LedgerFigures bySums = sums.of(asked, expired);
    return new GoLiveReport(
        asked,
        byEntries.imports(),
        byEntries.positions(),
        byEntries.clearing(),
        transfers(byEntries.transfers()),
        verifications.asOf(asked.to()),
        contacts.of(asked.dueDay()),
        bySums.differencesFrom(byEntries));
  }

  private LedgerFigures byEntries(Asked asked, List<LocalDate> expired) {
    Set<String> lots = expired.stream().map(LocalDate::toString).collect(Collectors.toSet());
    var fold = new EntriesFold(asked, lots);
    movements.until(later(asked.to(), asked.dueDay()), fold::take);
    return fold.figures();
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  private Transfers transfers(List<TransfersOfDay> days) {
    List<Between> between =
        byConditions(days).values().stream()
            .flatMap(byTo -> byTo.values().stream())
            .map(this::between)
            .toList();
    return new Transfers(
        between.stream().mapToLong(Between::number).sum(),
        Grams.ofTenths(between.stream().mapToLong(each -> each.given().tenths()).sum()),
        between,
        between.stream().map(Between::couldOffset).reduce(Money.ZERO, Money::plus));
  }

  private static Map<VehicleCondition, Map<VehicleCondition, List<TransfersOfDay>>> byConditions(
      List<TransfersOfDay> days) {
    return days.stream()
        .collect(
            Collectors.groupingBy(
                TransfersOfDay::from,
                () -> new EnumMap<>(VehicleCondition.class),
                Collectors.groupingBy(
                    TransfersOfDay::to,
                    () -> new EnumMap<>(VehicleCondition.class),
                    Collectors.toList())));
  }

  private Between between(List<TransfersOfDay> days) {
    return new Between(
        days.getFirst().from(),
        days.getFirst().to(),
        days.stream().mapToLong(TransfersOfDay::number).sum(),
        Grams.ofTenths(days.stream().mapToLong(TransfersOfDay::givenTenths).sum()),
        Grams.ofTenths(days.stream().mapToLong(TransfersOfDay::receivedTenths).sum()),
        days.stream().map(this::couldOffset).reduce(Money.ZERO, Money::plus));
  }

  private Money couldOffset(TransfersOfDay day) {
    return rules.costOf(Scheme.PAYG, day.to(), day.day(), day.receivedTenths());
  }
}
