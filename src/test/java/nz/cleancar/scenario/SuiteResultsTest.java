package nz.cleancar.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import nz.cleancar.policy.CompiledPolicy;
import nz.cleancar.policy.Finding;
import nz.cleancar.policy.Policy;
import nz.cleancar.policy.xlsx.XlsxWorkbookMarker;
import nz.cleancar.scenario.xlsx.XlsxSuiteReader;
import nz.cleancar.testing.ShippedPolicy;
import nz.cleancar.testing.SuiteBook;
import nz.cleancar.testing.Zips;
import org.junit.jupiter.api.Test;

final class SuiteResultsTest {

  private static final Policy POLICY = ShippedPolicy.read();
  private static final CompiledPolicy RULES = ShippedPolicy.compiled(POLICY);

  private static final byte[] WORKBOOK =
      SuiteBook.vehicles("charges")
          .header("Scenario", "CO2", "expect → Outcome", "expect → Charge (NZD)")
          .row("right", 150, "AWAIT_ACCEPTANCE", null)
          .row("wrong", 150, "AUTO_ACCEPT", 5)
          .row("undecided", "none", "REFUSE", null)
          .bytes();

  private static List<Scenario> scenarios(byte[] workbook) {
    var scenarios = new ArrayList<Scenario>();
    var contents = new XlsxSuiteReader().read("charges.xlsx", workbook, POLICY, scenarios::add);
    assertThat(contents.findings()).isEmpty();
    return scenarios;
  }

  private static SuiteResults results(SuiteResults results) {
    scenarios(WORKBOOK).forEach(scenario -> results.add(ScenarioRunner.run(RULES, scenario)));
    return results;
  }

  @Test
  void each_missed_expectation_is_a_finding_and_each_met_one_is_green() {
    // When
    var results = results(new SuiteResults());

    // Then
    assertThat(results.findings())
        .extracting(finding -> finding.code() + "@" + finding.place().cell())
        .containsExactly("expectation@C21", "expectation@D21", "expectation@C22");
    assertThat(results.findings().getFirst().expected())
        .isEqualTo("Outcome AUTO_ACCEPT of `wrong`");
    assertThat(results.findings().getFirst().found()).isEqualTo("AWAIT_ACCEPTANCE");
    assertThat(results.findings().getLast().found()).startsWith("UNDECIDED (");
    assertThat(results.shades()).extracting(shade -> shade.place().cell()).containsExactly("C20");
  }

  @Test
  void no_more_is_held_than_the_limits() {
    // When
    var results = results(new SuiteResults(new SuiteResults.Limits(1, 0)));

    // Then
    assertThat(results.findings())
        .extracting(Finding::code, Finding::found)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("expectation", "AWAIT_ACCEPTANCE"),
            org.assertj.core.groups.Tuple.tuple("more-findings", "2 more"));
    assertThat(results.shades()).isEmpty();
  }

  @Test
  void a_marked_suite_reads_as_the_unmarked() {
    // Given
    var results = results(new SuiteResults());

    // When
    byte[] marked =
        new XlsxWorkbookMarker()
            .mark("charges.xlsx", WORKBOOK, results.findings(), results.shades());

    // Then
    assertThat(scenarios(marked)).isEqualTo(scenarios(WORKBOOK));
    assertThat(Zips.entries(marked)).containsKey("xl/worksheets/sheet2.xml");
  }

  @Test
  void a_suite_that_was_marked_and_then_mended_comes_back_without_marks() {
    // Given
    var results = results(new SuiteResults());
    byte[] marked =
        new XlsxWorkbookMarker()
            .mark("charges.xlsx", WORKBOOK, results.findings(), results.shades());

    // When
    byte[] again = new XlsxWorkbookMarker().mark("charges.xlsx", marked, List.of());

    // Then
    assertThat(Zips.text(again, "xl/worksheets/sheet1.xml"))
        .doesNotContain("conditionalFormatting");
    assertThat(Zips.entries(again)).doesNotContainKey("xl/worksheets/sheet2.xml");
  }
}
