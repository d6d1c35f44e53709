package nz.cleancar.scenario.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import nz.cleancar.policy.CompiledPolicy;
import nz.cleancar.policy.PolicyVersion;
import nz.cleancar.scenario.Expectation;
import nz.cleancar.scenario.Scenario;
import nz.cleancar.scenario.ScenarioRunner;
import nz.cleancar.testing.ShippedPolicy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SuggestionsTest {

  private CompiledPolicy policy;
  private CoverageReport nothing;
  private List<Suggestion> suggestions;

  @BeforeAll
  void suggest_for_all_of_the_shipped_policy() {
    policy = ShippedPolicy.compiled();
    nothing = new CoverageRun(policy).report();
    suggestions = new Suggestions(policy).forUntried(nothing);
  }

  @AfterAll
  void close() {
    policy.close();
  }

  private List<Suggestion.Ready> ready() {
    return suggestions.stream()
        .filter(Suggestion.Ready.class::isInstance)
        .map(Suggestion.Ready.class::cast)
        .toList();
  }

  private List<Scenario> scenarios() {
    return ready().stream().map(Suggestion.Ready::scenario).toList();
  }

  @Test
  void from_no_scenario_at_all_everything_of_the_shipped_policy_gets_a_case() {
    // Given
    var run = new CoverageRun(policy);

    // When
    scenarios().forEach(scenario -> run.add(scenario, policy.watch(scenario.given())));

    // Then
    assertThat(suggestions).noneMatch(Suggestion.NoneFound.class::isInstance);
    assertThat(run.report().untried()).extracting(Goal::says).isEmpty();
    assertThat(run.report().isComplete()).isTrue();
  }

  @Test
  void a_case_expects_what_the_policy_answers_today() {
    // Given
    var scenarios = scenarios();

    // When
    var verdicts =
        scenarios.stream().map(scenario -> ScenarioRunner.run(policy, scenario)).toList();

    // Then
    assertThat(verdicts).allMatch(verdict -> verdict.passed());
    assertThat(scenarios)
        .allSatisfy(
            scenario ->
                assertThat(scenario.expectations())
                    .hasAtLeastOneElementOfType(Expectation.Outcome.class)
                    .hasAtLeastOneElementOfType(Expectation.ReasonCodes.class));
  }

  @Test
  void cases_are_named_for_what_they_try_and_wait_for_a_person() {
    // Given
    var scenarios = scenarios();

    // When
    var names = scenarios.stream().map(Scenario::name).toList();

    // Then
    assertThat(names).doesNotHaveDuplicates();
    assertThat(names)
        .contains("Charge rates row 17, Legal date just inside 2026-01-01 (2026-01-01)");
    assertThat(scenarios).allMatch(scenario -> scenario.tags().equals(List.of(Suggestions.TAG)));
  }

  @Test
  void a_decided_case_is_preferred_and_undecided_is_only_what_no_row_answers() {
    // Given
    var undecided =
        ready().stream()
            .filter(each -> each.scenario().expectations().getFirst().text().equals("UNDECIDED"))
            .toList();

    // When
    var goals = undecided.stream().map(Suggestion.Ready::goal).toList();

    // Then
    assertThat(goals)
        .allMatch(goal -> goal instanceof Goal.Side side && !side.inside())
        .extracting(Goal::says)
        .allMatch(
            says ->
                Stream.of("Credit life", "Charge rates", "Fleet accrual")
                    .anyMatch(says::startsWith));
  }

  @Test
  void the_same_report_gives_the_same_cases_and_only_for_what_is_left() {
    // Given
    var run = new CoverageRun(policy);
    scenarios().stream()
        .skip(5)
        .forEach(scenario -> run.add(scenario, policy.watch(scenario.given())));
    var report = run.report();

    // When
    var once = new Suggestions(policy).forUntried(report);
    var again = new Suggestions(policy).forUntried(report);

    // Then
    assertThat(once).isNotEmpty().hasSizeLessThanOrEqualTo(report.untried().size());
    assertThat(again.toString()).isEqualTo(once.toString());
  }

  @Test
  void a_report_about_another_policy_is_refused() {
    // Given
    var other =
        new CoverageReport(new PolicyVersion("sha256:" + "0".repeat(64)), 0, List.of(), List.of());

    // When, Then
    assertThatThrownBy(() -> new Suggestions(policy).forUntried(other))
        .hasMessage("The report is about another policy.");
  }
}
