package nz.cleancar.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nz.cleancar.testing.PolicyCopy;
import nz.cleancar.testing.RunningService;
import nz.cleancar.testing.RunningService.Answer;
import nz.cleancar.testing.RunningService.SignedIn;
import nz.cleancar.testing.TestPeople;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.ss.util.CellReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A version and its own suites, over HTTP. */
class ScenariosOverHttpIT {

  @TempDir private static Path folder;
  private static RunningService service;
  private static SignedIn aroha;
  private static SignedIn ben;

  @BeforeAll
  static void start() {
    Path data = folder.resolve("data");
    var people = TestPeople.in(data);
    service = RunningService.start(RunningService.SHIPPED_POLICY, data);
    aroha = service.as(people.aroha());
    ben = service.as(people.ben());
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void the_live_version_does_what_its_scenarios_expect_and_nothing_is_left_untried() {
    // When
    var ran = aroha.get("/policy/versions/live/scenarios");

    // Then
    assertThat(ran.status()).as(ran.body()).isEqualTo(200);
    assertThat(ran.json().at("/green").asBoolean()).isTrue();
    assertThat(ran.json().at("/passed").asLong()).isPositive();
    assertThat(ran.json().at("/failed").asLong()).isZero();
    assertThat(ran.json().at("/tried/boundaries/percent").asInt()).isEqualTo(100);
    for (String list : List.of("/tried/untried", "/failures", "/findings")) {
      assertThat(ran.json().at(list).isArray()).as(list).isTrue();
      assertThat(ran.json().at(list)).as(list).isEmpty();
    }
  }

  @Test
  void some_suites_are_run_by_name() {
    // When
    var ran = aroha.get("/policy/versions/live/scenarios?suite=credit-life&suite=credit-use");

    // Then
    assertThat(ran.json().at("/suites").findValuesAsText("id"))
        .containsExactlyInAnyOrder("credit-life", "credit-use");
  }

  @Test
  void a_suite_or_tag_that_has_nothing_to_run_is_a_problem() {
    // When
    var suite = aroha.get("/policy/versions/live/scenarios?suite=credit-lief&suite=credit-use");
    var tag = aroha.get("/policy/versions/live/scenarios?tag=no-such-tag-at-all");

    // Then
    assertThat(suite.status()).as(suite.body()).isEqualTo(400);
    assertThat(suite.at("/type")).isEqualTo("/problems/invalid-request");
    assertThat(suite.json().at("/errors")).hasSize(1);
    assertThat(suite.at("/errors/0/pointer")).isEqualTo("#query/suite");
    assertThat(suite.at("/errors/0/detail")).contains("`credit-lief`", "is it `credit-life`?");
    assertThat(tag.status()).as(tag.body()).isEqualTo(400);
    assertThat(tag.at("/errors/0/pointer")).isEqualTo("#query/tag");
    assertThat(tag.at("/errors/0/detail")).contains("`no-such-tag-at-all`");
  }

  @Test
  void a_suite_that_cannot_be_read_is_told_wherever_the_run_is_shown() {
    // Given
    var draft =
        aroha.handIn(
            "scenarios/broken.xlsx", "no workbook".getBytes(StandardCharsets.UTF_8), "Broken");

    // When
    var ran = aroha.get(path(draft) + "/scenarios");
    var page = aroha.get(path(draft) + "/scenarios/report.html");
    var xml = aroha.get(path(draft) + "/scenarios/junit.xml");

    // Then
    assertThat(ran.json().at("/green").asBoolean()).isFalse();
    assertThat(ran.json().at("/findings").findValuesAsText("file"))
        .contains("scenarios/broken.xlsx");
    assertThat(page.body()).contains("1 suite has faults", "scenarios/broken.xlsx");
    assertThat(xml.body()).contains("<error ", "scenarios/broken.xlsx");
  }

  @Test
  void a_draft_that_its_scenarios_object_to_is_told_why_and_does_not_go_live() throws IOException {
    // When
    var draft = handInRate(7);
    var ran = aroha.get(path(draft) + "/scenarios");
    var approval = ben.post(path(draft) + "/approval", approval(draft));

    // Then
    assertThat(draft.at("/version/stage")).as(draft.body()).isEqualTo("DRAFT");
    assertThat(draft.json().at("/findings").findValuesAsText("code")).contains("expectation");
    assertThat(draft.json().at("/findings").findValuesAsText("file"))
        .anyMatch(file -> file.startsWith("scenarios/"));
    assertThat(ran.json().at("/green").asBoolean()).isFalse();
    assertThat(ran.at("/failures/0/suite")).isNotEmpty();
    assertThat(ran.at("/failures/0/misses/0/expected")).isNotEmpty();
    assertThat(ran.json().at("/failures/0/explanation")).isNotEmpty();
    assertThat(approval.status()).as(approval.body()).isEqualTo(409);
  }

  @Test
  void a_suite_comes_back_from_a_draft_with_what_was_found_at_its_cells() throws IOException {
    // Given
    var draft = handInRate(8);
    var miss = aroha.get(path(draft) + "/scenarios").json().at("/failures/0/misses/0");
    String file = miss.at("/place/file").asText();

    // When
    byte[] marked = aroha.download(path(draft) + "/" + file + "?marked=true");

    // Then
    Path copy = Files.write(folder.resolve("marked-suite.xlsx"), marked);
    try (var workbook = WorkbookFactory.create(copy.toFile(), null, true)) {
      assertThat(workbook.getSheet("Problems")).isNotNull();
      var cell = new CellReference(miss.at("/place/cell").asText());
      assertThat(
              workbook
                  .getSheet(miss.at("/place/sheet").asText())
                  .getRow(cell.getRow())
                  .getCell(cell.getCol())
                  .getCellComment()
                  .getString()
                  .getString())
          .contains(miss.at("/expected").asText(), miss.at("/found").asText());
    }
  }

  @Test
  void mutants_are_told_with_their_score() {
    // When
    var mutants = aroha.get("/policy/versions/live/mutants");

    // Then
    assertThat(mutants.status()).as(mutants.body()).isEqualTo(200);
    assertThat(mutants.json().at("/score/percent").asInt()).isEqualTo(100);
    assertThat(mutants.json().at("/survivors").isArray()).isTrue();
    assertThat(mutants.json().at("/survivors")).isEmpty();
  }

  @Test
  void mutants_of_a_version_whose_scenarios_fail_are_a_problem() throws IOException {
    // Given
    var draft = handInRate(9);

    // When
    var mutants = aroha.get(path(draft) + "/mutants");

    // Then
    assertThat(mutants.status()).as(mutants.body()).isEqualTo(409);
    assertThat(mutants.at("/type")).isEqualTo("/problems/scenarios-fail");
    assertThat(mutants.at("/detail")).contains("these fail: ");
  }

  @Test
  void the_run_is_a_page_and_xml_too() {
    // When
    var page = aroha.get("/policy/versions/live/scenarios/report.html");
    var xml = aroha.get("/policy/versions/live/scenarios/junit.xml");

    // Then
    assertThat(page.response().headers().firstValue("Content-Type")).contains("text/html");
    assertThat(page.body()).contains("What the scenarios prove");
    assertThat(xml.response().headers().firstValue("Content-Type")).contains("application/xml");
    assertThat(xml.body()).contains("<testsuites").doesNotContain("<failure");
  }

  @ParameterizedTest
  @ValueSource(strings = {"scenarios", "scenarios/report.html", "scenarios/junit.xml", "mutants"})
  void nobody_sees_them_without_a_token(String what) {
    // When
    var answer = service.get("/policy/versions/live/" + what);

    // Then
    assertThat(answer.status()).isEqualTo(401);
  }

  private static Answer handInRate(double rate) throws IOException {
    var copy = PolicyCopy.of(RunningService.SHIPPED_POLICY, folder.resolve("copy-" + rate));
    copy.table("charge-rates").change("D17", rate);
    return aroha.handIn(
        "charge-rates.xlsx",
        Files.readAllBytes(copy.table("charge-rates").file()),
        "A rate of " + rate);
  }

  private static String path(Answer draft) {
    return "/policy/versions/" + draft.at("/version/version");
  }

  private static String approval(Answer draft) {
    return "{\"reports\": \"" + draft.at("/version/check/reports") + "\", \"reason\": \"Read\"}";
  }
}
