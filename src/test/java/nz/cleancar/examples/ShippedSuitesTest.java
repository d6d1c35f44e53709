package nz.cleancar.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import nz.cleancar.policy.CompiledPolicy;
import nz.cleancar.policy.PolicyFolder;
import nz.cleancar.scenario.Scenario;
import nz.cleancar.scenario.Selection;
import nz.cleancar.scenario.SuiteFile;
import nz.cleancar.scenario.Suites;
import nz.cleancar.scenario.Verdict;
import nz.cleancar.scenario.coverage.CoverageRun;
import nz.cleancar.scenario.mutation.Mutation;
import nz.cleancar.scenario.mutation.MutationReport;
import nz.cleancar.scenario.mutation.MutationRun;
import nz.cleancar.scenario.xlsx.XlsxSuiteReader;
import nz.cleancar.scenario.yaml.YamlSuiteReader;
import nz.cleancar.testing.ShippedPolicy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The suites of {@code scenarios/}, on the policy that they prove. */
final class ShippedSuitesTest {

  private static final int MOST_ROWS_TO_READ = 60;

  private static final List<Scenario> scenarios = new ArrayList<>();
  private static final List<Verdict> failed = new ArrayList<>();
  private static CompiledPolicy policy;
  private static CoverageRun coverage;
  private static Suites.Results results;

  @BeforeAll
  static void run_them() {
    policy = ShippedPolicy.compiled();
    coverage = new CoverageRun(policy);
    results =
        new Suites(List.of(new XlsxSuiteReader(), new YamlSuiteReader()))
            .run(
                policy,
                SuiteFile.of(new PolicyFolder(ShippedPolicy.FOLDER).read().sources()),
                Selection.ALL,
                (verdict, watched) -> {
                  scenarios.add(verdict.scenario());
                  coverage.add(verdict.scenario(), watched);
                  if (!verdict.passed()) {
                    failed.add(verdict);
                  }
                });
  }

  @AfterAll
  static void close() {
    policy.close();
  }

  @Test
  void every_suite_can_be_read() {
    assertThat(results.findings()).isEmpty();
    assertThat(results.suites()).isNotEmpty();
  }

  @Test
  void every_scenario_passes() {
    assertThat(failed.stream().map(ShippedSuitesTest::text)).isEmpty();
    assertThat(results.isGreen()).isTrue();
  }

  @Test
  void every_scenario_says_why_it_is_there() {
    assertThat(scenarios)
        .filteredOn(scenario -> scenario.reason().isEmpty())
        .extracting(Scenario::name)
        .isEmpty();
  }

  @Test
  void every_suite_can_be_taken_in_by_a_person() {
    assertThat(results.suites())
        .allSatisfy(
            suite ->
                assertThat(suite.passed() + suite.failed())
                    .as(suite.suite().id())
                    .isLessThanOrEqualTo(MOST_ROWS_TO_READ));
  }

  @Test
  void every_row_value_boundary_and_rule_is_tried() {
    var report = coverage.report();

    assertThat(report.untried()).isEmpty();
    assertThat(report.isComplete()).isTrue();
  }

  @Test
  void every_change_of_a_cell_that_matters_is_noticed() {
    // When
    var mutation =
        new MutationRun(policy, scenarios, MutationRun.Options.USUAL)
            .tryAll(MutationRun.Progress.silent());

    // Then
    assertThat(mutation)
        .isInstanceOfSatisfying(
            Mutation.Tried.class,
            tried -> {
              assertThat(tried.report().survivors().stream().map(ShippedSuitesTest::text))
                  .isEmpty();
              assertThat(tried.report().score().killed()).isPositive();
            });
  }

  private static String text(Verdict verdict) {
    return verdict.scenario().place()
        + ", "
        + verdict.scenario().name()
        + verdict.misses().stream()
            .map(
                miss ->
                    "; %s expected %s, found %s"
                        .formatted(
                            miss.expectation().heading(), miss.expectation().text(), miss.found()))
            .collect(Collectors.joining());
  }

  private static String text(MutationReport.Trial trial) {
    return trial.mutant().text();
  }
}
