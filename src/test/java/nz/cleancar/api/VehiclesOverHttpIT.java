package nz.cleancar.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import nz.cleancar.ledger.Done;
import nz.cleancar.ledger.LedgerCheck;
import nz.cleancar.ledger.Settlement;
import nz.cleancar.ledger.payment.Payments;
import nz.cleancar.ledger.payment.ProviderAnswer;
import nz.cleancar.security.AccessToken;
import nz.cleancar.security.Person;
import nz.cleancar.security.PersonName;
import nz.cleancar.security.Role;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.testing.RunningService;
import nz.cleancar.testing.RunningService.Answer;
import nz.cleancar.testing.RunningService.SignedIn;
import nz.cleancar.testing.TestClock;
import nz.cleancar.testing.TestPeople;
import nz.cleancar.vehicle.Acceptance;
import nz.cleancar.vehicle.Accepting;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Vehicle records from the feeds to certification over HTTP, with the policy that is shipped. */
class VehiclesOverHttpIT {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 20);

  private static RunningService service;
  private static SignedIn olive;
  private static SignedIn mike;
  private static SignedIn aroha;
  private static SignedIn feed;
  private static SignedIn certifier;
  private static SignedIn otherCertifier;
  private static AccessToken feedToken;
  private static int vehicles;

  @BeforeAll
  static void start(@TempDir Path data) {
    AccessToken oliveToken = TestPeople.add(data, "olive", Role.IMPORTER);
    AccessToken mikeToken = TestPeople.add(data, "mike", Role.IMPORTER);
    AccessToken arohaToken = TestPeople.add(data, "aroha", Role.AGENCY);
    AccessToken certifierToken = TestPeople.add(data, "vinnie", Role.CERTIFIER);
    AccessToken otherToken = TestPeople.add(data, "wanda", Role.CERTIFIER);
    feedToken = TestPeople.add(data, "miami", Role.FEED);
    service = RunningService.startOnTestClock(RunningService.SHIPPED_POLICY, data);
    olive = service.as(oliveToken);
    mike = service.as(mikeToken);
    aroha = service.as(arohaToken);
    certifier = service.as(certifierToken);
    otherCertifier = service.as(otherToken);
    feed = service.as(feedToken);
  }

  @AfterAll
  static void stop() {
    assertThat(service.bean(LedgerCheck.class).run().isClean()).isTrue();
    service.close();
  }

  @BeforeEach
  void today() {
    service.bean(TestClock.class).moveTo(DAY);
  }

  @Test
  void used_vehicles_go_from_fuelsaver_to_certification_paid_by_credits_and_by_a_payment() {
    // Given
    String account = opened("USED");
    String clean = vin();
    String dirty = vin();
    String dirtier = vin();
    String chassis = "ZVW30-" + clean.substring(11);
    said(
        "/feeds/fuelsaver",
        certifier,
        "\"chassis\": \"%s\", \"accountNumber\": \"%s\"".formatted(chassis, account));
    var entered = registered(clean, chassis, 1, "60");
    registered(dirty, "", 1, "150");
    registered(dirtier, "", 1, "200");
    List.of(clean, dirty, dirtier).forEach(each -> complete("entry-certifications", each, account));
    var waiting = olive.get("/accounts/" + account + "/vehicles?step=READY&limit=2");
    var beforehand = certifier.get("/certification/" + dirtier);

    // When
    var accepted = accept(account, "\"all\"", "all", true);
    var proceeds = certifier.get("/certification/" + dirtier);

    // Then
    assertThat(entered.at("/vehicle/step")).isEqualTo("ENTERED");
    assertThat(entered.at("/vehicle/because/code")).isEqualTo("waits-for-completion");
    assertThat(waiting.json().at("/vehicles")).hasSize(2);
    assertThat(waiting.at("/vehicles/0/chassis")).isEqualTo(chassis);
    assertThat(waiting.at("/vehicles/0/decided/legalDate")).isEqualTo("2026-03-02");
    assertThat(beforehand.at("/mayProceed")).isEqualTo("false");
    assertThat(accepted.json().findValuesAsText("result"))
        .containsExactly("ACCEPTED", "ACCEPTED", "AWAITS_PAYMENT");
    assertThat(accepted.at("/payment/purpose")).isEqualTo("VEHICLES");
    assertThat(proceeds.body()).contains("\"mayProceed\":true");
    assertThat(olive.get("/accounts/" + account + "/balances").at("/money")).isEqualTo("0.00");
    assertThat(olive.get("/accounts/" + account + "/balances").at("/credits")).isEqualTo("0");
    var file = olive.get("/vehicles/" + id(account, 0));
    assertThat(file.json().findValuesAsText("what"))
        .containsExactly("ENTERED", "ASSIGNED", "DECIDED", "DECIDED", "ACCEPTED");
  }

  @Test
  void a_vehicle_has_one_open_payment_until_the_agency_ends_it() {
    // Given
    String account = opened("USED");
    String vin = vin();
    registered(vin, "", 1, "200");
    complete("entry-certifications", vin, account);
    var number = new AccountNumber(account);
    var person = new Person(new PersonName("olive"), Set.of(Role.IMPORTER));
    var wish =
        new Acceptance.Wish(new Acceptance.Which.Waiting(""), Settlement.byMoneyAlone(), true);
    var payment =
        Done.done(service.bean(Accepting.class).accept(person, number, wish))
            .payment()
            .orElseThrow();

    // When
    var again = accept(account, "\"all\"", "0", true);
    var ended =
        aroha.post(
            "/agency/payments/" + payment.id() + "/ending", "{\"reason\": \"Never asked.\"}");
    accept(account, "\"all\"", "0", true);
    service
        .bean(Payments.class)
        .answered(
            payment.id().value(), new ProviderAnswer.Accepted(payment.order().amount(), "LATE"));

    // Then
    assertThat(again.json().findValuesAsText("result")).containsExactly("NOT_ACCEPTED");
    assertThat(again.body()).contains("payment-pending");
    assertThat(ended.at("/state")).isEqualTo("ENDED");
    assertThat(olive.get("/accounts/" + account + "/payments").json().at("/payments")).hasSize(2);
    assertThat(olive.get("/accounts/" + account + "/vehicles").at("/vehicles/0/step"))
        .isEqualTo("ACCEPTED");
    assertThat(olive.get("/accounts/" + account + "/balances").at("/money"))
        .isEqualTo(payment.order().amount().toString());
  }

  @Test
  void new_vehicles_go_from_miami_by_lines_doubled_and_out_of_order() {
    // Given
    String account = opened("NEW");
    String vin = vin();
    String model = "MODEL-" + vin.substring(11);
    complete("pre-delivery-inspections", vin, account);
    said("/feeds/miami/vins", feed, "\"vin\": \"%s\", \"modelCode\": \"%s\"".formatted(vin, model));
    registeredNew(vin, 1, "60");
    String message =
        message("\"modelCode\": \"%s\", \"accountNumber\": \"%s\"".formatted(model, account));

    // When
    var lines =
        lines("/feeds/miami/model-codes", message + "\n\n" + message + "\n{\"messageId\": 7}\nx\n");

    // Then
    var answers = lines.body().lines().toList();
    assertThat(answers).hasSize(4);
    assertThat(answers.get(0)).contains("\"result\":\"KEPT\"", model);
    assertThat(answers.get(1)).contains("\"result\":\"REPEATED\"");
    assertThat(answers.get(2)).contains("\"line\":4", "/problems/invalid-request", "/occurredAt");
    assertThat(answers.get(3)).contains("\"line\":5", "/problems/malformed-json");
    assertThat(olive.get("/accounts/" + account + "/vehicles").at("/vehicles/0/step"))
        .isEqualTo("READY");
  }

  @Test
  void message_ids_are_each_senders_own_and_the_history_names_the_sender() {
    // Given
    String account = opened("USED");
    String first = vin();
    String second = vin();
    registered(first, "", 1, "150");
    registered(second, "", 1, "150");

    // When
    var vinnies = certifier.post("/feeds/entry-certifications", completed("c-1", first, account));
    var again = certifier.post("/feeds/entry-certifications", completed("c-1", first, account));
    var usedUp = certifier.post("/feeds/entry-certifications", completed("c-1", second, account));
    var wandas =
        otherCertifier.post("/feeds/entry-certifications", completed("c-1", second, account));

    // Then
    assertThat(vinnies.at("/result")).isEqualTo("KEPT");
    assertThat(again.at("/result")).isEqualTo("REPEATED");
    assertThat(usedUp.at("/reasons/0/code")).isEqualTo("message-id-reused");
    assertThat(wandas.at("/result")).as(wandas.body()).isEqualTo("KEPT");
    assertThat(olive.get("/vehicles/" + id(account, 0)).json().findValuesAsText("by"))
        .containsExactly("miami", "vinnie", "vinnie");
    assertThat(olive.get("/vehicles/" + id(account, 1)).json().findValuesAsText("by"))
        .containsExactly("miami", "wanda", "wanda");
  }

  @Test
  void what_occurred_more_than_a_day_ahead_is_a_fault() {
    // When
    var answer =
        certifier.post(
            "/feeds/fuelsaver",
            """
            {"messageId": "ahead", "occurredAt": "2026-03-23T09:00:00+13:00", "vin": "%s",
             "accountNumber": "CO2-1"}"""
                .formatted(vin()));

    // Then
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.at("/errors/0/pointer")).isEqualTo("/occurredAt");
  }

  @Test
  void a_disputed_value_waits_for_the_registers_correction_and_is_decided_again() {
    // Given
    String account = opened("USED");
    String vin = vin();
    registered(vin, "", 1, "150");
    complete("entry-certifications", vin, account);
    var dispute = dispute(id(account, 0), "CO2_VALUE");

    // When
    var meanwhile = accept(account, "[\"" + id(account, 0) + "\"]", "all", false);
    var moved = resolve(dispute, "MOVED", account);
    var corrected = resolve(dispute, "CORRECTED", "");
    var waiting = accept(account, "\"all\"", "all", false);
    registered(vin, "", 2, "60");
    var accepted = accept(account, "\"all\"", "all", false);
    registered(vin, "", 3, "50");

    // Then
    assertThat(dispute.status()).isEqualTo(201);
    assertThat(meanwhile.at("/vehicles/0/reasons/0/code")).isEqualTo("disputed");
    assertThat(moved.status()).isEqualTo(409);
    assertThat(moved.at("/reasons/0/code")).isEqualTo("account-not-disputed");
    assertThat(corrected.at("/resolved/resolution")).isEqualTo("CORRECTED");
    assertThat(waiting.at("/vehicles/0/result")).isEqualTo("NOT_ACCEPTED");
    assertThat(accepted.at("/vehicles/0/result")).isEqualTo("ACCEPTED");
    assertThat(olive.get("/vehicles/" + id(account, 0)).at("/record/decided/registerRevision"))
        .isEqualTo("2");
    assertThat(aroha.get("/agency/late-corrections").body())
        .contains(id(account, 0), "\"registerRevision\":3");
    assertThat(resolve(dispute, "UPHELD", "").at("/reasons/0/code")).isEqualTo("resolved-before");
    assertThat(dispute(id(account, 0), "CO2_VALUE").at("/reasons/0/code"))
        .isEqualTo("not-disputable");
    assertThat(aroha.get("/agency/notices").body()).contains(vin);
  }

  @Test
  void a_vehicle_in_the_wrong_account_is_moved_rejected_or_stays() {
    // Given
    String account = opened("USED");
    String other = opened("USED");
    for (int i = 0; i < 3; i++) {
      String vin = vin();
      registered(vin, "", 1, "150");
      complete("entry-certifications", vin, account);
    }
    String first = id(account, 0);
    String second = id(account, 1);
    String third = id(account, 2);

    // When
    var moved = resolve(dispute(first, "WRONG_ACCOUNT"), "MOVED", other);
    var rejected = resolve(dispute(second, "WRONG_ACCOUNT"), "REJECTED", "");
    var upheld = resolve(dispute(third, "WRONG_ACCOUNT"), "UPHELD", "");

    // Then
    assertThat(List.of(moved.status(), rejected.status(), upheld.status())).containsOnly(200);
    assertThat(id(other, 0)).isEqualTo(first);
    assertThat(accept(other, "\"all\"", "none", true).at("/vehicles/0/result"))
        .isEqualTo("AWAITS_PAYMENT");
    assertThat(olive.get("/vehicles/" + second).at("/record/step")).isEqualTo("REJECTED");
    assertThat(accept(account, "\"all\"", "none", true).json().at("/vehicles")).hasSize(1);
    assertThat(olive.get("/vehicles/" + third).at("/record/step")).isEqualTo("ACCEPTED");
    assertThat(mike.get("/vehicles/" + third).status()).isEqualTo(404);
    assertThat(certifier.get("/vehicles/" + third).status()).isEqualTo(200);
  }

  @Test
  void what_a_former_holder_said_is_not_shown_to_the_next_one() {
    // Given
    String account = opened("USED");
    String mikes = openedBy(mike, "USED");
    String vin = vin();
    registered(vin, "", 1, "150");
    complete("entry-certifications", vin, account);
    String vehicle = id(account, 0);

    // When
    var strangers =
        mike.post(
            "/vehicles/" + vehicle + "/disputes",
            "{\"ground\": \"WRONG_ACCOUNT\", \"text\": \"It is mine.\"}");
    var disputed = dispute(vehicle, "WRONG_ACCOUNT");
    String certifiers =
        certifier.get("/vehicles/" + vehicle).body()
            + certifier.get("/certification/" + vin).body();
    resolve(disputed, "MOVED", mikes);

    // Then
    assertThat(strangers.status()).isEqualTo(404);
    assertThat(strangers.at("/reasons/0/code")).isEqualTo("no-such-vehicle");
    assertThat(strangers.body()).doesNotContain(account);
    assertThat(certifiers)
        .contains("It is disputed.")
        .doesNotContain("Look at its papers", "olive");
    assertThat(mike.get("/vehicles/" + vehicle).json().findValuesAsText("what"))
        .containsExactly("ASSIGNED", "DECIDED");
    assertThat(mike.get("/vehicles/" + vehicle).body())
        .doesNotContain("Look at its papers", account, "olive");
    assertThat(aroha.get("/vehicles/" + vehicle).body())
        .contains("Look at its papers", account, "olive");
  }

  @Test
  void a_missing_vehicle_is_moved_to_the_account_that_misses_it() {
    // Given
    String account = opened("USED");
    String misses = opened("USED");
    String vin = vin();
    registered(vin, "", 1, "150");
    complete("entry-certifications", vin, account);
    String missing = "{\"vin\": \"%s\", \"text\": \"It is ours.\"}".formatted(vin);
    var dispute = olive.post("/accounts/" + misses + "/disputes", missing);

    // When
    var again = olive.post("/accounts/" + misses + "/disputes", missing);
    var open = aroha.get("/agency/disputes");
    var moved = resolve(dispute, "MOVED", "");

    // Then
    assertThat(dispute.status()).as(dispute.body()).isEqualTo(201);
    assertThat(again.at("/reasons/0/code")).isEqualTo("disputed-before");
    assertThat(open.body()).contains(vin, "MISSING_VEHICLE");
    assertThat(moved.status()).as(moved.body()).isEqualTo(200);
    assertThat(olive.get("/accounts/" + misses + "/vehicles").at("/vehicles/0/vin")).isEqualTo(vin);
    assertThat(olive.get("/accounts/" + account + "/notices").body())
        .contains(vin + " is in your account no longer")
        .doesNotContain(misses);
    assertThat(olive.get("/accounts/" + misses + "/disputes").at("/disputes/0/resolved/by"))
        .isEqualTo("aroha");
  }

  @Test
  void
      a_suspension_stops_acceptance_auto_acceptance_and_certification_until_its_last_day_is_over() {
    // Given
    String account = opened("USED");
    olive.send("PATCH", "/accounts/" + account, "{\"autoAccept\": {\"atOrBelowTarget\": true}}");
    String before = vin();
    String during = vin();
    String byHand = vin();
    registered(before, "", 1, "60");
    complete("entry-certifications", before, account);
    registered(byHand, "", 1, "150");
    complete("entry-certifications", byHand, account);
    String history = olive.get("/vehicles/" + id(account, 0)).body();
    suspend(account, DAY, DAY.plusDays(9));

    // When
    registered(during, "", 1, "60");
    var completed = complete("entry-certifications", during, account);
    var refused = accept(account, "\"all\"", "all", false);
    var stopped = certifier.get("/certification/" + byHand);
    service.bean(TestClock.class).moveTo(DAY.plusDays(9));
    var lastDay = accept(account, "\"all\"", "all", false);
    service.bean(TestClock.class).moveTo(DAY.plusDays(10));
    var after = accept(account, "\"all\"", "all", false);

    // Then
    assertThat(completed.at("/vehicle/step")).isEqualTo("READY");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.body()).contains("suspended");
    assertThat(stopped.at("/mayProceed")).isEqualTo("false");
    assertThat(stopped.at("/because/says")).contains("suspended");
    assertThat(certifier.get("/certification/" + before).at("/mayProceed")).isEqualTo("true");
    assertThat(olive.get("/vehicles/" + id(account, 0)).body()).isEqualTo(history);
    assertThat(lastDay.status()).isEqualTo(409);
    assertThat(after.json().findValuesAsText("result")).containsExactly("ACCEPTED", "ACCEPTED");
    assertThat(certifier.get("/certification/" + during).at("/mayProceed")).isEqualTo("true");
  }

  @Test
  void law_that_changes_between_entered_and_ready_applies_by_the_legal_date() {
    // Given
    String account = opened("USED");
    String lastYear = vin();
    String thisYear = vin();
    service.bean(TestClock.class).moveTo(LocalDate.of(2024, 12, 20));
    registered(lastYear, "", 1, "150");
    registered(thisYear, "", 1, "150");
    service.bean(TestClock.class).moveTo(DAY);

    // When
    complete("entry-certifications", thisYear, account, "2025-01-01");
    complete("entry-certifications", lastYear, account, "2024-12-31");

    // Then
    var vehicles = olive.get("/accounts/" + account + "/vehicles");
    assertThat(vehicles.at("/vehicles/0/decided/legalDate")).isEqualTo("2024-12-31");
    assertThat(vehicles.at("/vehicles/1/decided/legalDate")).isEqualTo("2025-01-01");
    assertThat(why(vehicles.at("/vehicles/0/decided/decisionId"))).contains("2024");
    assertThat(why(vehicles.at("/vehicles/1/decided/decisionId")))
        .contains("2025")
        .isNotEqualTo(why(vehicles.at("/vehicles/0/decided/decisionId")));
    assertThat(vehicles.at("/vehicles/0/decided/charge"))
        .isNotEqualTo(vehicles.at("/vehicles/1/decided/charge"));
  }

  /** The sentences of a decision that tell the annual target, with the year that it is of. */
  private static String why(String decision) {
    return String.join(
        "\n",
        aroha.get("/decisions/" + decision).json().findValuesAsText("says").stream()
            .filter(says -> says.contains("target"))
            .toList());
  }

  private static void suspend(String account, LocalDate from, LocalDate to) {
    Answer suspended =
        aroha.post(
            "/accounts/" + account + "/suspensions",
            """
            {"ground": "CONVICTION", "firstDay": "%s", "lastDay": "%s",
             "reason": "Convicted of an offence."}"""
                .formatted(from, to));
    assertThat(suspended.status()).as(suspended.body()).isBetween(200, 201);
  }

  private static Answer dispute(String vehicle, String ground) {
    return olive.post(
        "/vehicles/" + vehicle + "/disputes",
        "{\"ground\": \"%s\", \"text\": \"Look at its papers.\"}".formatted(ground));
  }

  private static Answer resolve(Answer dispute, String how, String account) {
    return aroha.post(
        "/disputes/" + dispute.at("/id") + "/resolution",
        """
        {"resolution": "%s", "answer": "We looked at its papers."%s}"""
            .formatted(how, account.isEmpty() ? "" : ", \"accountNumber\": \"" + account + "\""));
  }

  private static Answer accept(String account, String vehicles, String credits, boolean payment) {
    return olive.post(
        "/accounts/" + account + "/acceptances",
        """
        {"vehicles": %s, "settle": {"credits": "%s", "payment": %s}}"""
            .formatted(vehicles, credits, payment));
  }

  private static String opened(String condition) {
    return openedBy(olive, condition);
  }

  private static String openedBy(SignedIn who, String condition) {
    return who.post(
            "/accounts",
            """
            {"kind": "BUSINESS", "name": "Kiwi Imports", "email": "office@kiwi.example",
             "condition": "%s"}"""
                .formatted(condition))
        .at("/number");
  }

  private static String vin() {
    return "7AT0H0MX00A%06d".formatted(++vehicles);
  }

  private static String id(String account, int at) {
    return olive.get("/accounts/" + account + "/vehicles").at("/vehicles/" + at + "/id");
  }

  private static Answer registered(String vin, String chassis, int revision, String grams) {
    return registered(vin, chassis, revision, "USED", grams);
  }

  private static Answer registeredNew(String vin, int revision, String grams) {
    return registered(vin, "", revision, "NEW", grams);
  }

  private static Answer registered(
      String vin, String chassis, int revision, String condition, String grams) {
    return said(
        "/feeds/register",
        feed,
        """
        "vin": "%s", "revision": %d, %s
        "vehicle": {"vehicleClass": "MA", "condition": "%s", "tareKg": 1500,
                    "grossVehicleMassKg": 2000,
                    "co2": {"gramsPerKm": "%s", "testCycle": "WLTP_3P"}}"""
            .formatted(
                vin,
                revision,
                chassis.isEmpty() ? "" : "\"chassis\": \"" + chassis + "\",",
                condition,
                grams));
  }

  private static Answer complete(String what, String vin, String account) {
    return complete(what, vin, account, "2026-03-02");
  }

  private static Answer complete(String what, String vin, String account, String day) {
    return said(
        "/feeds/" + what,
        what.startsWith("pre-delivery") ? feed : certifier,
        """
        "vin": "%s", "accountNumber": "%s", "registerRevision": 1, "completedOn": "%s\""""
            .formatted(vin, account, day));
  }

  private static String completed(String messageId, String vin, String account) {
    return """
        {"messageId": "%s", "occurredAt": "2026-03-02T09:00:00+13:00", "vin": "%s",
         "accountNumber": "%s", "registerRevision": 1, "completedOn": "2026-03-02"}"""
        .formatted(messageId, vin, account);
  }

  private static Answer said(String path, SignedIn who, String members) {
    Answer answer = who.post(path, message(members));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer;
  }

  private static String message(String members) {
    return "{\"messageId\": \"m-%d\", \"occurredAt\": \"2024-12-20T09:00:00+13:00\", %s}"
        .formatted(++vehicles, members.replace("\n", " "));
  }

  private static Answer lines(String path, String body) {
    return service.send(
        HttpRequest.newBuilder(service.uri(path))
            .header("Authorization", "Bearer " + feedToken.secret())
            .header("Content-Type", "application/x-ndjson")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }
}
