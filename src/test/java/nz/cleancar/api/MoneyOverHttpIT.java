package nz.cleancar.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import nz.cleancar.account.AccountBook;
import nz.cleancar.ledger.Acceptances;
import nz.cleancar.ledger.AcceptedVehicle;
import nz.cleancar.ledger.Done;
import nz.cleancar.ledger.Settlement;
import nz.cleancar.ledger.Vehicles;
import nz.cleancar.security.AccessToken;
import nz.cleancar.security.Role;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.testing.RunningService;
import nz.cleancar.testing.RunningService.Answer;
import nz.cleancar.testing.RunningService.SignedIn;
import nz.cleancar.testing.TestClock;
import nz.cleancar.testing.TestPeople;
import nz.cleancar.work.AllOrNothing;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Payments, transfers and fleet years over HTTP, with the policy that is shipped. */
class MoneyOverHttpIT {

  private static RunningService service;
  private static SignedIn olive;
  private static SignedIn paul;
  private static SignedIn aroha;
  private static SignedIn bank;
  private static SignedIn feed;
  private static int vehicles;

  @BeforeAll
  static void start(@TempDir Path data) {
    AccessToken oliveToken = TestPeople.add(data, "olive", Role.IMPORTER);
    AccessToken paulToken = TestPeople.add(data, "paul", Role.IMPORTER);
    AccessToken arohaToken = TestPeople.add(data, "aroha", Role.AGENCY);
    AccessToken bankToken = TestPeople.add(data, "bank", Role.PAYMENTS);
    AccessToken feedToken = TestPeople.add(data, "miami", Role.FEED);
    service = RunningService.startOnTestClock(RunningService.SHIPPED_POLICY, data);
    olive = service.as(oliveToken);
    paul = service.as(paulToken);
    aroha = service.as(arohaToken);
    bank = service.as(bankToken);
    feed = service.as(feedToken);
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void a_payment_is_started_received_once_and_used_for_what_it_is_for() {
    // Given
    today("2023-04-01");
    String account = opened(olive, "USED");
    accept(Vehicles.payAsYouGo(number(account), id(), day("2023-04-01"), "-40", "18"));
    today("2023-06-01");

    // When
    var settled =
        olive.post(account + "/charges/settlements", "{\"credits\": \"0\", \"payment\": true}");
    var paid = olive.get(account + "/payments/" + settled.at("/payment/id"));
    var onTop = olive.post(account + "/payments", "{\"amount\": \"12.50\"}");
    String receipt = olive.get(location(onTop)).at("/outcome/receipt");
    var again = answer(onTop.at("/id"), "12.50", receipt);
    var lie = answer(onTop.at("/id"), "1250.00", receipt);
    var refund =
        aroha.post(account + "/refunds", "{\"amount\": \"12.50\", \"reason\": \"Not used.\"}");

    // Then
    assertThat(settled.at("/payment/state")).isEqualTo("PENDING");
    assertThat(settled.at("/leftOwing")).isEqualTo("720.00");
    assertThat(paid.at("/state")).isEqualTo("RECEIVED");
    assertThat(onTop.status()).isEqualTo(201);
    assertThat(again.status()).isEqualTo(202);
    assertThat(lie.status()).isEqualTo(202);
    assertThat(refund.at("/amount")).isEqualTo("12.50");
    assertThat(olive.get(account + "/payments").json().at("/payments")).hasSize(2);
    var balances = olive.get(account + "/balances");
    assertThat(balances.at("/owed")).isEqualTo("0.00");
    assertThat(balances.at("/money")).isEqualTo("0.00");
    assertThat(aroha.get("/agency/ledger/check").status()).isEqualTo(200);
  }

  @Test
  void nobody_but_the_payment_provider_tells_what_became_of_a_payment() {
    // Given
    today("2026-03-02");
    String account = opened(olive, "USED");
    var started =
        olive.post(
            account + "/payments", "{\"amount\": \"50.00\", \"reference\": \"sandbox-silent\"}");
    String path = "/payments/" + started.at("/id") + "/answers";
    String says = "{\"answer\": \"ACCEPTED\", \"amount\": \"50.00\", \"receipt\": \"FEED-1\"}";

    // When
    var byFeed = feed.post(path, says);
    var byPayer = olive.post(path, says);
    var byAgency = aroha.post(path, says);

    // Then
    assertThat(List.of(byFeed.status(), byPayer.status(), byAgency.status())).containsOnly(403);
    assertThat(olive.get(account + "/balances").at("/money")).isEqualTo("0.00");
  }

  @Test
  void what_a_provider_says_and_does_not_fit_is_listed_and_resolved() {
    // Given
    today("2026-03-02");
    String account = opened(olive, "USED");
    var started =
        olive.post(
            account + "/payments", "{\"amount\": \"50.00\", \"reference\": \"sandbox-more\"}");

    // When
    var reconciled = aroha.post("/agency/payments/reconciliation", "");
    var listed = aroha.get("/agency/payments/discrepancies?open=true");
    String discrepancy = idOf(listed, started.at("/id"));
    var resolved =
        aroha.post(
            "/agency/payments/discrepancies/" + discrepancy + "/resolution",
            "{\"note\": \"The bank corrected it.\"}");
    var twice =
        aroha.post(
            "/agency/payments/discrepancies/" + discrepancy + "/resolution",
            "{\"note\": \"Once more.\"}");

    // Then
    assertThat(reconciled.status()).isEqualTo(200);
    assertThat(olive.get(location(started)).at("/state")).isEqualTo("UNKNOWN");
    assertThat(resolved.at("/kind")).isEqualTo("OTHER_AMOUNT");
    assertThat(resolved.at("/resolution/by")).isEqualTo("aroha");
    assertThat(twice.status()).isEqualTo(409);
    assertThat(aroha.get("/agency/payments/discrepancies?open=true").json().findValuesAsText("id"))
        .doesNotContain(discrepancy);
    assertThat(olive.get("/agency/payments/discrepancies").status()).isEqualTo(403);
  }

  @Test
  void a_payment_that_stays_unknown_is_ended_by_the_agency_alone() {
    // Given
    today("2026-03-02");
    String account = opened(olive, "USED");
    var started =
        olive.post(
            account + "/payments", "{\"amount\": \"50.00\", \"reference\": \"sandbox-less\"}");
    String path = "/agency/payments/" + started.at("/id") + "/ending";
    String why = "{\"reason\": \"The bank sent it back.\"}";

    // When
    var byPayer = olive.post(path, why);
    var mute = aroha.post(path, "{}");
    var ended = aroha.post(path, why);
    var again = aroha.post(path, why);
    var nobody = aroha.post("/agency/payments/0123456789ABCDEFGHJKMNPQRS/ending", why);

    // Then
    assertThat(byPayer.status()).isEqualTo(403);
    assertThat(mute.json().findValuesAsText("pointer")).containsExactly("/reason");
    assertThat(ended.at("/state")).isEqualTo("ENDED");
    assertThat(ended.at("/outcome/reason")).isEqualTo("The bank sent it back.");
    assertThat(ended.at("/outcome/endedBy")).isEqualTo("aroha");
    assertThat(olive.get(location(started)).at("/outcome/at")).isEqualTo(ended.at("/outcome/at"));
    assertThat(again.status()).isEqualTo(409);
    assertThat(nobody.status()).isEqualTo(404);
  }

  @Test
  void credits_are_offered_looked_at_and_agreed_to() {
    // Given
    today("2026-03-02");
    String giving = verified(olive, "NEW");
    String receiving = verified(paul, "USED");
    accept(Vehicles.payAsYouGo(number(giving), id(), day("2026-03-02"), "175.2", "12"));

    // When
    var priced =
        olive.post(
            giving + "/transfers",
            "{\"to\": \"%s\", \"credits\": 100, \"price\": \"2300.00\"}"
                .formatted(number(receiving)));
    var offered =
        olive.post(
            giving + "/transfers",
            "{\"to\": \"%s\", \"credits\": 100}".formatted(number(receiving)));
    var shown = paul.get(receiving + "/transfers/" + offered.at("/id"));
    var alone = olive.post("/transfers/" + offered.at("/id") + "/agreement", "");
    var stranger = bank.post("/transfers/" + offered.at("/id") + "/agreement", "");
    var agreed = paul.post("/transfers/" + offered.at("/id") + "/agreement", "");
    var again = paul.post("/transfers/" + offered.at("/id") + "/agreement", "");
    var late = olive.delete("/transfers/" + offered.at("/id"));

    // Then
    assertThat(priced.status()).isEqualTo(400);
    assertThat(priced.at("/errors/0/pointer")).isEqualTo("/price");
    assertThat(priced.at("/errors/0/detail")).contains("a price is the holders' matter");
    assertThat(offered.status()).isEqualTo(201);
    assertThat(shown.at("/state")).isEqualTo("OFFERED");
    assertThat(shown.at("/terms/received")).isEqualTo("200");
    assertThat(alone.status()).isEqualTo(404);
    assertThat(stranger.at("/reasons/0/code")).isEqualTo("no-such-transfer");
    assertThat(stranger.body()).doesNotContain(number(giving).value(), number(receiving).value());
    assertThat(agreed.at("/state")).isEqualTo("AGREED");
    assertThat(agreed.at("/terms/code")).isEqualTo("new-to-used");
    assertThat(again.at("/state")).isEqualTo("AGREED");
    assertThat(late.status()).isEqualTo(409);
    assertThat(paul.get(receiving + "/balances").at("/credits")).isEqualTo("200");
    assertThat(olive.get(giving + "/balances").at("/credits")).isEqualTo("75.2");
    assertThat(olive.get(giving + "/transfers").json().at("/transfers")).hasSize(1);
    assertThat(paul.get(receiving + "/transfers").json().at("/transfers")).hasSize(1);
  }

  @Test
  void a_fleets_year_is_shown_settled_filed_for_debit_and_collected() {
    // Given: D10 of domain.md, a new vehicle 41.4 g above its target at 15.00
    today("2026-06-01");
    String account = opened(olive, "NEW");
    accept(Vehicles.inFleet(number(account), id(), day("2026-06-01"), "108.6", "150"));

    // When
    var running = olive.get(account + "/fleet-years/2026");
    var early = aroha.post("/agency/fleet-years/2026/settlements", "");
    today("2027-01-04");
    var settled = aroha.post("/agency/fleet-years/2026/settlements", "");
    var statement = olive.get(account + "/fleet-years/2026");
    today("2027-04-01");
    var deferral = olive.post(account + "/fleet-years/2026/deferral", "");
    var file = aroha.get("/agency/direct-debits");
    var collected =
        aroha.post(
            "/agency/payments",
            "{\"accountNumber\": \"%s\", \"amount\": \"621.00\", \"receipt\": \"BNK-1\", \"charge\": \"%s/2026\"}"
                .formatted(number(account), number(account)));
    var sameReceipt =
        aroha.post(
            "/agency/payments",
            "{\"accountNumber\": \"%s\", \"amount\": \"621.00\", \"receipt\": \"BNK-1\"}"
                .formatted(number(account)));

    // Then
    assertThat(running.at("/standing")).isEqualTo("INDICATIVE");
    assertThat(running.at("/result/charge")).isEqualTo("621.00");
    assertThat(running.at("/fleet/excess")).isEqualTo("41.4");
    assertThat(early.status()).isEqualTo(409);
    assertThat(settled.json().findValuesAsText("year")).containsExactly("2026");
    assertThat(settled.body()).contains(number(account).value());
    assertThat(statement.at("/standing")).isEqualTo("SETTLED");
    assertThat(statement.at("/settled/leftOwing")).isEqualTo("621.00");
    assertThat(statement.at("/result/dueOn")).isEqualTo("2027-03-31");
    assertThat(deferral.status()).isEqualTo(409);
    assertThat(file.body())
        .contains(
            "DD-%s-2026,%s,".formatted(number(account), number(account)),
            ",2026,621.00,2027-03-31,2027-04-01,no");
    assertThat(collected.status()).isEqualTo(201);
    assertThat(sameReceipt.status()).isEqualTo(409);
    assertThat(olive.get(account + "/balances").at("/owed")).isEqualTo("0.00");
  }

  @Test
  void every_fault_of_a_request_is_told_at_once() {
    // Given
    String account = opened(olive, "USED");

    // Then
    assertThat(
            olive
                .post(account + "/payments", "{\"amount\": 0, \"reason\": 1}")
                .json()
                .findValuesAsText("pointer"))
        .containsExactlyInAnyOrder("/amount", "/reason");
    assertThat(
            olive
                .post(account + "/transfers", "{\"credits\": \"x\"}")
                .json()
                .findValuesAsText("pointer"))
        .containsExactlyInAnyOrder("/to", "/credits");
    assertThat(bank.post("/payments/none/answers", "{\"answer\": \"MAYBE\"}").status())
        .isEqualTo(400);
    assertThat(olive.post("/payments/none/answers", "{}").status()).isEqualTo(403);
    assertThat(olive.get(account + "/fleet-years/soon").status()).isEqualTo(404);
    assertThat(aroha.get("/agency/direct-debits?day=2999-01-01").status()).isEqualTo(400);
  }

  private static Answer answer(String payment, String amount, String receipt) {
    return bank.post(
        "/payments/" + payment + "/answers",
        "{\"answer\": \"ACCEPTED\", \"amount\": \"%s\", \"receipt\": \"%s\"}"
            .formatted(amount, receipt));
  }

  private static String idOf(Answer listed, String payment) {
    for (var each : listed.json().at("/discrepancies")) {
      if (each.at("/payment").asText().equals(payment)) {
        return each.at("/id").asText();
      }
    }
    throw new AssertionError("Not listed: " + payment);
  }

  private static String opened(SignedIn person, String condition) {
    return location(
        person.post(
            "/accounts",
            "{\"kind\": \"BUSINESS\", \"name\": \"Kiwi Imports\", \"email\": \"office@kiwi.example\", \"condition\": \"%s\"}"
                .formatted(condition)));
  }

  private static String verified(SignedIn person, String condition) {
    String account = opened(person, condition);
    person.post(account + "/verification", "");
    aroha.post(
        account + "/verification/decision",
        "{\"verified\": true, \"reason\": \"Documents seen.\"}");
    return account;
  }

  private static String location(Answer answer) {
    return answer.response().headers().firstValue("Location").orElseThrow();
  }

  private static AccountNumber number(String account) {
    return new AccountNumber(account.substring("/accounts/".length()));
  }

  private static void today(String day) {
    service.bean(TestClock.class).moveTo(day(day));
  }

  private static LocalDate day(String day) {
    return LocalDate.parse(day);
  }

  private static String id() {
    return "money-" + ++vehicles;
  }

  private static void accept(AcceptedVehicle vehicle) {
    Done.done(
        service
            .bean(AllOrNothing.class)
            .attempt(
                () -> {
                  var _ = service.bean(AccountBook.class).lock(vehicle.account());
                  return service
                      .bean(Acceptances.class)
                      .accept(List.of(vehicle), Settlement.withAllCredits());
                }));
  }
}
