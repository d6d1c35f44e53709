package nz.cleancar.api;

import static nz.cleancar.api.AccountDesk.codes;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import nz.cleancar.testing.RunningService.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Accounts over HTTP: who may see and do what, and what cannot be asked. */
class AccountsRefusedOverHttpIT {

  private static AccountDesk at;

  @BeforeAll
  static void start(@TempDir Path data) {
    at = new AccountDesk(data);
  }

  @AfterAll
  static void stop() {
    at.close();
  }

  @BeforeEach
  void itIsMarch() {
    at.today("2026-03-02");
  }

  @Test
  void each_permission_is_refused_to_who_lacks_it() {
    // Given
    String account = at.opened();
    at.grant(account, "mike", "TRANSFER_CREDITS");

    // When
    var refused =
        List.of(
            at.mike.get(account),
            at.mike.get(account + "/people"),
            at.mike.get(account + "/events"),
            at.mike.get(account + "/verification"),
            at.mike.get(account + "/fleet-average-applications"),
            at.mike.send("PATCH", account, "{}"),
            at.mike.send("PUT", account + "/people/nina", AccountDesk.granting("\"VIEW_ACCOUNT\"")),
            at.mike.delete(account + "/people/olive"),
            at.mike.post(account + "/fleet-average-applications", AccountDesk.DECLARATIONS),
            at.mike.send("POST", account + "/verification", ""),
            at.mike.post(account + "/closing", "{}"));

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
    String account = at.opened();
    String number = account.substring("/accounts/".length());

    // When
    var looked = at.carl.get(account);
    var registered = at.carl.get("/accounts/register/" + number);
    var nobodys = at.carl.get("/accounts/register/CO2-999999");
    var nonsense = at.carl.get("/accounts/register/no%20number");
    var unsigned = at.service.get("/accounts/register/" + number);

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
    String account = at.opened();

    // When
    var refused =
        List.of(
            at.suspendAs(at.olive, account, "CONVICTION", "", "2026-03-02", "2026-03-03"),
            at.olive.delete(account + "/suspensions?reason=me"),
            at.olive.post(account + "/verification/decision", "{}"),
            at.olive.post(account + "/fleet-average-applications/x/decision", "{}"),
            at.olive.post(account + "/fleet-average-revocations", "{}"),
            at.olive.get("/agency/verifications"),
            at.olive.get("/agency/fleet-average-applications"),
            at.carl.post("/accounts", AccountDesk.OPENING));

    // Then
    assertThat(refused).extracting(Answer::status).containsOnly(403);
  }

  @Test
  void all_faults_of_a_request_are_named_at_once() {
    // When
    var faulty =
        at.olive.post(
            "/accounts",
            """
            {"kind": "CLUB", "name": "\\u0000", "email": "nowhere", "colour": "red"}""");
    var undecided =
        at.aroha.post(
            at.opened() + "/suspensions",
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
    String account = at.opened();

    // When
    var suspended = at.suspend(account, "DISLIKE", "", "2026-03-02", "2026-03-03");

    // Then
    assertThat(suspended.status()).isEqualTo(409);
    assertThat(suspended.at("/type")).isEqualTo("/problems/undecided");
    assertThat(at.olive.get(account).at("/status")).isEqualTo("ACTIVE");
  }

  @Test
  void nonsense_is_the_askers_fault() {
    // Given
    String account = at.opened();
    String long1000 = "x".repeat(1_001);

    // When
    var answers =
        List.of(
            at.olive.get("/accounts?limit=many"),
            at.olive.get("/accounts?limit=0"),
            at.olive.get("/accounts?after=%00"),
            at.olive.get(account + "/events?after=first"),
            at.olive.get(account + "/events?limit=-1"),
            at.olive.get("/accounts/lower-case"),
            at.olive.get(account + "/people/NOBODY"),
            at.olive.post("/accounts", ""),
            at.olive.post("/accounts", "[]"),
            at.olive.send("PATCH", account, "{\"autoAccept\": {\"aboveTarget\": \"yes\"}}"),
            at.olive.send("PUT", account + "/people/nina", "{\"permissions\": [\"ALL\"]}"),
            at.olive.send("PUT", account + "/people/nina", "{}"),
            at.olive.post(account + "/closing", "{\"reason\": \"\\ud800\"}"),
            at.aroha.get("/agency/verifications?after=%00"),
            at.aroha.delete(account + "/suspensions?reason=" + long1000),
            at.aroha.delete(account + "/suspensions?reason=%00"),
            at.aroha.post("/accounts/CO2-999999/suspensions", SUSPENSION));

    // Then
    assertThat(answers)
        .allSatisfy(
            answer -> {
              assertThat(answer.status()).as(answer.body()).isBetween(400, 404);
              assertThat(answer.at("/type")).startsWith("/problems/");
            });
  }

  @Test
  void accounts_are_listed_a_page_at_a_time() {
    // Given
    String account = at.opened();
    String number = account.substring("/accounts/".length());
    at.grant(account, "carl", "VIEW_ACCOUNT");

    // When
    var carls = at.carl.get("/accounts");
    var agencys = at.aroha.get("/accounts?limit=2");
    var next = at.aroha.get("/accounts?limit=1&after=" + agencys.at("/next"));
    var tooMany = at.aroha.get("/accounts?limit=501");

    // Then
    assertThat(carls.json().findValuesAsText("number")).containsExactly(number);
    assertThat(agencys.json().findValuesAsText("number"))
        .containsExactly("CO2-100001", "CO2-100002");
    assertThat(next.json().findValuesAsText("number")).containsExactly("CO2-100003");
    assertThat(tooMany.status()).isEqualTo(400);
  }

  private static final String SUSPENSION =
      """
      {"ground": "CONVICTION", "firstDay": "2026-03-02", "lastDay": "2026-03-03",
       "reason": "For a test."}""";
}
