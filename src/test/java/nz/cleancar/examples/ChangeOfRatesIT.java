package nz.cleancar.examples;

import static nz.cleancar.testing.Questions.aCar;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import nz.cleancar.standard.NewZealand;
import nz.cleancar.testing.PolicyCopy;
import nz.cleancar.testing.RunningService;
import nz.cleancar.testing.RunningService.SignedIn;
import nz.cleancar.testing.Samples;
import nz.cleancar.testing.TestPeople;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The change that really happened, by the people who make it: from the rates of 2025, the cut for
 * 2026 and 2027 with the return in 2028, from cells in a workbook to a version that is live, and
 * back.
 */
class ChangeOfRatesIT {

  private static final String SOURCE = "Land Transport Act 1998 as amended by 2025 No 73";
  private static final Duration MOST_PATIENCE = Duration.ofSeconds(60);

  @TempDir private Path folder;

  private RunningService service;
  private SignedIn aroha;
  private SignedIn ben;

  @BeforeEach
  void startWithTheRatesOf2025() {
    var policy = PolicyCopy.of(RunningService.SHIPPED_POLICY, folder.resolve("policy"));
    var rates = policy.table("charge-rates");
    for (int row = 24; row >= 17; row--) {
      rates.remove(row);
    }
    for (int row = 13; row <= 16; row++) {
      rates.change("A" + row, ">= 2025-01-01");
    }
    Path data = folder.resolve("data");
    var people = TestPeople.in(data);
    service = RunningService.start(policy.folder(), data);
    aroha = service.as(people.aroha());
    ben = service.as(people.ben());
  }

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void the_cut_of_2026_goes_live_at_its_time_and_is_rolled_back_in_one_call() throws IOException {
    // Given: decisions under the rates of 2025
    var first = service.post("/decisions", Samples.request());
    assertThat(first.at("/charge/amount")).isEqualTo("1117.80");
    String oldVersion = first.at("/policyVersion");
    Instant knownBefore = Instant.now();

    // When: Aroha edits cells of one workbook and hands it in
    byte[] edited =
        cutRates(aroha.download("/policy/versions/live/decision-tables/charge-rates.xlsx"));
    var draft = aroha.handIn("charge-rates.xlsx", edited, "The cut of 2026 and 2027");

    // Then: it is checked at once, without an error
    assertThat(draft.status()).as(draft.body()).isEqualTo(201);
    assertThat(draft.at("/version/stage")).isEqualTo("CHECKED");
    assertThat(draft.at("/version/author")).isEqualTo("aroha");
    assertThat(draft.json().at("/findings").findValuesAsText("severity")).doesNotContain("ERROR");
    String version = draft.at("/version/version");
    String path = "/policy/versions/" + version;
    String reports = draft.at("/version/check/reports");

    // And: the comparison says which cells, which vehicles and how many dollars
    JsonNode comparison = aroha.get(path + "/comparison").json();
    assertThat(regions(comparison))
        .contains(
            "[2026-01-01..2027-12-31], PAYG, USED: 27 -> 6",
            "[2026-01-01..2027-12-31], PAYG, NEW: 54 -> 12",
            "[2026-01-01..2027-12-31], FLEET_AVERAGE, USED: 33.75 -> 7.5",
            "[2026-01-01..2027-12-31], FLEET_AVERAGE, NEW: 67.5 -> 15")
        .hasSize(4);
    assertThat(comparison.at("/meaning/proof/proved").asBoolean()).isTrue();
    JsonNode impact = aroha.get(path + "/impact").json();
    assertThat(impact.at("/changed/decisions").asInt()).isEqualTo(1);
    assertThat(impact.at("/changed/charges/before").asText()).isEqualTo("1117.80");
    assertThat(impact.at("/changed/charges/after").asText()).isEqualTo("248.40");

    // And: nobody approves their own work, nor what they have not read
    assertThat(aroha.post(path + "/approval", approval(reports)).at("/type"))
        .isEqualTo("/problems/own-work");
    assertThat(ben.post(path + "/approval", approval("sha256:" + "0".repeat(64))).at("/type"))
        .isEqualTo("/problems/other-reports");
    assertThat(aroha.post(path + "/publication", publication("")).at("/type"))
        .isEqualTo("/problems/wrong-stage");

    // When: Ben approves, and Aroha sets the time
    var approved = ben.post(path + "/approval", approval(reports));
    assertThat(approved.at("/stage")).as(approved.body()).isEqualTo("APPROVED");
    assertThat(approved.at("/approval/by")).isEqualTo("ben");
    String time = NewZealand.at(Instant.now().plusSeconds(3)).toString();
    var scheduled = aroha.post(path + "/publication", publication(", \"at\": \"" + time + "\""));

    // Then: it waits, and then it is live
    assertThat(scheduled.at("/stage")).as(scheduled.body()).isEqualTo("SCHEDULED");
    assertThat(charge()).isEqualTo("1117.80");
    await(path, "LIVE");
    assertThat(charge()).isEqualTo("248.40");
    assertThat(charge("2028-01-01")).isEqualTo(chargeIn2028UnderTheOldRates(oldVersion));

    // And: what was decided before is answered as before
    var replay = service.post("/decisions/" + first.at("/id") + "/replay", "");
    assertThat(replay.json().at("/identical").asBoolean()).as(replay.body()).isTrue();
    assertThat(chargeAsKnownAt(knownBefore)).isEqualTo("1117.80");

    // When: it is rolled back in one call
    var back = ben.post("/policy/rollback", "{\"reason\": \"The Order in Council is late\"}");

    // Then
    assertThat(back.at("/version")).as(back.body()).isEqualTo(oldVersion);
    assertThat(back.at("/stage")).isEqualTo("LIVE");
    assertThat(charge()).isEqualTo("1117.80");
    assertThat(aroha.get(path).at("/stage")).isEqualTo("RETIRED");
    assertThat(aroha.get("/policy/publications").json()).hasSize(3);
  }

  private byte[] cutRates(byte[] workbook) throws IOException {
    Path file = Files.write(folder.resolve("charge-rates.xlsx"), workbook);
    var rates = new PolicyCopy.Workbook(file);
    for (int row = 13; row <= 16; row++) {
      rates.change("A" + row, "[2025-01-01..2025-12-31]");
    }
    String cut = "[2026-01-01..2027-12-31]";
    add(rates, cut, "PAYG", "USED", 6, "ON_ACCEPTANCE");
    add(rates, cut, "PAYG", "NEW", 12, "ON_ACCEPTANCE");
    add(rates, cut, "FLEET_AVERAGE", "USED", 7.5, "ANNUAL");
    add(rates, cut, "FLEET_AVERAGE", "NEW", 15, "ANNUAL");
    String after = ">= 2028-01-01";
    add(rates, after, "PAYG", "USED", 27, "ON_ACCEPTANCE");
    add(rates, after, "PAYG", "NEW", 54, "ON_ACCEPTANCE");
    add(rates, after, "FLEET_AVERAGE", "USED", 33.75, "ANNUAL");
    add(rates, after, "FLEET_AVERAGE", "NEW", 67.5, "ANNUAL");
    return Files.readAllBytes(file);
  }

  private static void add(
      PolicyCopy.Workbook rates,
      String period,
      String scheme,
      String condition,
      double rate,
      String due) {
    rates.add(period, scheme, condition, rate, 2, "HALF_UP", due, SOURCE, "reported", "");
  }

  private static List<String> regions(JsonNode comparison) {
    return StreamSupport.stream(comparison.at("/meaning/regions").spliterator(), false)
        .map(
            region ->
                String.join(", ", region.at("/inputs").findValuesAsText("is"))
                    + ": "
                    + region.at("/outcomes/0/before").asText()
                    + " -> "
                    + region.at("/outcomes/0/after").asText())
        .toList();
  }

  private static String approval(String reports) {
    return "{\"reports\": \"" + reports + "\", \"reason\": \"As the Act says\"}";
  }

  private static String publication(String more) {
    return "{\"reason\": \"From 1 January\"" + more + "}";
  }

  private void await(String path, String stage) {
    Instant deadline = Instant.now().plus(MOST_PATIENCE);
    while (!aroha.get(path).at("/stage").equals(stage)) {
      assertThat(Instant.now()).as("the version is never " + stage).isBefore(deadline);
      java.util.concurrent.locks.LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
  }

  private String charge() {
    return charge("2026-03-02");
  }

  private String charge(String legalDate) {
    return service.post("/decisions/what-if", aCar().on(legalDate).json()).at("/charge/amount");
  }

  private String chargeIn2028UnderTheOldRates(String version) {
    return whatIf(aCar().on("2028-01-01").json(), "policyVersion", version);
  }

  private String chargeAsKnownAt(Instant moment) {
    return whatIf(aCar().json(), "asKnownAt", moment.toString());
  }

  private String whatIf(String question, String name, String value) {
    String body = question.strip().replaceFirst("\\}$", ", \"" + name + "\": \"" + value + "\"}");
    var answer = service.post("/decisions/what-if", body);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.at("/charge/amount");
  }
}
