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

/**
 * What SEED1 and SEED2 say that importers, certifiers and the agency do, sentence by sentence over
 * HTTP with the shipped policy.
 */
class OperatingAnAccountIT {

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
  void credits_are_grams_and_offset_charges_one_for_one() {
    // Given: 41.4 g below target, then a car 41.4 g above it
    String account = at.opened(at.mere, "USED");
    at.acceptsByItself(at.mere, account);
    at.ready(account, at.vin(), "67.2", TODAY);
    String above = at.ready(account, at.vin(), "150", TODAY);

    // When
    var accepted = at.accept(at.mere, account, "[\"" + above + "\"]", false);

    // Then
    assertThat(accepted.status()).as(accepted.body()).isEqualTo(200);
    assertThat(at.mere.get("/vehicles/" + above).at("/record/step")).isEqualTo("ACCEPTED");
    var balances = at.mere.get("/accounts/" + account + "/balances");
    assertThat(balances.at("/credits")).isEqualTo("0");
    assertThat(balances.at("/owed")).isEqualTo("0.00");
    assertThat(balances.at("/money")).isEqualTo("0.00");
  }

  @Test
  void credits_go_to_another_importer_once_both_are_verified_and_agree_and_nobody_asks_the_price() {
    // Given
    String from = at.opened(at.mere, "USED");
    String to = at.opened(at.paul, "USED");
    at.acceptsByItself(at.mere, from);
    at.ready(from, at.vin(), "0", TODAY);
    String offer = "{\"to\": \"%s\", \"credits\": 100}".formatted(to);

    // When
    var unverified = at.mere.post("/accounts/" + from + "/transfers", offer);
    at.verified(at.mere, from);
    at.verified(at.paul, to);
    var priced =
        at.mere.post(
            "/accounts/" + from + "/transfers",
            "{\"to\": \"%s\", \"credits\": 100, \"price\": \"2300\"}".formatted(to));
    var offered = at.mere.post("/accounts/" + from + "/transfers", offer);
    String before = credits(to);
    done(at.paul.post("/transfers/" + offered.at("/id") + "/agreement", ""));

    // Then
    assertThat(unverified.status()).isEqualTo(409);
    assertThat(unverified.at("/reasons/0/code")).isEqualTo("from-account-not-verified");
    assertThat(priced.status()).isEqualTo(400);
    assertThat(before).isEqualTo("0");
    assertThat(credits(to)).isEqualTo("100");
    assertThat(credits(from)).isEqualTo("8.6");
  }

  private static String credits(String account) {
    return at.agency.get("/accounts/" + account + "/balances").at("/credits");
  }

  @Test
  void a_vehicle_without_an_account_number_cannot_be_certified() {
    // Given
    String vin = at.vin();
    at.registered(vin, "USED", 1, "150");

    // When
    var asked = at.certifier.get("/certification/" + vin);

    // Then
    assertThat(asked.at("/mayProceed")).isEqualTo("false");
    assertThat(asked.at("/because/says")).isNotBlank();
  }

  @Test
  void any_person_or_business_opens_an_account_with_its_own_number_under_pay_as_you_go() {
    // When
    var person =
        at.mere.post(
            "/accounts",
            """
            {"kind": "PERSON", "name": "Mere Ngāta", "email": "mere@home.example",
             "condition": "USED"}""");
    String business = at.opened(at.mere, "USED");

    // Then
    assertThat(person.status()).as(person.body()).isEqualTo(201);
    assertThat(person.at("/scheme")).isEqualTo("PAYG");
    assertThat(person.at("/holder/name")).isEqualTo("Mere Ngāta");
    assertThat(person.at("/number")).isNotEqualTo(business).startsWith("CO2-");
  }

  @Test
  void a_vehicle_may_be_in_an_agents_account_whose_owner_pays_and_earns() {
    // Given: Mere imports, Paul lends his account
    String agents = at.opened(at.paul, "USED");
    String vin = at.vin();
    at.registered(vin, "USED", 1, "0");
    at.assigned(at.certifier, "\"vin\": \"" + vin + "\"", agents);

    // When
    String id = at.certified(vin, agents, 1, TODAY).at("/vehicle/id");
    var mine = at.mere.get("/vehicles/" + id);
    done(at.accept(at.paul, agents, "[\"" + id + "\"]", false));

    // Then
    assertThat(mine.status()).isEqualTo(404);
    assertThat(credits(agents)).isEqualTo("108.6");
  }

  @Test
  void a_used_vehicle_waits_without_a_time_limit_and_is_registered_once_it_is_accepted() {
    // Given
    String account = at.opened(at.mere, "USED");
    String vin = at.vin();
    String id = at.ready(account, vin, "100", TODAY);

    // When
    String before = at.mayProceed(vin);
    at.today("2027-11-30");
    String muchLater = at.mayProceed(vin);
    var accepted = at.accept(at.mere, account, "[\"" + id + "\"]", false);

    // Then
    assertThat(before).isEqualTo("false");
    assertThat(muchLater).isEqualTo("false");
    assertThat(accepted.status()).as(accepted.body()).isEqualTo(200);
    assertThat(at.mayProceed(vin)).isEqualTo("true");
  }

  @Test
  void vehicles_that_wait_are_accepted_one_by_one_or_all_at_once() {
    // Given
    String account = at.opened(at.mere, "USED");
    String first = at.ready(account, at.vin(), "100", TODAY);
    at.ready(account, at.vin(), "90", TODAY);
    at.ready(account, at.vin(), "80", TODAY);

    // When
    done(at.accept(at.mere, account, "[\"" + first + "\"]", false));
    int left = waiting(account);
    done(at.accept(at.mere, account, "\"all\"", false));

    // Then
    assertThat(left).isEqualTo(2);
    assertThat(waiting(account)).isZero();
    assertThat(credits(account)).isEqualTo("55.8");
  }

  private static int waiting(String account) {
    return at.mere
        .get("/accounts/" + account + "/vehicles?step=READY")
        .json()
        .at("/vehicles")
        .size();
  }

  @Test
  void auto_accept_takes_what_is_at_or_below_target_without_anybody_logging_in() {
    // Given
    String account = at.opened(at.mere, "USED");
    at.acceptsByItself(at.mere, account);
    String below = at.vin();
    String on = at.vin();
    String above = at.vin();

    // When
    at.ready(account, below, "100", TODAY);
    at.ready(account, on, "108.6", TODAY);
    at.ready(account, above, "108.7", TODAY);

    // Then
    assertThat(at.mayProceed(below)).isEqualTo("true");
    assertThat(at.mayProceed(on)).isEqualTo("true");
    assertThat(at.mayProceed(above)).isEqualTo("false");
  }

  @Test
  void miami_names_the_account_for_a_model_and_its_vins_come_into_it() {
    // Given
    String account = at.opened(at.mere, "NEW");
    String vin = at.vin();

    // When
    done(
        at.feed.post(
            "/feeds/miami/model-codes",
            "{%s, \"modelCode\": \"CX5-%s\", \"accountNumber\": \"%s\"}"
                .formatted(at.head(), account, account)));
    done(
        at.feed.post(
            "/feeds/miami/vins",
            "{%s, \"vin\": \"%s\", \"modelCode\": \"CX5-%s\"}".formatted(at.head(), vin, account)));
    at.registered(vin, "NEW", 1, "100");
    var entered = at.mere.get("/accounts/" + account + "/vehicles?step=ENTERED");
    at.inspected(vin, account, 1, TODAY);
    done(at.accept(at.mere, account, "\"all\"", false));

    // Then
    assertThat(entered.at("/vehicles/0/vin")).isEqualTo(vin);
    assertThat(at.mayProceed(vin)).isEqualTo("true");
  }

  @Test
  void fuelsaver_puts_a_used_vehicle_into_the_account_by_its_chassis_before_it_has_a_vin() {
    // Given
    String account = at.opened(at.mere, "USED");
    String vin = at.vin();
    String chassis = "ZVW30-" + account.substring(4);

    // When
    at.assigned(at.feed, "\"chassis\": \"" + chassis + "\"", account);
    var before = at.mere.get("/accounts/" + account + "/vehicles");
    done(
        at.feed.post(
            "/feeds/register",
            """
            {%s, "vin": "%s", "chassis": "%s", "revision": 1,
             "vehicle": {"vehicleClass": "MA", "condition": "USED", "tareKg": 1500,
             "grossVehicleMassKg": 1950, "co2": {"gramsPerKm": "90", "testCycle": "WLTP_3P"},
             "attributes": []}}"""
                .formatted(at.head(), vin, chassis)));
    var after = at.mere.get("/accounts/" + account + "/vehicles");

    // Then
    assertThat(before.at("/vehicles/0/chassis")).isEqualTo(chassis);
    assertThat(before.at("/vehicles/0/step")).isEqualTo("ENTERED");
    assertThat(after.json().at("/vehicles")).hasSize(1);
    assertThat(after.at("/vehicles/0/vin")).isEqualTo(vin);
  }

  @Test
  void used_and_new_vehicles_need_separate_accounts() {
    // Given
    String forNew = at.opened(at.mere, "NEW");
    String vin = at.vin();

    // When
    String id = at.ready(forNew, vin, "100", TODAY);
    var accepted = at.accept(at.mere, forNew, "[\"" + id + "\"]", false);

    // Then
    assertThat(accepted.body()).contains("wrong-account-condition");
    assertThat(at.mayProceed(vin)).isEqualTo("false");
  }

  @Test
  void other_people_are_invited_with_the_permissions_that_they_need() {
    // Given
    String account = at.opened(at.mere, "USED");
    String id = at.ready(account, at.vin(), "100", TODAY);

    // When
    var stranger = at.paul.get("/accounts/" + account);
    done(
        at.mere.send(
            "PUT",
            "/accounts/" + account + "/people/paul",
            "{\"permissions\": [\"VIEW_ACCOUNT\"]}"));
    var viewer = at.paul.get("/accounts/" + account);
    var tooMuch = at.accept(at.paul, account, "[\"" + id + "\"]", false);
    done(
        at.mere.send(
            "PUT",
            "/accounts/" + account + "/people/paul",
            "{\"permissions\": [\"VIEW_ACCOUNT\", \"ACCEPT_VEHICLES\"]}"));
    var accepter = at.accept(at.paul, account, "[\"" + id + "\"]", false);

    // Then
    assertThat(stranger.status()).isEqualTo(404);
    assertThat(viewer.status()).isEqualTo(200);
    assertThat(tooMuch.status()).isEqualTo(403);
    assertThat(accepter.status()).as(accepter.body()).isEqualTo(200);
  }

  @Test
  void the_dashboard_shows_what_waits_what_is_held_and_what_is_owed() {
    // Given
    String account = at.opened(at.mere, "USED");
    at.acceptsByItself(at.mere, account);
    at.ready(account, at.vin(), "100", TODAY);
    at.ready(account, at.vin(), "150", TODAY);

    // When
    var dashboard = done(at.mere.get("/accounts/" + account + "/dashboard"));

    // Then
    assertThat(dashboard.at("/vehicles/awaitingAcceptance")).isEqualTo("1");
    assertThat(dashboard.at("/waiting/charges")).isEqualTo("248.40");
    assertThat(dashboard.at("/credits/balance")).isEqualTo("8.6");
    assertThat(dashboard.at("/charges/owed")).isEqualTo("0.00");
  }

  @Test
  void a_monthly_email_tells_what_waits_to_be_accepted_and_what_it_will_be_charged() {
    // Given
    String account = at.opened(at.mere, "USED");
    at.ready(account, at.vin(), "150", TODAY);

    // When
    at.today("2026-04-01");
    done(at.agency.post("/agency/duties", ""));

    // Then
    assertThat(at.mere.get("/accounts/" + account + "/notices").body())
        .contains("Account %s has 248.40 NZD of charges pending".formatted(account))
        .contains("1 vehicle waits to be accepted, and 248.40 NZD will be charged");
  }

  @Test
  void a_charge_is_paid_when_its_vehicle_is_accepted() {
    // Given
    String account = at.opened(at.mere, "USED");
    String vin = at.vin();
    String id = at.ready(account, vin, "150", TODAY);

    // When
    var unpaid = at.accept(at.mere, account, "[\"" + id + "\"]", false);
    String before = at.mayProceed(vin);
    var paid = at.accept(at.mere, account, "[\"" + id + "\"]", true);

    // Then
    assertThat(unpaid.body()).contains("payment-needed").contains("248.40");
    assertThat(before).isEqualTo("false");
    assertThat(paid.status()).as(paid.body()).isBetween(200, 299);
    assertThat(at.mayProceed(vin)).isEqualTo("true");
    assertThat(at.mere.get("/accounts/" + account + "/balances").at("/money")).isEqualTo("0.00");
  }

  @Test
  void a_record_is_disputed_before_it_is_accepted_the_agency_is_told_and_corrects_it() {
    // Given
    String account = at.opened(at.mere, "USED");
    String vin = at.vin();
    String id = at.ready(account, vin, "150", TODAY);
    String dispute = "{\"ground\": \"CO2_VALUE\", \"text\": \"The label says 100 g/km.\"}";

    // When
    var disputed = done(at.mere.post("/vehicles/" + id + "/disputes", dispute));
    var told = at.agency.get("/agency/notices");
    var meanwhile = at.accept(at.mere, account, "[\"" + id + "\"]", true);
    done(
        at.agency.post(
            "/disputes/" + disputed.at("/id") + "/resolution",
            "{\"resolution\": \"CORRECTED\", \"answer\": \"The certifier misread the label.\"}"));
    at.registered(vin, "USED", 2, "100");
    var corrected = at.mere.get("/vehicles/" + id);
    done(at.accept(at.mere, account, "[\"" + id + "\"]", false));
    var tooLate = at.mere.post("/vehicles/" + id + "/disputes", dispute);

    // Then
    assertThat(told.body()).contains(vin);
    assertThat(meanwhile.body()).contains("disputed");
    assertThat(corrected.at("/record/decided/credits")).isEqualTo("8.6");
    assertThat(tooLate.status()).isEqualTo(409);
  }

  @Test
  void an_account_closes_once_it_owes_nothing_and_its_credits_are_moved_or_given_up() {
    // Given: a charge of May 2023, which is payable on 1 June
    at.today("2023-05-02");
    String owing = at.opened(at.mere, "USED");
    String id = at.ready(owing, at.vin(), "200", "2023-05-02");
    done(at.accept(at.mere, owing, "[\"" + id + "\"]", false));
    at.today(TODAY);
    String holding = at.opened(at.mere, "USED");
    at.acceptsByItself(at.mere, holding);
    at.ready(holding, at.vin(), "100", TODAY);

    // When
    var unpaid = at.mere.post("/accounts/" + owing + "/closing", "{}");
    var keeping = at.mere.post("/accounts/" + holding + "/closing", "{}");
    var closed = at.mere.post("/accounts/" + holding + "/closing", "{\"deleteCredits\": true}");

    // Then
    assertThat(unpaid.status()).isEqualTo(409);
    assertThat(keeping.status()).isEqualTo(409);
    assertThat(closed.status()).as(closed.body()).isBetween(200, 299);
    assertThat(credits(holding)).isEqualTo("0");
    assertThat(at.agency.get("/accounts/" + holding).at("/status")).isEqualTo("CLOSED");
  }

  @Test
  void a_suspension_stops_acceptance_auto_acceptance_and_certification_and_ends_by_itself() {
    // Given
    String account = at.opened(at.mere, "USED");
    at.acceptsByItself(at.mere, account);
    String waiting = at.vin();
    String waitingId = at.ready(account, waiting, "150", TODAY);
    String accepted = at.vin();
    at.ready(account, accepted, "100", TODAY);

    // When
    done(suspended(account, "2026-03-02", "2026-03-31"));
    var byHand = at.accept(at.mere, account, "[\"" + waitingId + "\"]", true);
    String arriving = at.vin();
    at.ready(account, arriving, "100", TODAY);
    var asked = at.certifier.get("/certification/" + waiting);
    at.today("2026-03-31");
    var lastDay = at.accept(at.mere, account, "[\"" + waitingId + "\"]", true);
    at.today("2026-04-01");
    var dayAfter = at.accept(at.mere, account, "[\"" + waitingId + "\"]", true);

    // Then
    assertThat(byHand.body()).contains("suspended");
    assertThat(at.mere.get("/accounts/" + account + "/vehicles").json().at("/vehicles")).hasSize(3);
    assertThat(at.mayProceed(accepted)).isEqualTo("true");
    assertThat(asked.at("/mayProceed")).isEqualTo("false");
    assertThat(asked.body()).contains("suspended");
    assertThat(lastDay.body()).contains("suspended");
    assertThat(dayAfter.status()).as(dayAfter.body()).isBetween(200, 299);
    assertThat(at.mayProceed(waiting)).isEqualTo("true");
    assertThat(at.mayProceed(arriving)).isEqualTo("false");
  }

  private static Answer suspended(String account, String from, String to) {
    return at.agency.post(
        "/accounts/" + account + "/suspensions",
        """
        {"ground": "NON_COMPLIANCE", "noticeGivenOn": "2026-02-01", "firstDay": "%s", "lastDay": "%s",
         "reason": "Deliberate non-compliance."}"""
            .formatted(from, to));
  }

  @Test
  void the_books_balance_after_all_of_it() {
    // When
    var check = done(at.agency.get("/agency/ledger/check"));

    // Then
    assertThat(check.at("/clean")).isEqualTo("true");
  }
}
