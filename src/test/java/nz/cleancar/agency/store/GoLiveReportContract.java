package nz.cleancar.agency.store;

import static nz.cleancar.ledger.Done.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.micronaut.data.connection.ConnectionOperations;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import nz.cleancar.account.ATestAccount;
import nz.cleancar.account.AmlApplication;
import nz.cleancar.account.AmlApplications;
import nz.cleancar.agency.GoLiveReport;
import nz.cleancar.agency.GoLiveReport.Between;
import nz.cleancar.agency.GoLiveReport.Clearing;
import nz.cleancar.agency.GoLiveReport.Imports;
import nz.cleancar.agency.GoLiveReport.Positions;
import nz.cleancar.agency.GoLiveReports;
import nz.cleancar.agency.TestReports;
import nz.cleancar.database.TestDatabase;
import nz.cleancar.ledger.ATestLedger;
import nz.cleancar.ledger.Credits.Transfer;
import nz.cleancar.ledger.Settlement;
import nz.cleancar.ledger.Vehicles;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.AutoAccept;
import nz.cleancar.standard.Grams;
import nz.cleancar.standard.Money;
import nz.cleancar.standard.Scheme;
import nz.cleancar.standard.VehicleCondition;
import nz.cleancar.work.Attempt;
import nz.cleancar.work.Refusal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A report of a small history whose figures were worked out by hand. Used vehicles at 18 NZD a
 * gram; what was levied before 1 June 2023 was due on that day.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class GoLiveReportContract {

  private static final LocalDate FROM = LocalDate.of(2023, 2, 1);
  private static final LocalDate TO = LocalDate.of(2023, 6, 2);
  private static final LocalDate DUE = LocalDate.of(2023, 6, 1);

  private static final String ABOVE = "ABOVE";
  private static final String BELOW_TARGET = "BELOW";
  private static final String IN_PART = "IN-PART";
  private static final String LATE = "LATE";
  private static final String EARLIER = "EARLIER";
  private static final String GIVER = "GIVER";
  private static final String NEW_CARS = "NEW-CARS";
  private static final String FLEET = "FLEET";

  private ApplicationContext service;
  private ATestLedger test;
  private GoLiveReports reports;

  abstract TestDatabase database();

  @BeforeAll
  void start() {
    service = database().service(Map.of("ccs.sample-accounts", false));
    test = ATestLedger.of(service);
    reports = TestReports.of(service, test.rules());
    for (var used : List.of(ABOVE, BELOW_TARGET, IN_PART, LATE, EARLIER, GIVER)) {
      test.accounts().open(ATestAccount.payAsYouGo(used));
    }
    open(NEW_CARS, VehicleCondition.NEW, Scheme.PAYG);
    open(FLEET, VehicleCondition.USED, Scheme.FLEET_AVERAGE);
    beforeTheDueDay();
    onTheDueDay();
    afterTheDueDay();
    verifications();
  }

  @AfterAll
  void stop() {
    service.close();
  }

  private void open(String number, VehicleCondition condition, Scheme scheme) {
    test.accounts().open(ATestAccount.of(number, condition, scheme, new AutoAccept(false, false)));
  }

  private void beforeTheDueDay() {
    test.on("2023-01-15");
    accept(EARLIER, "1", "-5");
    test.on("2023-02-01");
    accept(ABOVE, "1", "-40");
    accept(BELOW_TARGET, "1", "-10");
    accept(BELOW_TARGET, "2", "30");
    test.on("2023-03-01");
    accept(IN_PART, "1", "-20");
    accept(IN_PART, "2", "5");
    accept(LATE, "1", "-100");
    accept(GIVER, "1", "60");
    accept(NEW_CARS, "1", "-1");
    fleet("1", "150", "190");
    fleet("2", "150", "100");
  }

  private void onTheDueDay() {
    test.on("2023-06-01");
    settle(BELOW_TARGET);
    pay(IN_PART, 270_00);
    settle(IN_PART);
    pay(IN_PART, 36_00);
    accept(IN_PART, "3", "-2");
    transfer("T1", ABOVE, "30", "30");
    settle(ABOVE);
    pay(EARLIER, 90_00);
    settle(EARLIER);
  }

  private void afterTheDueDay() {
    test.on("2023-06-02");
    transfer("T2", LATE, "8", "8");
    transfer("T3", NEW_CARS, "10", "5");
    settle(LATE);
    test.on("2023-06-03");
    accept(LATE, "2", "3");
    transfer("T4", LATE, "1", "1");
  }

  private void accept(String account, String id, String difference) {
    done(
        test.acceptances()
            .accept(
                Vehicles.payAsYouGo(
                    new AccountNumber(account),
                    account + "-v" + id,
                    test.today(),
                    difference,
                    "18"),
                Settlement.withAllCredits()));
  }

  private void fleet(String id, String target, String co2) {
    done(
        test.acceptances()
            .accept(
                Vehicles.inFleet(
                    new AccountNumber(FLEET), FLEET + "-v" + id, test.today(), target, co2),
                Settlement.withAllCredits()));
  }

  private void settle(String account) {
    done(test.charges().settle(new AccountNumber(account), List.of(), Settlement.withAllCredits()));
  }

  private void pay(String account, long cents) {
    done(test.money().receive(new AccountNumber(account), new Money(cents), account + "-" + cents));
  }

  private void transfer(String id, String to, String given, String received) {
    done(
        test.credits()
            .transfer(
                new Transfer(
                    id,
                    new AccountNumber(GIVER),
                    new AccountNumber(to),
                    Grams.of(given),
                    Grams.of(received))));
  }

  private void verifications() {
    var all = service.getBean(AmlApplications.class);
    var by = ATestAccount.OWNER;
    all.add(new AmlApplication("AML1", new AccountNumber(GIVER), DUE, by, null));
    all.add(new AmlApplication("AML2", new AccountNumber(ABOVE), TO, by, null));
    all.add(new AmlApplication("AML3", new AccountNumber(LATE), TO.plusDays(1), by, null));
    all.answer(
        new AmlApplication(
            "AML1",
            new AccountNumber(GIVER),
            DUE,
            by,
            new AmlApplication.Answer(true, DUE, by, "Complete.")));
  }

  private GoLiveReport report() {
    return reports.of(FROM, TO, DUE);
  }

  @Test
  void the_two_ways_agree() {
    assertThat(report().differences()).isEmpty();
    assertThat(report().agree()).isTrue();
  }

  @Test
  void charge_vehicles_and_those_of_fleets_are_told_apart() {
    // used: of ABOVE, BELOW, LATE and two of IN-PART; EARLIER's came before the period
    assertThat(report().imports()).isEqualTo(new Imports(1, 5, 5, 1, 1));
  }

  @Test
  void positions_are_those_before_anything_was_cleared() {
    // 720 + 180 + 360 + 1,800 + 18 and EARLIER's 90; BELOW holds more than it owes
    assertThat(report().positions())
        .isEqualTo(
            new Positions(
                4,
                1,
                6,
                new Money(3_168_00),
                new Money(2_898_00),
                Grams.of("176"),
                Grams.of("95")));
  }

  @Test
  void only_accounts_that_cleared_all_of_it_that_day_are_counted_as_cleared() {
    // BELOW by 10 credits; IN-PART by 5 credits and 270; EARLIER by 90
    assertThat(report().clearing())
        .isEqualTo(new Clearing(3, new Money(630_00), 1, new Money(270_00), new Money(360_00)));
  }

  @Test
  void transfers_are_told_by_condition_and_priced_where_they_arrived() {
    var transfers = report().transfers();
    assertThat(transfers.number()).isEqualTo(3);
    assertThat(transfers.credits()).isEqualTo(Grams.of("48"));
    assertThat(transfers.couldOffset()).isEqualTo(new Money(864_00));
    assertThat(transfers.between())
        .containsExactly(
            new Between(
                VehicleCondition.USED,
                VehicleCondition.NEW,
                1,
                Grams.of("10"),
                Grams.of("5"),
                new Money(180_00)),
            new Between(
                VehicleCondition.USED,
                VehicleCondition.USED,
                2,
                Grams.of("38"),
                Grams.of("38"),
                new Money(684_00)));
  }

  @Test
  void verifications_are_those_at_the_end_of_the_period() {
    assertThat(report().verification()).isEqualTo(new AmlApplications.Counts(1, 1, 0));
  }

  @Test
  void a_day_later_the_position_is_what_was_left() {
    // When
    var later = reports.of(FROM, TO, TO);

    // Then: ABOVE owes 180, LATE 1,800, NEW-CARS 18; IN-PART, BELOW and EARLIER nothing
    assertThat(later.positions().due()).isEqualTo(new Money(1_998_00));
    assertThat(later.positions().netCharge()).isEqualTo(3);
    assertThat(later.clearing().accounts()).isZero();
    assertThat(later.agree()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"2028-12-31, 40", "2029-01-01, 0"})
  void credits_that_expired_are_not_held(LocalDate due, String credits) {
    // Given: 20 of BELOW, 11 of GIVER, 5 of NEW-CARS and 4 of LATE end with 2028
    var report = reports.of(FROM, FROM, due);

    // Then
    assertThat(report.positions().credits()).isEqualTo(Grams.of(credits));
    assertThat(report.agree()).isTrue();
  }

  @Test
  void a_time_in_which_nothing_happened_has_nothing_to_tell() {
    // When
    var report = reports.of(FROM.minusYears(1), FROM.minusYears(1), FROM.minusYears(1));

    // Then
    assertThat(report.imports()).isEqualTo(new Imports(0, 0, 0, 0, 0));
    assertThat(report.positions().due()).isEqualTo(Money.ZERO);
    assertThat(report.transfers().between()).isEmpty();
    assertThat(report.agree()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Charges due | update ledger_posting set amount = amount + 1"
            + " where lot = 'ABOVE-v1' and book = 'OWED' and recorded_on < '2023-06-01'",
        "Credits held | update ledger_balance set amount = amount + 1"
            + " where account = 'BELOW' and book = 'CREDITS'",
        "Credits held | update ledger_posting set amount = amount + 1"
            + " where account = 'GIVER' and recorded_on = '2023-06-02' and amount = -80",
        "Grams above target due | update ledger_posting set amount = amount + 1"
            + " where account = 'LATE' and book = 'ABOVE_TARGET' and amount = 1000",
        "Accounts that cleared | update ledger_posting set amount = amount + 1"
            + " where book = 'CLEARED_BY_CREDITS' and amount = 18000",
        "Charge vehicles | update ledger_charge set levied_on = levied_on - 1"
            + " where id = 'ABOVE-v1'",
        "Fleet vehicles above target | update fleet_vehicle set difference_tenths = 1"
            + " where vehicle = 'FLEET-v1'",
      })
  void a_row_that_was_tampered_with_is_told(String figure, String tampering) {
    // When
    var report = after(tampering);

    // Then
    assertThat(report.agree()).isFalse();
    assertThat(report.differences()).extracting(GoLiveReport.Difference::figure).contains(figure);
  }

  /** The report after the statement, which is then undone. */
  private GoLiveReport after(String sql) {
    var seen = new AtomicReference<GoLiveReport>();
    var _ =
        test.work()
            .attempt(
                () -> {
                  assertThat(execute(sql)).isEqualTo(1);
                  seen.set(report());
                  return Attempt.<Integer>refused(Refusal.refused("undone", "It is undone."));
                });
    return seen.get();
  }

  @SuppressWarnings("unchecked")
  private int execute(String sql) {
    return ((ConnectionOperations<Connection>) service.getBean(ConnectionOperations.class))
        .executeWrite(
            status -> {
              try (var statement = status.getConnection().createStatement()) {
                return statement.executeUpdate(sql);
              } catch (SQLException e) {
                throw new IllegalStateException(e);
              }
            });
  }
}
