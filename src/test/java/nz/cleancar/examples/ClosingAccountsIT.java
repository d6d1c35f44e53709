package nz.cleancar.examples;

import static nz.cleancar.examples.Importing.done;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
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
  void an_account_that_owes_charges_closes_once_they_are_paid() {
    // Given: 50 g above target in May 2023, which is payable on 1 June
    at.today("2023-05-02");
    String account = at.opened(at.mere, "USED");
    String id = at.ready(account, at.vin(), "200", "2023-05-02");
    done(at.accept(at.mere, account, "[\"" + id + "\"]", false));
    at.today("2023-06-01");

    // When
    var owing = close(account);
    var paid =
        done(
            at.mere.post(
                "/accounts/" + account + "/charges/settlements",
                "{\"credits\": \"0\", \"payment\": true}"));
    var closed = close(account);

    // Then
    assertThat(owing.status()).isEqualTo(409);
    assertThat(code(owing)).isEqualTo("charges-unpaid");
    assertThat(paid.at("/payment/amount")).isEqualTo("900.00");
    assertThat(closed.at("/status")).as(closed.body()).isEqualTo("CLOSED");
  }

  @Test
  void credits_are_deleted_on_an_explicit_yes_alone() {
    // Given
    String account = holding();

    // When
    var silent = at.mere.post("/accounts/" + account + "/closing", "{}");
    var no = at.mere.post("/accounts/" + account + "/closing", "{\"deleteCredits\": false}");
    String meanwhile = credits(account);
    var yes = close(account);

    // Then
    assertThat(silent.status()).isEqualTo(409);
    assertThat(code(silent)).isEqualTo("credits-left");
    assertThat(code(no)).isEqualTo("credits-left");
    assertThat(meanwhile).isEqualTo("9");
    assertThat(yes.at("/status")).as(yes.body()).isEqualTo("CLOSED");
    assertThat(credits(account)).isEqualTo("0");
    assertThat(at.agency.get("/accounts/" + account + "/ledger").body())
        .contains("CREDITS_DELETED");
  }

  @Test
  void an_account_whose_credits_were_transferred_closes_without_a_word_about_them() {
    // Given
    String account = holding();
    String other = at.opened(at.paul, "USED");
    at.verified(at.mere, account);
    at.verified(at.paul, other);
    var offered =
        done(
            at.mere.post(
                "/accounts/" + account + "/transfers",
                "{\"to\": \"%s\", \"credits\": 9}".formatted(other)));

    // When
    var before = at.mere.post("/accounts/" + account + "/closing", "{}");
    done(at.paul.post("/transfers/" + offered.at("/id") + "/agreement", ""));
    var closed = at.mere.post("/accounts/" + account + "/closing", "{}");

    // Then
    assertThat(code(before)).isEqualTo("credits-left");
    assertThat(closed.at("/status")).as(closed.body()).isEqualTo("CLOSED");
    assertThat(credits(other)).isEqualTo("9");
  }

  @Test
  void keeping_an_account_open_costs_nothing() {
    // Given
    String account = at.opened(at.mere, "USED");

    // When: three years go by in half years, with the duties of each day
    for (int month = 0; month < 36; month += 6) {
      at.today(LocalDate.parse(TODAY).plusMonths(month).toString());
      done(at.agency.post("/agency/duties", ""));
    }

    // Then
    assertThat(at.mere.get("/accounts/" + account + "/balances").at("/owed")).isEqualTo("0.00");
    assertThat(at.mere.get("/accounts/" + account + "/ledger").json().at("/lines")).isEmpty();
    assertThat(close(account).at("/status")).isEqualTo("CLOSED");
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

  /** An account with nine credits. */
  private static String holding() {
    String account = at.opened(at.mere, "USED");
    at.ready(account, at.vin(), "99.6", TODAY);
    done(at.accept(at.mere, account, "\"all\"", false));
    return account;
  }

  private static String credits(String account) {
    return at.agency.get("/accounts/" + account + "/balances").at("/credits");
  }

  private static String code(Answer refused) {
    return refused.at("/reasons/0/code");
  }
}
