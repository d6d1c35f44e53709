package nz.cleancar.api;

import static nz.cleancar.ledger.Done.done;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import nz.cleancar.ledger.Acceptances;
import nz.cleancar.ledger.Settlement;
import nz.cleancar.ledger.Vehicles;
import nz.cleancar.security.AccessToken;
import nz.cleancar.security.Role;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.testing.RunningService;
import nz.cleancar.testing.RunningService.SignedIn;
import nz.cleancar.testing.TestClock;
import nz.cleancar.testing.TestPeople;
import nz.cleancar.vehicle.ATestVehicle;
import nz.cleancar.vehicle.Feeds;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The go-live report and the contact log over HTTP, with the policy that is shipped. */
class AgencyOverHttpIT {

  private static final LocalDate GO_LIVE = LocalDate.of(2023, 6, 1);
  private static final String REPORT =
      "/agency/go-live-report?from=2023-01-01&to=2023-06-02&dueDay=2023-06-01";

  private static RunningService service;
  private static SignedIn aroha;
  private static SignedIn olive;
  private static String account;

  @BeforeAll
  static void start(@TempDir Path data) {
    AccessToken oliveToken = TestPeople.add(data, "olive", Role.IMPORTER);
    AccessToken arohaToken = TestPeople.add(data, "aroha", Role.AGENCY);
    service = RunningService.startOnTestClock(RunningService.SHIPPED_POLICY, data);
    olive = service.as(oliveToken);
    aroha = service.as(arohaToken);
    on(LocalDate.of(2023, 2, 1));
    account = open();
    done(
        service
            .bean(Acceptances.class)
            .accept(
                Vehicles.payAsYouGo(
                    new AccountNumber(account), "v1", LocalDate.of(2023, 2, 1), "-40", "18"),
                Settlement.byMoneyAlone()));
    contacts();
  }

  /** An account of its own with a single vehicle, accepted below its target in May. */
  private static String ofOneVehicle() {
    LocalDate may = LocalDate.of(2023, 5, 3);
    on(may);
    String number = open();
    var car = ATestVehicle.used("HATCH1");
    var _ =
        service
            .bean(Feeds.class)
            .receive(List.of(car.registered(1, "100"), car.completed(number, 1, may)));
    var accepted =
        olive.post(
            "/accounts/" + number + "/acceptances",
            "{\"vehicles\": \"all\", \"settle\": {\"credits\": \"none\", \"payment\": false}}");
    assertThat(accepted.at("/vehicles/0/result")).as(accepted.body()).isEqualTo("ACCEPTED");
    return number;
  }

  private static void on(LocalDate day) {
    service.bean(TestClock.class).moveTo(day);
  }

  private static String open() {
    String location =
        olive
            .post(
                "/accounts",
                """
                {"kind": "BUSINESS", "name": "Kiwi Imports", "email": "office@kiwi.example",
                 "condition": "USED"}""")
            .response()
            .headers()
            .firstValue("Location")
            .orElseThrow();
    return location.substring("/accounts/".length());
  }

  /** Ten contacts in the 28 days before, one earlier; three on the day itself. */
  private static void contacts() {
    String single = ofOneVehicle();
    on(GO_LIVE.minusDays(29));
    note("CALL", "OTHER", 1, "");
    on(GO_LIVE.minusDays(28));
    for (int count = 0; count < 10; count++) {
      note("EMAIL", "VEHICLE", 60, "");
    }
    on(GO_LIVE);
    note("CALL", "LOGIN", 10, account);
    note("CALL", "LOGIN", 21, single);
    note("EMAIL", "CHARGE", 14, account);
  }

  private static void note(String channel, String about, int seconds, String account) {
    String named = account.isEmpty() ? "" : "\"account\": \"" + account + "\", ";
    var answer =
        aroha.post(
            "/agency/contacts",
            """
            {"channel": "%s", %s"about": "%s", "answeredAfterSeconds": %d}"""
                .formatted(channel, named, about, seconds));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void the_report_is_json_unless_something_else_is_accepted() {
    // When
    var answer = aroha.get(REPORT);

    // Then
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body())
        .contains("\"chargeVehicles\":1,\"newChargeVehicles\":0,\"usedChargeVehicles\":1")
        .contains("\"netChargeAccounts\":1")
        .contains("\"chargesDue\":\"720.00\"")
        .contains("\"calls\":2,\"emails\":1,\"usualPerDay\":\"0.4\",\"increasePercent\":\"740\"")
        .contains("\"secondsToAnswerCalls\":\"15.5\",\"secondsToAnswer\":\"15.0\"")
        .contains("\"singleVehiclePercent\":\"50\"")
        .contains("\"about\":{\"CHARGE\":1,\"LOGIN\":2}")
        .contains("\"agree\":true");
  }

  @Test
  void the_report_reads_as_the_update_of_2_june_2023_did() {
    // When
    var answer = aroha.send("GET", REPORT, "", "Accept", "text/plain");

    // Then
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body())
        .startsWith("CCS go-live update (as at 2 June 2023)\n")
        .contains("1 charge vehicle was imported in 1 CO2 account.")
        .contains("0 of them were new, and 1 was used.")
        .contains("This totalled $720.00 of charges that were due for payment on 1 June 2023")
        .contains("the CCS Team received 2 calls and 1 email from importers, 740 percent above")
        .contains("They were about: LOGIN 2, CHARGE 1.")
        .contains("50 percent of the accounts in touch had imported a single vehicle.")
        .contains("The average response for all calls and emails took 15 seconds")
        .contains("Two ways of working these figures out from the ledger agree.");
  }

  @Test
  void the_report_is_csv_for_a_spreadsheet() {
    // When
    var answer = aroha.send("GET", REPORT, "", "Accept", "text/csv");

    // Then
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body().lines())
        .contains("figure,value", "positions.chargesDue,720.00", "agree,true");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/agency/go-live-report",
        "/agency/go-live-report?from=2023-01-01&to=2023-06-02",
        "/agency/go-live-report?from=soon&to=2023-06-02&dueDay=2023-06-01",
        "/agency/go-live-report?from=2023-02-30&to=2023-06-02&dueDay=2023-06-01",
        "/agency/go-live-report?from=2023-06-03&to=2023-06-02&dueDay=2023-06-01",
        "/agency/contacts?limit=0",
        "/agency/contacts?after=x"
      })
  void what_is_asked_wrongly_is_a_problem(String path) {
    assertThat(aroha.get(path).status()).as(aroha.get(path).body()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"channel\": \"FAX\", \"about\": \"LOGIN\", \"answeredAfterSeconds\": 1}",
        "{\"channel\": \"CALL\", \"about\": \"LOGIN\", \"answeredAfterSeconds\": -1}",
        "{\"channel\": \"CALL\", \"about\": \"LOGIN\", \"answeredAfterSeconds\": 1.5}",
        "{\"channel\": \"CALL\", \"about\": \"LOGIN\"}",
        "{\"channel\": \"CALL\", \"about\": \"LOGIN\", \"answeredAfterSeconds\": 1, \"x\": 1}"
      })
  void a_contact_that_cannot_be_is_not_noted(String body) {
    assertThat(aroha.post("/agency/contacts", body).status()).isEqualTo(400);
  }

  @Test
  void a_contact_about_an_account_that_there_is_not_is_not_noted() {
    // When
    var answer =
        aroha.post(
            "/agency/contacts",
            """
            {"channel": "CALL", "account": "CO2-9", "about": "LOGIN", "answeredAfterSeconds": 1}""");

    // Then
    assertThat(answer.status()).isEqualTo(404);
  }

  @Test
  void contacts_are_listed_newest_first_and_in_pages() {
    // When
    var first = aroha.get("/agency/contacts?limit=2").body();
    var next = first.replaceAll("(?s).*\"next\":\"([^\"]+)\".*", "$1");
    var second = aroha.get("/agency/contacts?limit=500&after=" + next).body();

    // Then
    assertThat(first).contains("\"about\":\"CHARGE\"").contains("\"answeredAfterSeconds\":21");
    assertThat(second.split("\"channel\"", -1)).hasSize(13);
    assertThat(second).doesNotContain("next");
  }

  @ParameterizedTest
  @ValueSource(strings = {REPORT, "/agency/contacts"})
  void none_but_the_agency_looks(String path) {
    assertThat(olive.get(path).status()).isEqualTo(403);
    assertThat(service.get(path).status()).isEqualTo(401);
  }
}
