package nz.cleancar.cli;

import static nz.cleancar.cli.Terminal.ccs;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import nz.cleancar.testing.PolicyCopy;
import nz.cleancar.testing.ShippedPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenarioCommandsTest {

  @TempDir private Path folder;

  private Terminal.Printed test(Object... arguments) {
    return onShipped("test", arguments);
  }

  private static Terminal.Printed onShipped(String command, Object... arguments) {
    return ccs(
        Stream.concat(Stream.of(command, "--policy", ShippedPolicy.FOLDER), Stream.of(arguments))
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
    assertThat(printed.text()).contains("No scenario of `no-such-suite` was run");
  }

  @Test
  void a_name_beside_others_that_no_suite_has_is_told_too() {
    // When
    var printed = test("credit-life", "credit-lief");

    // Then
    assertThat(printed.exitCode()).isOne();
    assertThat(printed.text())
        .contains("16 of 16 scenarios passed.", "No scenario of `credit-lief` was run");
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
    assertThat(none.text()).contains("none has these tags");
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
}
