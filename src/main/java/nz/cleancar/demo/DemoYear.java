package nz.cleancar.demo;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import nz.cleancar.account.Account;
import nz.cleancar.account.AccountBook;
import nz.cleancar.account.SampleAccounts;
import nz.cleancar.agency.GoLiveReport;
import nz.cleancar.vehicle.FeedMessage;
import nz.cleancar.vehicle.Feeds;
import nz.cleancar.work.Refusal;

/**
 * Runs a year of a made-up importing industry through the services: accounts, feeds, acceptance by
 * hand and automatic, disputes, settlement, transfers, and what the agency does. Of vehicles it
 * holds a few weeks' messages at most.
 */
@Singleton
public final class DemoYear {

  private static final LocalTime MORNING = LocalTime.of(8, 0);
  private static final LocalTime NOON = LocalTime.of(12, 0);
  private static final LocalTime AFTERNOON = LocalTime.of(15, 0);
  private static final LocalTime EVENING = LocalTime.of(17, 0);

  private final AccountBook accounts;
  private final Offices offices;
  private final Verifications verifications;
  private final Agency agency;
  private final Feeds feeds;
  private final Looks looks;
  private final Quarrels quarrels;
  private final ContactCentre contacts;
  private final Trades trades;
  private final Settlements settlements;

  DemoYear(
      AccountBook accounts,
      Offices offices,
      Verifications verifications,
      Agency agency,
      Feeds feeds,
      Looks looks,
      Quarrels quarrels,
      ContactCentre contacts,
      Trades trades,
      Settlements settlements) {
    this.accounts = accounts;
    this.offices = offices;
    this.verifications = verifications;
    this.agency = agency;
    this.feeds = feeds;
    this.looks = looks;
    this.quarrels = quarrels;
    this.contacts = contacts;
    this.trades = trades;
    this.settlements = settlements;
  }

  /** The first day of the demonstration: accounts open in the December before. */
  public static LocalDate begins(DemoPlan plan) {
    return LocalDate.of(plan.year() - 1, 12, 1);
  }

  /**
   * Why the year cannot be run in this database, if it cannot: it is no place for real accounts.
   */
  public Optional<Refusal> refusal() {
    Set<String> samples =
        SampleAccounts.shipped().all().stream()
            .map(account -> account.number().value())
            .collect(Collectors.toSet());
    return accounts.after("", samples.size() + 1).stream()
        .map(Account::number)
        .filter(number -> !samples.contains(number.value()))
        .findFirst()
        .map(
            number ->
                Refusal.refused(
                    "not-empty",
                    ("There are accounts already, such as %s. The demonstration needs a database"
                            + " of its own: name a new folder with --data.")
                        .formatted(number)));
  }

  /**
   * Runs the year.
   *
   * @param clock the clock of the services, which stands at {@link #begins}
   * @param progress is told how many vehicles are complete
   */
  public void run(DemoPlan plan, DemoClock clock, LongConsumer progress) {
    var industry = new Industry(plan);
    var calendar = new WorkingDays(plan.year(), plan.vehicles());
    var cast = new Cast(industry);
    openBefore(plan, clock, cast);
    var traffic = new Traffic(plan, industry, calendar, cast::number);
    LocalDate before = LocalDate.of(plan.year(), 1, 1);
    for (int i = 0; i < calendar.days().size(); i++) {
      LocalDate day = calendar.days().get(i);
      clock.moveTo(day, MORNING);
      offices.open(cast, plan, day);
      offices.turnOn(cast, plan, before, day);
      clock.moveTo(day, NOON);
      verifications.on(day, before, plan, cast);
      agency.on(day, before, plan, cast);
      quarrels.resolve(plan, cast);
      contacts.on(day, plan, cast);
      clock.moveTo(day, AFTERNOON);
      List<FeedMessage> messages = traffic.on(i);
      feeds.receive(messages);
      clock.moveTo(day, EVENING);
      trades.on(day, before, plan, cast);
      settlements.on(day, before, plan, cast);
      looks.on(i, plan, cast);
      progress.accept(calendar.completeBefore(i + 1));
      before = day;
    }
  }

  /** The day from which charges are paid at acceptance and credits traded: 1 June. */
  static LocalDate goLive(DemoPlan plan) {
    return LocalDate.of(plan.year(), 6, 1);
  }

  /** What is asked of the go-live report: the year until the day after, as NZTA's update was. */
  public static GoLiveReport.Asked report(DemoPlan plan) {
    LocalDate goLive = goLive(plan);
    return new GoLiveReport.Asked(LocalDate.of(plan.year(), 1, 1), goLive.plusDays(1), goLive);
  }

  private void openBefore(DemoPlan plan, DemoClock clock, Cast cast) {
    begins(plan)
        .datesUntil(LocalDate.of(plan.year(), 1, 1))
        .forEach(
            day -> {
              clock.moveTo(day, MORNING.plusHours(1));
              offices.open(cast, plan, day);
            });
  }
}
