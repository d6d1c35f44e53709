package nz.cleancar.api;

import static nz.cleancar.ledger.Done.done;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import nz.cleancar.account.Holdings;
import nz.cleancar.ledger.Acceptances;
import nz.cleancar.ledger.AcceptedVehicle;
import nz.cleancar.ledger.AccountMoney;
import nz.cleancar.ledger.Settlement;
import nz.cleancar.ledger.Vehicles;
import nz.cleancar.security.AccessToken;
import nz.cleancar.security.Role;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.Grams;
import nz.cleancar.standard.Money;
import nz.cleancar.testing.RunningService;
import nz.cleancar.testing.RunningService.Answer;
import nz.cleancar.testing.RunningService.SignedIn;
import nz.cleancar.testing.TestClock;
import nz.cleancar.testing.TestPeople;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ledger over HTTP, with the policy that is shipped. */
class LedgerOverHttpIT {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  private static RunningService service;
  private static SignedIn olive;
  private static SignedIn mike;
  private static SignedIn aroha;
  private static String path;
  private static AccountNumber account;

  @BeforeAll
  static void start(@TempDir Path data) {
    AccessToken oliveToken = TestPeople.add(data, "olive", Role.IMPORTER);
    AccessToken mikeToken = TestPeople.add(data, "mike", Role.IMPORTER);
    AccessToken arohaToken = TestPeople.add(data, "aroha", Role.AGENCY);
    service = RunningService.startOnTestClock(RunningService.SHIPPED_POLICY, data);
    olive = service.as(oliveToken);
    mike = service.as(mikeToken);
    aroha = service.as(arohaToken);
    service.bean(TestClock.class).moveTo(LocalDate.of(2023, 2, 1));
    path =
        olive
            .post(
                "/accounts",
                """
                {"kind": "BUSINESS", "name": "Kiwi Imports", "email": "office@kiwi.example",
                 "condition": "USED"}\
                """)
            .response()
            .headers()
            .firstValue("Location")
            .orElseThrow();
    account = new AccountNumber(path.substring("/accounts/".length()));
    aYearOfIt();
  }

  /** A charge of early 2023 that is owed in part, credits of 2026, money, and a fleet. */
  private static void aYearOfIt() {
    accept(Vehicles.payAsYouGo(account, "v1", LocalDate.of(2023, 2, 1), "-40", "18"));
    service.bean(TestClock.class).moveTo(DAY);
    accept(Vehicles.payAsYouGo(account, "v2", DAY, "118.9", "6"));
    accept(Vehicles.inFleet(account, "v3", DAY, "108.6", "150"));
    done(service.bean(AccountMoney.class).receive(account, new Money(24_840), "payment-1"));
    accept(Vehicles.payAsYouGo(account, "v4", DAY, "-41.4", "6"));
  }

  private static void accept(AcceptedVehicle vehicle) {
    done(service.bean(Acceptances.class).accept(vehicle, Settlement.byMoneyAlone()));
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void whoever_may_view_an_account_sees_what_it_holds_and_owes() {
    // When
    Answer balances = olive.get(path + "/balances");

    // Then
    assertThat(balances.status()).isEqualTo(200);
    assertThat(balances.at("/credits")).isEqualTo("118.9");
    assertThat(balances.at("/lots/0/expiresOn")).isEqualTo("2030-03-02");
    assertThat(balances.at("/owed")).isEqualTo("720.00");
    assertThat(balances.at("/chargeCount")).isEqualTo("1");
    assertThat(balances.at("/charges/0/ratePerGram")).isEqualTo("18");
    assertThat(balances.at("/charges/0/payableOn")).isEqualTo("2023-06-01");
    assertThat(balances.at("/money")).isEqualTo("0.00");
    assertThat(balances.at("/fleets/0/difference")).isEqualTo("-41.4");
    assertThat(aroha.get(path + "/balances").body()).isEqualTo(balances.body());
  }

  @Test
  void nobody_else_learns_that_the_account_exists() {
    // Then
    assertThat(mike.get(path + "/balances").status()).isEqualTo(404);
    assertThat(mike.get(path + "/ledger").status()).isEqualTo(404);
    assertThat(service.get(path + "/balances").status()).isEqualTo(401);
  }

  @Test
  void its_lines_come_page_by_page() {
    // When
    var whole = olive.get(path + "/ledger");
    var lines = new ArrayList<String>();
    var page = olive.get(path + "/ledger?limit=2");
    lines.addAll(page.json().findValuesAsText("what"));
    while (!page.at("/next").isEmpty()) {
      page = olive.get(path + "/ledger?limit=2&after=" + page.at("/next"));
      lines.addAll(page.json().findValuesAsText("what"));
    }

    // Then
    assertThat(lines)
        .containsExactly(
            "CHARGE_LEVIED",
            "CHARGE_LEVIED",
            "CREDITS_EARNED",
            "FLEET_ACCRUED",
            "PAYMENT_RECEIVED",
            "CHARGE_LEVIED",
            "CHARGE_LEVIED",
            "CHARGE_PAID",
            "CHARGE_PAID",
            "CHARGE_PAID")
        .isEqualTo(whole.json().findValuesAsText("what"));
    assertThat(whole.at("/lines/7/amount")).isEqualTo("-248.40");
    assertThat(whole.at("/lines/7/unit")).isEqualTo("NZD");
    assertThat(whole.at("/lines/2/amount")).isEqualTo("118.9");
  }

  @Test
  void a_period_includes_its_first_and_its_last_day() {
    // Then
    assertThat(lines("?from=2023-02-01&to=2023-02-01")).isEqualTo(2);
    assertThat(lines("?from=2023-02-02&to=2026-03-01")).isZero();
    assertThat(lines("?from=2026-03-02")).isEqualTo(8);
  }

  private static int lines(String query) {
    return olive.get(path + "/ledger" + query).json().at("/lines").size();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "from=yesterday",
        "to=2026-02-30",
        "to=%2B999999999-01-01",
        "limit=0",
        "limit=501",
        "after=x",
        "after=2026-02-30.01JQ8YV6F20000000000000000.1",
        "from=2026-03-02&after=2023-02-01.01JQ8YV6F20000000000000000.1"
      })
  void what_cannot_be_asked_is_told(String query) {
    // When
    Answer answer = olive.get(path + "/ledger?" + query);

    // Then
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.at("/type")).isEqualTo("/problems/invalid-request");
    assertThat(answer.json().at("/reasons").size()).isEqualTo(1);
  }

  @Test
  void the_agency_checks_the_books() {
    // When
    Answer check = aroha.get("/agency/ledger/check");

    // Then
    assertThat(check.at("/clean")).isEqualTo("true");
    assertThat(check.at("/entries")).isEqualTo("6");
    assertThat(check.json().at("/faults")).isEmpty();
    assertThat(olive.get("/agency/ledger/check").status()).isEqualTo(403);
  }

  @Test
  void an_account_is_told_what_it_owes_and_which_fleets_are_not_settled() {
    // When
    var left = service.bean(Holdings.class).left(account);

    // Then
    assertThat(left.owed()).isEqualTo(new Money(72_000));
    assertThat(left.fleets()).containsExactly(2026);
    assertThat(left.credits()).isEqualTo(Grams.of("118.9"));
    assertThat(left.money()).isEqualTo(Money.ZERO);
  }
}
