package nz.cleancar.cli;

import static nz.cleancar.cli.Terminal.ccs;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import nz.cleancar.testing.LargeSuite;
import nz.cleancar.testing.PolicyCopy;
import nz.cleancar.testing.RunningService;
import nz.cleancar.testing.Samples;
import nz.cleancar.testing.ShippedPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScenarioCommandsIT {

  @TempDir private Path folder;

  private Terminal.Printed test(Object... arguments) {
    return onShipped("test", arguments);
  }

  private static Terminal.Printed onShipped(String command, Object... arguments) {
    return ccs(
        Stream.of(
                Stream.of(command),
                Stream.of(arguments),
                Stream.of("--policy", ShippedPolicy.FOLDER))
            .flatMap(all -> all)
            .toArray());
  }

  @Test
  void the_shipped_policy_is_green_and_tried_as_a_whole() {
    // When
    var printed = test("--at-least", 100);

    // Then
    assertThat(printed.exitCode()).as(printed.text()).isZero();
    assertThat(printed.text())
        .containsPattern("(\\d+) of \\1 scenarios passed\\.")
        .containsPattern("rows +(\\d+) of \\1 \\(100 %\\)")
        .containsPattern("boundaries +(\\d+) of \\1 \\(100 %\\)")
        .containsPattern("rules +(\\d+) of \\1 \\(100 %\\)");
  }

  @Test
  void one_suite_by_its_id_or_its_file_is_run_alone() {
    // When
    var byId = test("credit-life");
    var byFile = test("credits");

    // Then
    assertThat(byId.text()).contains("credit-life").doesNotContain("credit-use");
    assertThat(byFile.text())
        .contains("credit-life", "credit-use")
        .doesNotContain("annual-targets");
  }

  @Test
  void too_little_that_is_tried_is_a_failure_where_it_is_asked_for() {
    // When
    var printed = test("credit-life", "--at-least", 100, "--untried");

    // Then
    assertThat(printed.exitCode()).isOne();
    assertThat(printed.text())
        .contains("at least 100 % must be.")
        .contains("charge-rates.xlsx, sheet Charge rates, cell A17:J17: Charge rates row 17");
  }

  @Test
  void a_name_that_no_suite_has_runs_nothing_and_says_so() {
    // When
    var printed = test("no-such-suite");

    // Then
    assertThat(printed.exitCode()).isOne();
    assertThat(printed.text()).contains("There is no suite `no-such-suite`");
  }

  @Test
  void a_name_beside_others_that_no_suite_has_is_told_too() {
    // When
    var printed = test("credit-life", "credit-lief");

    // Then
    assertThat(printed.exitCode()).isOne();
    assertThat(printed.text())
        .contains(
            "16 of 16 scenarios passed.", "There is no suite `credit-lief`; is it `credit-life`?");
  }

  @Test
  void tags_choose_among_all_suites() {
    // When
    var boundary = test("--tag", "boundary");
    var none = test("--tag", "no-such-tag");

    // Then
    assertThat(boundary.exitCode()).as(boundary.text()).isZero();
    assertThat(boundary.text()).containsPattern("(\\d+) of \\1 scenarios passed");
    assertThat(none.exitCode()).isOne();
    assertThat(none.text()).contains("No scenario has the tag `no-such-tag`");
  }

  @Test
  void a_changed_cell_fails_named_scenarios_and_is_told_to_build_servers() throws IOException {
    // Given
    var copy = PolicyCopy.withSuites(ShippedPolicy.FOLDER, folder.resolve("policy"));
    copy.table("charge-rates").change("D17", 7);
    Path junit = folder.resolve("junit.xml");
    Path html = folder.resolve("report.html");

    // When
    var printed = ccs("test", "--policy", copy.folder(), "--junit", junit, "--html", html);

    // Then
    assertThat(printed.exitCode()).isOne();
    assertThat(printed.text()).contains("FAILED  ", "Why it was answered so", "$7.00 a gram");
    assertThat(Files.readString(junit)).contains("<failure ", "<testsuite ");
    assertThat(Files.readString(html)).contains("scenarios failed", "$7.00 a gram");
  }

  @Test
  void the_last_line_of_mutate_is_the_score() {
    // When
    var whole = onShipped("mutate", "--table", "credit-life,credit-use", "--at-least", 100);
    var part = onShipped("mutate", "credit-use", "--table", "credit-life", "--at-least", 1);

    // Then
    assertThat(whole.exitCode()).as(whole.text()).isZero();
    assertThat(whole.lastLine()).matches("Mutation score (\\d+) of \\1, 100 %");
    assertThat(part.exitCode()).isOne();
    assertThat(part.lastLine()).matches("Mutation score 0 of \\d+, 0 %");
    assertThat(part.text()).contains("No scenario notices", "credit-life.xlsx C9", "shown by");
  }

  @Test
  void mutants_wait_until_every_scenario_passes() {
    // Given
    var copy = PolicyCopy.withSuites(ShippedPolicy.FOLDER, folder.resolve("policy"));
    copy.table("credit-use").change("B9", 2);

    // When
    var printed = ccs("mutate", "--policy", copy.folder(), "credit-use");

    // Then
    assertThat(printed.exitCode()).isOne();
    assertThat(printed.text()).contains("Mutants are tried once every scenario passes");
  }

  @Test
  void a_table_that_there_is_not_is_told_with_the_nearest() {
    // When
    var printed = onShipped("mutate", "--table", "credit-live");

    // Then
    assertThat(printed.exitCode()).isOne();
    assertThat(printed.text()).contains("is it `credit-life`?");
  }

  @Test
  void suggested_cases_pass_as_they_are_and_try_what_was_not() {
    // Given
    Path suggested = folder.resolve("suggested");

    // When
    var printed = test("credit-life", "--suggest", suggested);
    var again = test(suggested.resolve("suggested-suspension.xlsx"));

    // Then
    assertThat(printed.text()).contains("cases to confirm").doesNotContain("No case was found");
    assertThat(again.exitCode()).as(again.text()).isZero();
    assertThat(again.text()).contains("suggested-suspension  2 passed");
  }

  @Test
  void marked_copies_never_overwrite_what_they_are_copies_of() throws IOException {
    // Given
    Path suites = Files.createDirectories(folder.resolve("mine/scenarios"));
    Path suite = suite(suites.resolve("my.xlsx"));
    byte[] before = Files.readAllBytes(suite);

    // When
    var beside = test(suite, "--mark", folder.resolve("mine"));

    // Then
    assertThat(beside.exitCode()).isOne();
    assertThat(beside.text()).contains("has other files in it; name a new folder");
    assertThat(suite).hasBinaryContent(before);
  }

  @Test
  void a_marked_copy_is_run_with_another_folder_for_its_own_marks() throws IOException {
    // Given
    Path suite = suite(folder.resolve("my.xlsx"));
    Path marked = folder.resolve("marked");
    test(suite, "--mark", marked);
    Path copy = marked.resolve("scenarios/my.xlsx");
    byte[] before = Files.readAllBytes(copy);

    // When
    var same = test(copy, "--mark", marked);
    var other = test(copy, "--mark", folder.resolve("marked-again"));
    var again = test(suite, "--mark", marked);

    // Then
    assertThat(same.text()).contains("would overwrite it; name another folder");
    assertThat(copy).exists();
    assertThat(before).isNotEmpty();
    assertThat(other.exitCode()).as(other.text()).isZero();
    assertThat(again.exitCode()).as(again.text()).isZero();
  }

  @Test
  void two_suites_of_one_name_are_not_copied_to_one_file() throws IOException {
    // Given
    Path one = suite(folder.resolve("my.xlsx"));
    Path other = suite(Files.createDirectories(folder.resolve("sub")).resolve("my.xlsx"));

    // When
    var printed = test(one, other, "--mark", folder.resolve("marked"));

    // Then
    assertThat(printed.exitCode()).isOne();
    assertThat(printed.text()).contains("would be copied to");
  }

  @ParameterizedTest
  @CsvSource({
    "nowhere/suite.xlsx, There is no file",
    ", is a folder; name a file.",
  })
  void what_is_no_file_is_told_before_anything_is_run(String name, String told) {
    // When
    var printed = test(name == null ? folder : folder.resolve(name));

    // Then
    assertThat(printed.exitCode()).isOne();
    assertThat(printed.text()).contains(told).doesNotContain("scenarios passed");
  }

  @ParameterizedTest
  @CsvSource({"--html", "--junit"})
  void what_cannot_be_written_is_told_before_anything_is_run(String option) {
    // When
    var printed = test(option, folder, "credit-use");
    var nowhere = test(option, folder.resolve("nowhere/file"), "credit-use");

    // Then
    assertThat(printed.exitCode()).isOne();
    assertThat(printed.text()).contains("is a folder; name a file.").doesNotContain("passed");
    assertThat(nowhere.text()).contains("There is no folder").doesNotContain("passed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"test", "mutate"})
  void a_percentage_is_from_0_to_100(String command) {
    // When
    var much = onShipped(command, "--at-least", 101);
    var little = onShipped(command, "--at-least=-1");

    // Then
    assertThat(much.exitCode()).isEqualTo(2);
    assertThat(little.exitCode()).isEqualTo(2);
    assertThat(much.text()).contains("--at-least is from 0 to 100.");
  }

  @Test
  void faults_of_a_suite_are_told_and_not_blamed_on_its_name() throws IOException {
    // Given
    Path suite = folder.resolve("bad.yml");
    Files.writeString(
        suite, "suite: bad\ntitle: Bad\npurpose: Bad.\ntopic: nothing\nscenarios: []\n");

    // When
    var printed = test(suite);

    // Then
    assertThat(printed.exitCode()).isOne();
    assertThat(printed.text())
        .contains("unknown-suite-topic", "in the suites.")
        .doesNotContain("There is no suite");
  }

  @Test
  void decisions_are_recorded_and_run_again_whatever_the_file_is_called() {
    // Given
    Path data = folder.resolve("data");
    try (var service = RunningService.start(RunningService.SHIPPED_POLICY, data)) {
      String above = Samples.request();
      String below = above.replace("\"150\"", "\"90\"");
      assertThat(service.post("/decisions", above).status()).isEqualTo(201);
      assertThat(service.post("/decisions", below).status()).isEqualTo(201);
    }
    Path recorded = folder.resolve("2026-11.xlsx");

    // When
    var written = onShipped("scenario", "record", recorded, "--data", data);
    var run = test(recorded);

    // Then
    assertThat(written.exitCode()).as(written.text()).isZero();
    assertThat(written.text()).contains("2 cases");
    assertThat(run.exitCode()).as(run.text()).isZero();
    assertThat(run.text()).contains("recorded-2026-11  2 passed");
  }

  @Test
  void nothing_is_recorded_where_there_is_no_database_and_none_is_made() {
    // Given
    Path data = folder.resolve("mistyped");

    // When
    var printed = onShipped("scenario", "record", folder.resolve("r.yml"), "--data", data);

    // Then
    assertThat(printed.exitCode()).isOne();
    assertThat(printed.text()).contains("There is no database in");
    assertThat(data).doesNotExist();
  }

  @Test
  void a_version_is_named_by_digits_and_anything_else_is_told() {
    // When
    var digits = ccs("test", "--policy", "c23bd039", "--data", folder);
    var few = ccs("test", "--policy", "sha256:abc");

    // Then
    assertThat(digits.text()).contains("There is no database in");
    assertThat(few.text()).contains("names no version: write 8 to 64 hex digits");
  }

  private static Path suite(Path file) throws IOException {
    return Files.write(file, LargeSuite.of(3));
  }
}
