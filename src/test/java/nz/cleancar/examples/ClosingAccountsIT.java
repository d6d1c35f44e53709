package nz.cleancar.examples;

import static nz.cleancar.examples.Importing.done;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import nz.cleancar.testing.RunningService.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Accounts are not closed over what is not finished in them, over HTTP. */
class ClosingAccountsIT {

  private static final String TODAY = "2026-03-02";

  private static Importing at;

  @BeforeAll
  static void start(@TempDir Path data) {
    at = Importing.start(data);
  }

  @AfterAll
  static void stop() {
    at.close();
  }

  @BeforeEach
  void today() {
    at.today(TODAY);
  }

  @Test
  void a_vehicle_that_waits_keeps_its_account_open_until_it_is_accepted() {
    // Given
    String account = at.opened(at.mere, "USED");
    String vin = at.vin();
    at.registered(vin, "USED", 1, "100");
    at.assigned(at.certifier, "\"vin\": \"" + vin + "\"", account);

    // When
    var entered = close(account);
    at.certified(vin, account, 1, TODAY);
    var ready = close(account);
    done(at.accept(at.mere, account, "\"all\"", false));
    var accepted = close(account);

    // Then
    assertThat(code(entered)).isEqualTo("vehicles-waiting");
    assertThat(code(ready)).isEqualTo("vehicles-waiting");
    assertThat(accepted.at("/status")).isEqualTo("CLOSED");
  }

  @Test
  void a_vehicle_that_the_standard_does_not_apply_to_keeps_no_account_open() {
    // Given
    String account = at.opened(at.mere, "USED");
    String vin = at.vin();
    done(
        at.feed.post(
            "/feeds/register",
            """
            {%s, "vin": "%s", "revision": 1, "vehicle": {"vehicleClass": "MA",
             "condition": "USED", "tareKg": 1500, "grossVehicleMassKg": 1950,
             "co2": {"gramsPerKm": "150", "testCycle": "WLTP_3P"},
             "attributes": ["MOTORSPORT"]}}"""
                .formatted(at.head(), vin)));
    at.certified(vin, account, 1, TODAY);

    // When
    var closed = close(account);

    // Then
    assertThat(closed.at("/status")).as(closed.body()).isEqualTo("CLOSED");
    assertThat(at.mayProceed(vin)).isEqualTo("true");
  }

  @Test
  void a_payment_without_an_answer_keeps_its_account_open() {
    // Given
    String account = at.opened(at.mere, "USED");
    done(
        at.mere.post(
            "/accounts/" + account + "/payments",
            "{\"amount\": \"10.00\", \"reference\": \"sandbox-timeout-decline\"}"));

    // When
    var open = close(account);
    done(at.agency.post("/agency/payments/reconciliation", ""));
    var declined = close(account);

    // Then
    assertThat(code(open)).isEqualTo("payments-open");
    assertThat(declined.at("/status")).as(declined.body()).isEqualTo("CLOSED");
  }

  @Test
  void a_fleet_below_its_target_keeps_its_account_open_until_its_year_is_settled() {
    // Given
    String account = at.opened(at.mere, "USED");
    inFleetAverage(account);
    at.ready(account, at.vin(), "100", TODAY);
    done(at.accept(at.mere, account, "\"all\"", false));

    // When
    var running = close(account);
    at.today("2027-01-04");
    var over = close(account);
    done(at.agency.post("/agency/fleet-years/2026/settlements", ""));
    var settled = close(account);

    // Then
    assertThat(code(running)).isEqualTo("fleet-unsettled");
    assertThat(running.body()).contains("fleet of 2026");
    assertThat(code(over)).isEqualTo("fleet-unsettled");
    assertThat(settled.at("/status")).as(settled.body()).isEqualTo("CLOSED");
  }

  @Test
  void credits_that_expired_need_no_yes_and_do_not_stay_behind() {
    // Given
    String account = at.opened(at.mere, "USED");
    at.ready(account, at.vin(), "100", TODAY);
    done(at.accept(at.mere, account, "\"all\"", false));
    at.today("2031-01-06");

    // When
    var closed = at.mere.post("/accounts/" + account + "/closing", "{\"deleteCredits\": false}");

    // Then
    assertThat(closed.at("/status")).as(closed.body()).isEqualTo("CLOSED");
    var lines = at.agency.get("/accounts/" + account + "/ledger?from=2031-01-06&to=2031-01-06");
    assertThat(lines.body()).contains("CREDITS_EXPIRED").doesNotContain("CREDITS_DELETED");
    assertThat(at.agency.get("/agency/ledger/check").at("/clean")).isEqualTo("true");
  }

  private static void inFleetAverage(String account) {
    var applied =
        done(
            at.mere.post(
                "/accounts/" + account + "/fleet-average-applications",
                """
                {"applicant": "Imports cars.", "relatedParties": "None.",
                 "insolvency": "No proceedings."}"""));
    done(
        at.agency.post(
            "/accounts/%s/fleet-average-applications/%s/decision"
                .formatted(account, applied.at("/id")),
            "{\"approved\": true, \"firstDay\": \"" + TODAY + "\", \"reason\": \"Solvent.\"}"));
  }

  private static Answer close(String account) {
    return at.mere.post("/accounts/" + account + "/closing", "{\"deleteCredits\": true}");
  }

  private static String code(Answer refused) {
    return refused.at("/reasons/0/code");
  }
}
