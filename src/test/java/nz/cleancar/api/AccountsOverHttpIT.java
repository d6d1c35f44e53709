package nz.cleancar.api;

import static nz.cleancar.api.AccountDesk.codes;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import nz.cleancar.testing.RunningService.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Accounts over HTTP, with the policy that is shipped: from opening to closing. */
class AccountsOverHttpIT {

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
  void an_account_lives_from_opening_to_closing() {
    // Given
    Answer opened = at.olive.post("/accounts", AccountDesk.OPENING);
    String account = opened.response().headers().firstValue("Location").orElseThrow();

    // When
    var renamed =
        at.olive.send(
            "PATCH",
            account,
            """
            {"name": "Tui Cars", "autoAccept": {"atOrBelowTarget": true}}""");
    at.grant(account, "mike", "VIEW_ACCOUNT", "EDIT_DETAILS");
    var applied = at.mike.post(account + "/fleet-average-applications", AccountDesk.DECLARATIONS);
    var waiting = at.aroha.get("/agency/fleet-average-applications");
    var approved =
        at.aroha.post(
            account + "/fleet-average-applications/" + applied.at("/id") + "/decision",
            """
            {"approved": true, "firstDay": "2026-03-03", "reason": "Solvent."}""");
    at.today("2026-03-03");
    var checked = at.mike.send("POST", account + "/verification", "");
    var verified =
        at.aroha.post(
            account + "/verification/decision",
            """
            {"verified": true, "reason": "Documents seen."}""");
    var asItStands = at.mike.get(account);
    var closed = at.olive.post(account + "/closing", "{}");
    var again = at.olive.send("PATCH", account, "{}");

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
    assertThat(at.olive.get(account + "/events?limit=500").json().findValuesAsText("what"))
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
    String account = at.opened();
    var unnoticed = at.suspend(account, "NON_COMPLIANCE", "", "2026-03-10", "2026-03-20");
    var tooLong = at.suspend(account, "CONVICTION", "", "2026-03-10", "2031-03-10");

    // When
    var suspended = at.suspend(account, "NON_COMPLIANCE", "2026-02-20", "2026-03-10", "2026-03-20");

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
    String account = at.opened();
    at.suspend(account, "CONVICTION", "", "2026-03-02", "2030-03-01");
    var closedWhileSuspended = at.olive.post(account + "/closing", "{}");

    // When
    var unreasoned = at.aroha.delete(account + "/suspensions");
    var lifted = at.aroha.delete(account + "/suspensions?reason=On%20appeal");
    var closed =
        at.aroha.post(
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
  void a_repeated_opening_opens_one_account() {
    // When
    var first =
        at.olive.send("POST", "/accounts", AccountDesk.OPENING, "Idempotency-Key", "opening-1");
    var second =
        at.olive.send("POST", "/accounts", AccountDesk.OPENING, "Idempotency-Key", "opening-1");

    // Then
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(second.response().headers().firstValue("Idempotency-Replayed")).contains("true");
  }

  /** The account's status on the day, and what is then decided of a car above its target. */
  private static String onTheDay(String account, String day) {
    at.today(day);
    var decided =
        at.olive.post(
            "/decisions",
            """
            {"vehicle": {"vin": "7AT0H65MX26000017", "vehicleClass": "MA", "condition": "USED",
              "tareKg": 1500, "grossVehicleMassKg": 1950,
              "co2": {"gramsPerKm": "150", "testCycle": "WLTP_3P"},
              "firstRegistered": "2019-06-01", "attributes": []},
             "account": {"number": "%s"}, "legalDate": "2026-03-02"}"""
                .formatted(account.substring("/accounts/".length())));
    return at.olive.get(account).at("/status") + " " + decided.at("/acceptance/outcome");
  }
}
