package nz.cleancar.scenario.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nz.cleancar.policy.Finding;
import nz.cleancar.policy.Place;
import nz.cleancar.policy.Policy;
import nz.cleancar.policy.table.Value;
import nz.cleancar.scenario.Expectation;
import nz.cleancar.scenario.Scenario;
import nz.cleancar.scenario.ScenarioRunner;
import nz.cleancar.scenario.SuiteReader;
import nz.cleancar.testing.ShippedPolicy;
import nz.cleancar.testing.SuiteBook;
import org.junit.jupiter.api.Test;

final class XlsxSuiteReaderTest {

  private static final Policy POLICY = ShippedPolicy.read();

  private final List<Scenario> cases = new ArrayList<>();

  private SuiteReader.Contents read(byte[] workbook) {
    return new XlsxSuiteReader().read("charges.xlsx", workbook, POLICY, cases::add);
  }

  private static SuiteBook charges() {
    return SuiteBook.vehicles("charges")
        .header("Scenario", "CO2 (g/km)", "expect → Outcome", "expect → Charge (NZD)");
  }

  @Test
  void a_case_is_given_what_its_row_says_and_else_what_the_suite_does() {
    // Given
    var workbook = charges().row("above target", 170.5, "AWAIT_ACCEPTANCE", null).bytes();

    // When
    var contents = read(workbook);

    // Then
    assertThat(contents.findings()).isEmpty();
    assertThat(cases).hasSize(1);
    var given = cases.getFirst().given();
    assertThat(given.topic()).isEqualTo("vehicle");
    assertThat(given.values())
        .containsEntry("co2", Value.of(new BigDecimal("170.5")))
        .containsEntry("tareWeight", Value.of(1500))
        .containsEntry("legalDate", Value.of(LocalDate.of(2026, 3, 2)))
        .containsEntry("autoAcceptAtOrBelowTarget", Value.of(true))
        .containsEntry("attribute", Value.of(List.<String>of()));
  }

  @Test
  void a_fact_is_left_out_although_all_cases_are_given_it() {
    // Given
    var workbook = charges().row("without CO2", "none", "UNDECIDED", null).bytes();

    // When
    read(workbook);

    // Then
    assertThat(cases.getFirst().given().values()).doesNotContainKey("co2");
  }

  @Test
  void every_kind_of_expectation_is_read_with_its_cell() {
    // Given
    var workbook =
        SuiteBook.vehicles("charges")
            .header(
                "expect → Charge (NZD)",
                "expect → Target",
                "Scenario",
                "expect -> Outcome",
                "expect → Reason codes",
                "expect → Rows used",
                "expect → Exclusion ground",
                "expect → Expires on",
                "expect → May be certified",
                "expect → Because",
                "Reason",
                "Tags")
            .row(
                "248.40 ± 0.05",
                108.6,
                "a case",
                "AWAIT_ACCEPTANCE",
                "above-target; other",
                "charge-rates 17;annual-targets 12",
                "none",
                LocalDate.of(2026, 3, 2),
                "no",
                "It waits.",
                "domain.md, P1",
                "published; boundary")
            .bytes();

    // When
    var contents = read(workbook);

    // Then
    assertThat(contents.findings()).isEmpty();
    var found = cases.getFirst();
    assertThat(found.name()).isEqualTo("a case");
    assertThat(found.reason()).isEqualTo("domain.md, P1");
    assertThat(found.tags()).containsExactly("published", "boundary");
    assertThat(found.place()).isEqualTo(new Place("charges.xlsx", "Suite", "C20"));
    assertThat(found.expectations())
        .extracting(each -> each.place().cell() + " " + each.heading() + " " + each.text())
        .containsExactly(
            "A20 Charge (NZD) 248.40 ± 0.05",
            "B20 Target (g CO2/km) 108.6",
            "D20 Outcome AWAIT_ACCEPTANCE",
            "E20 Reason codes above-target; other",
            "F20 Rows used charge-rates 17; annual-targets 12",
            "G20 Exclusion ground none",
            "H20 Expires on 2026-03-02",
            "I20 May be certified no",
            "J20 Because It waits.");
    assertThat(found.expectations().get(5)).isInstanceOf(Expectation.Nothing.class);
  }

  @Test
  void a_workbook_has_a_suite_on_each_sheet() {
    // Given
    var workbook =
        SuiteBook.workbook(
            charges().row("one", 150, "AWAIT_ACCEPTANCE", null),
            SuiteBook.suite("lives", "credit-life")
                .onSheet("Lives")
                .header("Scenario", "Earned on", "Legal date", "expect → Outcome")
                .row("two", "2026-03-02", "2026-03-02", "DECIDED"));

    // When
    var contents = read(workbook);

    // Then
    assertThat(contents.suites())
        .extracting(suite -> suite.id())
        .containsExactly("charges", "lives");
    assertThat(cases).extracting(each -> each.suite().sheet()).containsExactly("Suite", "Lives");
  }

  @Test
  void a_case_with_a_mistake_is_left_out_and_the_others_are_not() {
    // Given
    var workbook =
        charges()
            .row("one", "about 150", "AWAIT_ACCEPTANCE", null)
            .row("two", 150, "AWAIT_ACCEPTANCE", null)
            .bytes();

    // When
    var contents = read(workbook);

    // Then
    assertThat(contents.findings())
        .extracting(Finding::code, finding -> finding.place().cell())
        .containsExactly(org.assertj.core.groups.Tuple.tuple("not-a-number", "B20"));
    assertThat(cases).extracting(Scenario::name).containsExactly("two");
  }

  @Test
  void what_is_read_can_be_run() {
    // Given
    var rules = ShippedPolicy.compiled(POLICY);
    var workbook = charges().row("one", 150, "AWAIT_ACCEPTANCE", 1).bytes();

    // When
    read(workbook);
    var verdict = ScenarioRunner.run(rules, cases.getFirst());

    // Then
    assertThat(verdict.misses())
        .extracting(miss -> miss.expectation().heading())
        .containsExactly("Charge (NZD)");
  }
}
