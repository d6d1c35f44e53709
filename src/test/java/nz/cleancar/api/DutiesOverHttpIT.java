package nz.cleancar.api;

import static nz.cleancar.ledger.Done.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import nz.cleancar.account.ATestAccount;
import nz.cleancar.account.AccountBook;
import nz.cleancar.duty.Duties;
import nz.cleancar.duty.Duty;
import nz.cleancar.duty.DutyDone;
import nz.cleancar.duty.DutyDone.Outcome;
import nz.cleancar.ledger.Acceptances;
import nz.cleancar.ledger.AcceptedVehicle;
import nz.cleancar.ledger.Ledger;
import nz.cleancar.ledger.Settlement;
import nz.cleancar.ledger.Vehicles;
import nz.cleancar.notice.NoticeKind;
import nz.cleancar.notice.Outbox;
import nz.cleancar.security.AccessToken;
import nz.cleancar.security.Role;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.AutoAccept;
import nz.cleancar.standard.Grams;
import nz.cleancar.standard.Scheme;
import nz.cleancar.standard.VehicleCondition;
import nz.cleancar.testing.RunningService;
import nz.cleancar.testing.TestClock;
import nz.cleancar.testing.TestPeople;
import nz.cleancar.vehicle.ATestVehicle;
import nz.cleancar.vehicle.Feeds;
import nz.cleancar.vehicle.Mark;
import nz.cleancar.vehicle.VehicleRecords;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is done by the calendar, with the policy that is shipped. */
class DutiesOverHttpIT {

  private static final AccountNumber OWING = new AccountNumber("OWING");
  private static final AccountNumber FLEET = new AccountNumber("FLEET");
  private static final LocalDate FEBRUARY = LocalDate.of(2023, 2, 1);

  private RunningService service;
  private AccessToken aroha;
  private AccessToken olive;

  @TempDir private Path data;

  @BeforeEach
  void start() {
    aroha = TestPeople.add(data, "aroha", Role.AGENCY);
    olive = TestPeople.add(data, "olive", Role.IMPORTER);
    service = RunningService.startOnTestClock(RunningService.SHIPPED_POLICY, data);
    on(FEBRUARY);
    var accounts = service.bean(AccountBook.class);
    accounts.open(ATestAccount.payAsYouGo(OWING.value()));
    accounts.open(
        ATestAccount.of(
            FLEET.value(),
            VehicleCondition.USED,
            Scheme.FLEET_AVERAGE,
            new AutoAccept(false, false)));
  }

  @AfterEach
  void stop() {
    service.close();
  }

  private void on(LocalDate day) {
    service.bean(TestClock.class).moveTo(day);
  }

  private void named(String vehicle, String account) {
    var car = ATestVehicle.used(vehicle);
    var _ =
        service.bean(Feeds.class).receive(List.of(car.assigned(Mark.of(car.vin()), account, 1)));
  }

  private String waitsFor(String vehicle) {
    return service
        .bean(VehicleRecords.class)
        .find(Mark.of(ATestVehicle.used(vehicle).vin()))
        .orElseThrow()
        .because()
        .code();
  }

  private void accept(AcceptedVehicle vehicle) {
    done(service.bean(Acceptances.class).accept(vehicle, Settlement.byMoneyAlone()));
  }

  private List<DutyDone> run(LocalDate day) {
    on(day);
    return service.bean(Duties.class).run(day);
  }

  private long notices(AccountNumber account, NoticeKind kind) {
    return service.bean(Outbox.class).all(new Outbox.Page("", 100)).stream()
        .map(posted -> posted.notice())
        .filter(notice -> notice.account().filter(account::equals).isPresent())
        .filter(notice -> notice.kind() == kind)
        .count();
  }

  @Test
  void what_an_account_owes_is_told_once_a_month_also_after_days_without_a_service() {
    // Given
    accept(Vehicles.payAsYouGo(OWING, "v1", FEBRUARY, "-40", "18"));

    // When
    for (LocalDate day = LocalDate.of(2023, 3, 1);
        day.getMonthValue() == 3;
        day = day.plusDays(5)) {
      var _ = run(day);
      var _ = run(day);
    }

    // Then: April has no service, and May's notice is not posted twice
    assertThat(notices(OWING, NoticeKind.BALANCE_OWING)).isEqualTo(1);
    var _ = run(LocalDate.of(2023, 5, 3));
    assertThat(notices(OWING, NoticeKind.BALANCE_OWING)).isEqualTo(2);
    var _ = run(LocalDate.of(2023, 5, 31));
    assertThat(notices(OWING, NoticeKind.BALANCE_OWING)).isEqualTo(2);
    assertThat(notices(FLEET, NoticeKind.BALANCE_OWING)).isZero();
  }

  @Test
  void an_account_whose_duty_fails_is_named_and_stops_no_other() throws SQLException {
    // Given
    var first = new AccountNumber("FIRST");
    service.bean(AccountBook.class).open(ATestAccount.payAsYouGo(first.value()));
    accept(Vehicles.payAsYouGo(first, "v0", FEBRUARY, "-40", "18"));
    accept(Vehicles.payAsYouGo(OWING, "v1", FEBRUARY, "-40", "18"));
    change("update ledger_charge set scheme = 'NO' where account = 'FIRST'");

    // When
    var failed = told(run(LocalDate.of(2023, 5, 31)));
    change("update ledger_charge set scheme = 'PAYG' where account = 'FIRST'");
    var mended = told(run(LocalDate.of(2023, 5, 31)));

    // Then
    assertThat(failed.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(failed.says()).startsWith("1 notice was posted. 1 failed").contains("account FIRST");
    assertThat(mended)
        .isEqualTo(new DutyDone(Duty.BALANCE_OWING, Outcome.DONE, "1 notice was posted."));
    assertThat(notices(OWING, NoticeKind.BALANCE_OWING)).isEqualTo(1);
    assertThat(notices(first, NoticeKind.BALANCE_OWING)).isEqualTo(1);
  }

  private static DutyDone told(List<DutyDone> done) {
    return done.stream()
        .filter(each -> each.duty() == Duty.BALANCE_OWING)
        .findFirst()
        .orElseThrow();
  }

  private void change(String sql) throws SQLException {
    var database = DelegatingDataSource.unwrapDataSource(service.bean(DataSource.class));
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.executeUpdate(sql);
      connection.commit();
    }
  }

  @Test
  void credits_are_told_of_ahead_and_come_to_their_end() {
    // Given
    accept(Vehicles.payAsYouGo(OWING, "v1", FEBRUARY, "30", "18"));

    // When
    var _ = run(LocalDate.of(2028, 12, 31));
    long ahead = notices(OWING, NoticeKind.CREDITS_EXPIRE);
    var done = run(LocalDate.of(2029, 1, 3));

    // Then
    assertThat(ahead).isEqualTo(1);
    assertThat(notices(OWING, NoticeKind.CREDITS_EXPIRE)).isEqualTo(1);
    assertThat(done)
        .contains(new DutyDone(Duty.EXPIRE_CREDITS, Outcome.DONE, "30 credits expired."));
    assertThat(service.bean(Ledger.class).balances(OWING).credits()).isEqualTo(Grams.ZERO);
  }

  @Test
  void last_years_fleets_are_settled_and_told_of_before_they_are_due() {
    // Given
    accept(Vehicles.inFleet(FLEET, "v1", FEBRUARY, "150", "190"));

    // When
    var first = run(LocalDate.of(2024, 1, 5));
    var again = run(LocalDate.of(2024, 1, 6));
    var _ = run(LocalDate.of(2024, 3, 31));

    // Then
    assertThat(first)
        .contains(new DutyDone(Duty.SETTLE_FLEETS, Outcome.DONE, "1 fleet year was settled."));
    assertThat(again)
        .contains(new DutyDone(Duty.SETTLE_FLEETS, Outcome.DONE, "0 fleet years were settled."));
    assertThat(service.bean(Ledger.class).balances(FLEET).charges()).hasSize(1);
    assertThat(notices(FLEET, NoticeKind.FLEET_CHARGE_DUE)).isEqualTo(1);
  }

  @Test
  void vehicles_are_taken_up_that_a_killed_service_left_waiting_for_an_open_account() {
    // Given: a day whose duties are done, and an account that was opened and nothing after it
    var _ = run(FEBRUARY);
    named("LATER1", "LATER");
    named("NEVER1", "NEVER");
    service.bean(AccountBook.class).open(ATestAccount.payAsYouGo("LATER"));
    String before = waitsFor("LATER1");
    service.close();
    service = RunningService.startOnTestClock(RunningService.SHIPPED_POLICY, data);

    // When
    var first = run(FEBRUARY);
    var again = run(FEBRUARY);

    // Then
    assertThat(before).isEqualTo("unknown-account");
    assertThat(waitsFor("LATER1")).isEqualTo("waits-for-completion");
    assertThat(waitsFor("NEVER1")).isEqualTo("unknown-account");
    assertThat(first)
        .contains(
            new DutyDone(Duty.TAKE_UP_VEHICLES, Outcome.DONE, "1 vehicle record was taken up."));
    assertThat(again).extracting(DutyDone::outcome).containsOnly(Outcome.DONE_BEFORE);
  }

  @Test
  void the_agency_has_todays_duties_done_once() {
    // When
    var first = service.as(aroha).post("/agency/duties", "");
    var second = service.as(aroha).post("/agency/duties", "");

    // Then
    assertThat(first.status()).as(first.body()).isEqualTo(200);
    assertThat(first.body())
        .contains("\"day\":\"2023-02-01\"")
        .contains("\"duty\":\"EXPIRE_CREDITS\",\"outcome\":\"DONE\"")
        .doesNotContain("FAILED");
    assertThat(second.body()).contains("DONE_BEFORE").doesNotContain("\"DONE\"");
    assertThat(service.as(olive).post("/agency/duties", "").status()).isEqualTo(403);
  }
}
