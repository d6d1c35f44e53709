package nz.cleancar.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import nz.cleancar.security.AccessToken;
import nz.cleancar.security.Role;
import nz.cleancar.testing.RunningService;
import nz.cleancar.testing.RunningService.Answer;
import nz.cleancar.testing.RunningService.SignedIn;
import nz.cleancar.testing.TestClock;
import nz.cleancar.testing.TestPeople;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Accounts over HTTP, with the policy that is shipped: from opening to closing. */
class AccountsOverHttpIT {

  private static final String OPENING =
      """
      {"kind": "BUSINESS", "name": "Kiwi Imports", "email": "office@kiwi.example",
       "condition": "USED"}""";

  private static RunningService service;
  private static SignedIn olive;
  private static SignedIn mike;
  private static SignedIn aroha;
  private static SignedIn carl;

  @BeforeAll
  static void start(@TempDir Path data) {
    AccessToken oliveToken = TestPeople.add(data, "olive", Role.IMPORTER);
    AccessToken mikeToken = TestPeople.add(data, "mike", Role.IMPORTER);
    AccessToken arohaToken = TestPeople.add(data, "aroha", Role.AGENCY);
    AccessToken carlToken = TestPeople.add(data, "carl", Role.CERTIFIER);
    service = RunningService.startOnTestClock(RunningService.SHIPPED_POLICY, data);
    olive = service.as(oliveToken);
    mike = service.as(mikeToken);
    aroha = service.as(arohaToken);
    carl = service.as(carlToken);
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @BeforeEach
  void itIsMarch() {
    today("2026-03-02");
  }

  @Test
  void an_account_lives_from_opening_to_closing() {
    // Given
    Answer opened = olive.post("/accounts", OPENING);
    String account = opened.response().headers().firstValue("Location").orElseThrow();

    // When
    var renamed =
        olive.send(
            "PATCH",
            account,
            """
            {"name": "Tui Cars", "autoAccept": {"atOrBelowTarget": true}}""");
    grant(account, "mike", "VIEW_ACCOUNT", "EDIT_DETAILS");
    var applied = mike.post(account + "/fleet-average-applications", DECLARATIONS);
    var waiting = aroha.get("/agency/fleet-average-applications");
    var approved =
        aroha.post(
            account + "/fleet-average-applications/" + applied.at("/id") + "/decision",
            """
            {"approved": true, "firstDay": "2026-03-03", "reason": "Solvent."}""");
    today("2026-03-03");
    var checked = mike.send("POST", account + "/verification", "");
    var verified =
        aroha.post(
            account + "/verification/decision",
            """
            {"verified": true, "reason": "Documents seen."}""");
    var asItStands = mike.get(account);
    var closed = olive.post(account + "/closing", "{}");
    var again = olive.send("PATCH", account, "{}");

    // Then
    assertThat(opened.status()).isEqualTo(201);
    assertThat(opened.at("/scheme")).isEqualTo("PAYG");
    assertThat(opened.at("/status")).isEqualTo("ACTIVE");
    assertThat(opened.at("/number")).startsWith("CO2-2000");
    assertThat(opened.json().at("/suspensions").isArray()).isTrue();
    assertThat(renamed.at("/holder/name")).isEqualTo("Tui Cars");
    assertThat(renamed.at("/holder/email")).isEqualTo("office@kiwi.example");
    assertThat(renamed.at("/autoAccept/atOrBelowTarget")).isEqualTo("true");
    assertThat(applied.status()).isEqualTo(201);
    assertThat(applied.at("/state")).isEqualTo("PENDING");
    assertThat(waiting.json().findValuesAsText("id")).contains(applied.at("/id"));
    assertThat(approved.at("/state")).isEqualTo("APPROVED");
    assertThat(checked.status()).isEqualTo(201);
    assertThat(verified.at("/state")).isEqualTo("VERIFIED");
    assertThat(asItStands.at("/scheme")).isEqualTo("FLEET_AVERAGE");
    assertThat(asItStands.at("/dates/verifiedOn")).isEqualTo("2026-03-03");
    assertThat(closed.at("/status")).isEqualTo("CLOSED");
    assertThat(again.status()).isEqualTo(409);
    assertThat(codes(again)).containsExactly("account-closed");
    assertThat(olive.get(account + "/events?limit=500").json().findValuesAsText("what"))
        .containsExactly(
            "OPENED",
            "DETAILS_CHANGED",
            "PERMISSIONS_GRANTED",
            "FLEET_AVERAGE_APPLIED_FOR",
            "FLEET_AVERAGE_APPROVED",
            "VERIFICATION_APPLIED_FOR",
            "VERIFIED",
            "CLOSED");
  }

  @Test
  void a_suspension_begins_stops_decisions_covers_its_last_day_and_ends_by_itself() {
    // Given
    String account = opened();
    var unnoticed = suspend(account, "NON_COMPLIANCE", "", "2026-03-10", "2026-03-20");
    var tooLong = suspend(account, "CONVICTION", "", "2026-03-10", "2031-03-10");

    // When
    var suspended = suspend(account, "NON_COMPLIANCE", "2026-02-20", "2026-03-10", "2026-03-20");

    // Then
    assertThat(codes(unnoticed)).containsExactly("notice-needed");
    assertThat(codes(tooLong)).containsExactly("suspension-too-long");
    assertThat(suspended.status()).isEqualTo(200);
    assertThat(onTheDay(account, "2026-03-09")).isEqualTo("ACTIVE AWAIT_ACCEPTANCE");
    assertThat(onTheDay(account, "2026-03-10")).isEqualTo("SUSPENDED REFUSE");
    assertThat(onTheDay(account, "2026-03-20")).isEqualTo("SUSPENDED REFUSE");
    assertThat(onTheDay(account, "2026-03-21")).isEqualTo("ACTIVE AWAIT_ACCEPTANCE");
  }

  @Test
  void the_agency_lifts_a_suspension_and_closes_an_account_with_a_reason() {
    // Given
    String account = opened();
    suspend(account, "CONVICTION", "", "2026-03-02", "2030-03-01");
    var closedWhileSuspended = olive.post(account + "/closing", "{}");

    // When
    var unreasoned = aroha.delete(account + "/suspensions");
    var lifted = aroha.delete(account + "/suspensions?reason=On%20appeal");
    var closed =
        aroha.post(
            account + "/closing",
            """
            {"reason": "No longer needed (s 191)."}""");

    // Then
    assertThat(codes(closedWhileSuspended)).containsExactly("account-suspended");
    assertThat(codes(unreasoned)).containsExactly("reason-needed");
    assertThat(lifted.at("/status")).isEqualTo("ACTIVE");
    assertThat(lifted.at("/suspensions/0/liftedOn")).isEqualTo("2026-03-02");
    assertThat(closed.at("/status")).isEqualTo("CLOSED");
  }

  @Test
  void each_permission_is_refused_to_who_lacks_it() {
    // Given
    String account = opened();
    grant(account, "mike", "TRANSFER_CREDITS");

    // When
    var refused =
        List.of(
            mike.get(account),
            mike.get(account + "/people"),
            mike.get(account + "/events"),
            mike.get(account + "/verification"),
            mike.get(account + "/fleet-average-applications"),
            mike.send("PATCH", account, "{}"),
            mike.send("PUT", account + "/people/nina", GRANT.formatted("\"VIEW_ACCOUNT\"")),
            mike.delete(account + "/people/olive"),
            mike.post(account + "/fleet-average-applications", DECLARATIONS),
            mike.send("POST", account + "/verification", ""),
            mike.post(account + "/closing", "{}"));

    // Then
    assertThat(refused)
        .allSatisfy(
            answer -> {
              assertThat(answer.status()).isEqualTo(403);
              assertThat(codes(answer)).containsExactly("permission-missing");
            });
  }

  @Test
  void an_account_is_unknown_to_strangers_but_for_its_being_there() {
    // Given
    String account = opened();
    String number = account.substring("/accounts/".length());

    // When
    var looked = carl.get(account);
    var registered = carl.get("/accounts/register/" + number);
    var nobodys = carl.get("/accounts/register/CO2-999999");
    var nonsense = carl.get("/accounts/register/no%20number");
    var unsigned = service.get("/accounts/register/" + number);

    // Then
    assertThat(looked.status()).isEqualTo(404);
    assertThat(codes(looked)).containsExactly("no-such-account");
    assertThat(registered.body())
        .isEqualTo("{\"number\":\"%s\",\"exists\":true}".formatted(number));
    assertThat(nobodys.at("/exists")).isEqualTo("false");
    assertThat(nonsense.status()).isEqualTo(404);
    assertThat(unsigned.status()).isEqualTo(401);
  }

  @Test
  void what_is_the_agencys_is_refused_to_everybody_else() {
    // Given
    String account = opened();

    // When
    var refused =
        List.of(
            suspendAs(olive, account, "CONVICTION", "", "2026-03-02", "2026-03-03"),
            olive.delete(account + "/suspensions?reason=me"),
            olive.post(account + "/verification/decision", "{}"),
            olive.post(account + "/fleet-average-applications/x/decision", "{}"),
            olive.post(account + "/fleet-average-revocations", "{}"),
            olive.get("/agency/verifications"),
            olive.get("/agency/fleet-average-applications"),
            carl.post("/accounts", OPENING));

    // Then
    assertThat(refused).extracting(Answer::status).containsOnly(403);
  }

  @Test
  void all_faults_of_a_request_are_named_at_once() {
    // When
    var faulty =
        olive.post(
            "/accounts",
            """
            {"kind": "CLUB", "name": "\\u0000", "email": "nowhere", "colour": "red"}""");
    var undecided =
        aroha.post(
            opened() + "/suspensions",
            """
            {"ground": "lower", "firstDay": "2026-03-20", "lastDay": "2026-03-10"}""");

    // Then
    assertThat(faulty.status()).isEqualTo(400);
    assertThat(faulty.json().at("/errors").findValuesAsText("pointer"))
        .containsExactlyInAnyOrder("/kind", "/name", "/email", "/condition", "/colour");
    assertThat(undecided.json().at("/errors").findValuesAsText("pointer"))
        .containsExactlyInAnyOrder("/ground", "/reason", "/lastDay");
  }

  @Test
  void a_ground_that_no_table_knows_suspends_nothing() {
    // Given
    String account = opened();

    // When
    var suspended = suspend(account, "DISLIKE", "", "2026-03-02", "2026-03-03");

    // Then
    assertThat(suspended.status()).isEqualTo(409);
    assertThat(suspended.at("/type")).isEqualTo("/problems/undecided");
    assertThat(olive.get(account).at("/status")).isEqualTo("ACTIVE");
  }

  @Test
  void a_repeated_opening_opens_one_account() {
    // When
    var first = olive.send("POST", "/accounts", OPENING, "Idempotency-Key", "opening-1");
    var second = olive.send("POST", "/accounts", OPENING, "Idempotency-Key", "opening-1");

    // Then
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(second.response().headers().firstValue("Idempotency-Replayed")).contains("true");
  }

  @Test
  void accounts_are_listed_a_page_at_a_time() {
    // Given
    String account = opened();
    String number = account.substring("/accounts/".length());
    grant(account, "carl", "VIEW_ACCOUNT");

    // When
    var carls = carl.get("/accounts");
    var agencys = aroha.get("/accounts?limit=2");
    var next = aroha.get("/accounts?limit=1&after=" + agencys.at("/next"));
    var tooMany = aroha.get("/accounts?limit=501");

    // Then
    assertThat(carls.json().findValuesAsText("number")).containsExactly(number);
    assertThat(agencys.json().findValuesAsText("number"))
        .containsExactly("CO2-100001", "CO2-100002");
    assertThat(next.json().findValuesAsText("number")).containsExactly("CO2-100003");
    assertThat(tooMany.status()).isEqualTo(400);
  }

  @Test
  void nonsense_is_the_askers_fault() {
    // Given
    String account = opened();
    String long1000 = "x".repeat(1_001);

    // When
    var answers =
        List.of(
            olive.get("/accounts?limit=many"),
            olive.get("/accounts?limit=0"),
            olive.get("/accounts?after=%00"),
            olive.get(account + "/events?after=first"),
            olive.get(account + "/events?limit=-1"),
            olive.get("/accounts/lower-case"),
            olive.get(account + "/people/NOBODY"),
            olive.post("/accounts", ""),
            olive.post("/accounts", "[]"),
            olive.send("PATCH", account, "{\"autoAccept\": {\"aboveTarget\": \"yes\"}}"),
            olive.send("PUT", account + "/people/nina", "{\"permissions\": [\"ALL\"]}"),
            olive.send("PUT", account + "/people/nina", "{}"),
            olive.post(account + "/closing", "{\"reason\": \"\\ud800\"}"),
            aroha.get("/agency/verifications?after=%00"),
            aroha.delete(account + "/suspensions?reason=" + long1000),
            aroha.delete(account + "/suspensions?reason=%00"),
            aroha.post("/accounts/CO2-999999/suspensions", SUSPENSION));

    // Then
    assertThat(answers)
        .allSatisfy(
            answer -> {
              assertThat(answer.status()).as(answer.body()).isBetween(400, 404);
              assertThat(answer.at("/type")).startsWith("/problems/");
            });
  }

  private static final String SUSPENSION =
      """
      {"ground": "CONVICTION", "firstDay": "2026-03-02", "lastDay": "2026-03-03",
       "reason": "For a test."}""";

  private static final String DECLARATIONS =
      """
      {"applicant": "Imports cars since 1998.", "relatedParties": "None.",
       "insolvency": "No proceedings."}""";

  private static final String GRANT =
      """
      {"permissions": [%s]}""";

  private static String opened() {
    return olive
        .post("/accounts", OPENING)
        .response()
        .headers()
        .firstValue("Location")
        .orElseThrow();
  }

  private static void grant(String account, String person, String... permissions) {
    var granted =
        olive.send(
            "PUT",
            account + "/people/" + person,
            GRANT.formatted('"' + String.join("\", \"", permissions) + '"'));
    assertThat(granted.status()).isEqualTo(200);
  }

  private static Answer suspend(
      String account, String ground, String noticeGivenOn, String firstDay, String lastDay) {
    return suspendAs(aroha, account, ground, noticeGivenOn, firstDay, lastDay);
  }

  private static Answer suspendAs(
      SignedIn who,
      String account,
      String ground,
      String noticeGivenOn,
      String firstDay,
      String lastDay) {
    return who.post(
        account + "/suspensions",
        """
        {"ground": "%s", "noticeGivenOn": %s, "firstDay": "%s", "lastDay": "%s",
         "reason": "For a test."}"""
            .formatted(
                ground,
                noticeGivenOn.isEmpty() ? "null" : '"' + noticeGivenOn + '"',
                firstDay,
                lastDay));
  }

  /** The account's status on the day, and what is then decided of a car above its target. */
  private static String onTheDay(String account, String day) {
    today(day);
    var decided =
        olive.post(
            "/decisions",
            """
            {"vehicle": {"vin": "7AT0H65MX26000017", "vehicleClass": "MA", "condition": "USED",
              "tareKg": 1500, "grossVehicleMassKg": 1950,
              "co2": {"gramsPerKm": "150", "testCycle": "WLTP_3P"},
              "firstRegistered": "2019-06-01", "attributes": []},
             "account": {"number": "%s"}, "legalDate": "2026-03-02"}"""
                .formatted(account.substring("/accounts/".length())));
    return olive.get(account).at("/status") + " " + decided.at("/acceptance/outcome");
  }

  private static void today(String day) {
    service.bean(TestClock.class).moveTo(LocalDate.parse(day));
  }

  private static List<String> codes(Answer answer) {
    return answer.json().at("/reasons").findValuesAsText("code");
  }
}
