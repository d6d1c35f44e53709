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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    assertThat(asked.at("/because/code")).isEqualTo("waits-for-account");
    assertThat(asked.at("/because/says")).isEqualTo("It waits for the number of a CO2 account.");
  }

  @ParameterizedTest
  @CsvSource({
    "/feeds/entry-certifications, 2022-12-01",
    "/feeds/entry-certifications, 2026-03-02",
    "/feeds/pre-delivery-inspections, 2026-03-02"
  })
  void neither_certification_nor_inspection_is_complete_without_an_account_number(
      String feed, String day) {
    // Given
    String vin = at.vin();
    at.registered(vin, "USED", 1, "100");
    var who = feed.contains("entry") ? at.certifier : at.feed;

    // When
    var completed =
        who.post(
            feed,
            "{%s, \"vin\": \"%s\", \"registerRevision\": 1, \"completedOn\": \"%s\"}"
                .formatted(at.head(), vin, day));

    // Then
    assertThat(completed.status()).as(completed.body()).isEqualTo(400);
    assertThat(completed.json().at("/errors").findValuesAsText("pointer"))
        .containsExactly("/accountNumber");
    assertThat(at.certifier.get("/certification/" + vin).at("/because/code"))
        .isEqualTo("waits-for-account");
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
    String earned = credits(agents);
    String charged = at.ready(agents, at.vin(), "300", TODAY);
    var importers = at.accept(at.mere, agents, "[\"" + charged + "\"]", true);
    var owners = done(at.accept(at.paul, agents, "[\"" + charged + "\"]", true));

    // Then: 191.4 g above target; 108.6 of them by the owner's credits, the rest by the owner
    assertThat(mine.status()).isEqualTo(404);
    assertThat(earned).isEqualTo("108.6");
    assertThat(importers.status()).isEqualTo(404);
    assertThat(owners.at("/payment/amount")).isEqualTo("496.80");
    assertThat(credits(agents)).isEqualTo("0");
    assertThat(at.paul.get("/accounts/" + agents + "/balances").at("/owed")).isEqualTo("0.00");
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
  void vehicles_that_wait_are_accepted_one_by_one_several_or_all_at_once() {
    // Given
    String account = at.opened(at.mere, "USED");
    String first = at.ready(account, at.vin(), "100", TODAY);
    String second = at.ready(account, at.vin(), "90", TODAY);
    String third = at.ready(account, at.vin(), "80", TODAY);
    at.ready(account, at.vin(), "70", TODAY);
    at.ready(account, at.vin(), "60", TODAY);

    // When
    done(at.accept(at.mere, account, "[\"" + first + "\"]", false));
    int afterOne = waiting(account);
    done(at.accept(at.mere, account, "[\"%s\", \"%s\"]".formatted(second, third), false));
    int afterThree = waiting(account);
    done(at.accept(at.mere, account, "\"all\"", false));

    // Then
    assertThat(afterOne).isEqualTo(4);
    assertThat(afterThree).isEqualTo(2);
    assertThat(waiting(account)).isZero();
    assertThat(credits(account)).isEqualTo("143");
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
  void a_parallel_import_may_be_registered_once_it_is_certified_and_accepted() {
    // Given: a new vehicle that nobody inspects before its delivery
    String account = at.opened(at.mere, "NEW");
    String vin = at.vin();
    at.registered(vin, "NEW", 1, "100");

    // When
    String id = at.certified(vin, account, 1, TODAY).at("/vehicle/id");
    String before = at.mayProceed(vin);
    done(at.accept(at.mere, account, "[\"" + id + "\"]", false));

    // Then
    assertThat(before).isEqualTo("false");
    assertThat(at.mayProceed(vin)).isEqualTo("true");
    assertThat(credits(account)).isEqualTo("8.6");
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
  void used_vehicles_are_averaged_in_a_fleet_only_where_the_agency_approved_it() {
    // Given
    String account = at.opened(at.mere, "USED");
    String applications = "/accounts/" + account + "/fleet-average-applications";
    String reasons =
        "{\"applicant\": \"We import.\", \"relatedParties\": \"None.\", \"insolvency\": \"None.\"}";
    String refused = done(at.mere.post(applications, reasons)).at("/id");
    done(
        at.agency.post(
            applications + "/" + refused + "/decision",
            "{\"approved\": false, \"reason\": \"Too few vehicles.\"}"));

    // When
    at.ready(account, at.vin(), "100", TODAY);
    done(at.accept(at.mere, account, "\"all\"", false));
    var alone = at.mere.get("/accounts/" + account + "/balances");
    String approved = done(at.mere.post(applications, reasons)).at("/id");
    done(
        at.agency.post(
            applications + "/" + approved + "/decision",
            "{\"approved\": true, \"firstDay\": \"" + TODAY + "\", \"reason\": \"Sound.\"}"));
    at.ready(account, at.vin(), "150", TODAY);
    done(at.accept(at.mere, account, "\"all\"", false));
    var averaged = at.mere.get("/accounts/" + account + "/balances");

    // Then
    assertThat(alone.at("/credits")).isEqualTo("8.6");
    assertThat(alone.json().at("/fleets")).isEmpty();
    assertThat(averaged.at("/credits")).isEqualTo("8.6");
    assertThat(averaged.at("/owed")).isEqualTo("0.00");
    assertThat(averaged.at("/fleets/0/difference")).isEqualTo("-41.4");
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
