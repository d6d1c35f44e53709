package nz.cleancar.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import nz.cleancar.security.Role;
import nz.cleancar.testing.RunningService;
import nz.cleancar.testing.RunningService.Answer;
import nz.cleancar.testing.RunningService.SignedIn;
import nz.cleancar.testing.TestClock;
import nz.cleancar.testing.TestPeople;

/** A running service with the shipped policy, and those who import, feed, certify and oversee. */
final class Importing implements AutoCloseable {

  final SignedIn mere;
  final SignedIn paul;
  final SignedIn agency;
  final SignedIn feed;
  final SignedIn certifier;

  private final RunningService service;
  private int messages;
  private int vehicles;

  private Importing(Path policy, Path data) {
    var mereToken = TestPeople.add(data, "mere", Role.IMPORTER);
    var paulToken = TestPeople.add(data, "paul", Role.IMPORTER);
    var agencyToken = TestPeople.add(data, "tui", Role.AGENCY);
    var feedToken = TestPeople.add(data, "mvr", Role.FEED);
    var certifierToken = TestPeople.add(data, "vinnz", Role.CERTIFIER);
    service = RunningService.startOnTestClock(policy, data);
    mere = service.as(mereToken);
    paul = service.as(paulToken);
    agency = service.as(agencyToken);
    feed = service.as(feedToken);
    certifier = service.as(certifierToken);
  }

  /** A service with the policy that is shipped. */
  static Importing start(Path data) {
    return start(RunningService.SHIPPED_POLICY, data);
  }

  /** A service with the policy in the folder. */
  static Importing start(Path policy, Path data) {
    return new Importing(policy, data);
  }

  RunningService service() {
    return service;
  }

  void today(String day) {
    service.bean(TestClock.class).moveTo(LocalDate.parse(day));
  }

  /** The number of a new account for vehicles of the condition. */
  String opened(SignedIn who, String condition) {
    var answer =
        who.post(
            "/accounts",
            """
            {"kind": "BUSINESS", "name": "Kiwi Imports", "email": "office@kiwi.example",
             "condition": "%s"}"""
                .formatted(condition));
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return answer.at("/number");
  }

  /** A VIN that no vehicle had before. */
  String vin() {
    return "7AT0HS%011d".formatted(++vehicles);
  }

  /** Turns auto-accept at or below target on. */
  void acceptsByItself(SignedIn owner, String account) {
    done(
        owner.send(
            "PATCH", "/accounts/" + account, "{\"autoAccept\": {\"atOrBelowTarget\": true}}"));
  }

  /** The agency verifies the account, which applied. */
  void verified(SignedIn owner, String account) {
    done(owner.post("/accounts/" + account + "/verification", "{}"));
    done(
        agency.post(
            "/accounts/" + account + "/verification/decision",
            "{\"verified\": true, \"reason\": \"Documents seen.\"}"));
  }

  /** The register's record of a car of 1,500 kg. */
  Answer registered(String vin, String condition, int revision, String co2) {
    return done(
        feed.post(
            "/feeds/register",
            """
            {%s, "vin": "%s", "revision": %d, "vehicle": {"vehicleClass": "MA", "condition": "%s",
             "tareKg": 1500, "grossVehicleMassKg": 1950,
             "co2": {"gramsPerKm": "%s", "testCycle": "WLTP_3P"}, "attributes": []}}"""
                .formatted(head(), vin, revision, condition, co2)));
  }

  /** Entry certification is complete. */
  Answer certified(String vin, String account, int revision, String day) {
    return done(
        certifier.post("/feeds/entry-certifications", completion(vin, account, revision, day)));
  }

  /** Pre-delivery inspection is complete. */
  Answer inspected(String vin, String account, int revision, String day) {
    return done(
        feed.post("/feeds/pre-delivery-inspections", completion(vin, account, revision, day)));
  }

  private String completion(String vin, String account, int revision, String day) {
    return """
        {%s, "vin": "%s", "accountNumber": "%s", "registerRevision": %d, "completedOn": "%s"}"""
        .formatted(head(), vin, account, revision, day);
  }

  /** The id of a used car that is ready in the account. */
  String ready(String account, String vin, String co2, String day) {
    registered(vin, "USED", 1, co2);
    return certified(vin, account, 1, day).at("/vehicle/id");
  }

  /** Fuelsaver says that the vehicle is for the account. */
  Answer assigned(SignedIn who, String mark, String account) {
    return done(
        who.post(
            "/feeds/fuelsaver",
            "{%s, %s, \"accountNumber\": \"%s\"}".formatted(head(), mark, account)));
  }

  /** What every message begins with: it occurred before any day of the tests. */
  String head() {
    return "\"messageId\": \"m-%06d\", \"occurredAt\": \"2023-01-01T09:00:%02d+13:00\""
        .formatted(++messages, messages % 60);
  }

  /** Accepts vehicles by credits and the money at hand, and pays for the rest where told to. */
  Answer accept(SignedIn who, String account, String vehicles, boolean payment) {
    return who.post(
        "/accounts/" + account + "/acceptances",
        "{\"vehicles\": %s, \"settle\": {\"credits\": \"all\", \"payment\": %s}}"
            .formatted(vehicles, payment));
  }

  /** Whether the vehicle may proceed, as certifiers are told. */
  String mayProceed(String vin) {
    return certifier.get("/certification/" + vin).at("/mayProceed");
  }

  /** The answer, which must not be a problem. */
  static Answer done(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isBetween(200, 299);
    return answer;
  }

  @Override
  public void close() {
    service.close();
  }
}
