package nz.cleancar.report;

import static nz.cleancar.testing.Tables.any;
import static nz.cleancar.testing.Tables.atLeast;
import static nz.cleancar.testing.Tables.is;
import static nz.cleancar.testing.Tables.table;
import static nz.cleancar.testing.Tables.term;
import static nz.cleancar.testing.Tables.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.List;
import nz.cleancar.policy.PolicyVersion;
import nz.cleancar.policy.RuleName;
import nz.cleancar.policy.Shade;
import nz.cleancar.policy.table.Kind;
import nz.cleancar.policy.table.PolicyTable;
import nz.cleancar.policy.table.Value;
import nz.cleancar.scenario.coverage.CoverageReport;
import nz.cleancar.scenario.coverage.Goal;
import nz.cleancar.scenario.coverage.NotAsked;
import nz.cleancar.scenario.coverage.Suggestion;
import nz.cleancar.scenario.coverage.TableCoverage;
import nz.cleancar.scenario.coverage.Tried;
import org.junit.jupiter.api.Test;

final class HtmlReportTest {

  private static final String HOSTILE = "<script>alert('x')</script>\" onload=\"y";

  private static final PolicyTable TABLE =
      table("rates")
          .asks(term("grams", Kind.DECIMAL), term("type", Kind.WORD))
          .answers(term("rate", Kind.WORD))
          .row(when(atLeast("1200"), is("A", "B")), Value.of("HIGH"))
          .row(when(any(), any()), Value.of(HOSTILE))
          .build();

  private static CoverageReport coverage() {
    var first = TABLE.rows().getFirst();
    var bound = Value.of(new BigDecimal("1200"));
    var outside = Value.of(new BigDecimal("1199"));
    return new CoverageReport(
        new PolicyVersion("sha256:" + "0".repeat(64)),
        3,
        List.of(
            new TableCoverage(
                TABLE,
                List.of(
                    new Tried(new Goal.Fires(TABLE, first), 12, "charges: " + HOSTILE),
                    new Tried(new Goal.Side(TABLE, first, 0, bound, bound, true, true), 1, "x"),
                    new Tried(new Goal.Side(TABLE, first, 0, outside, bound, true, false), 0, ""),
                    new Tried(new Goal.Listed(TABLE, first, 1, Value.of("A")), 12, "x"),
                    new Tried(new Goal.Listed(TABLE, first, 1, Value.of("B")), 0, ""),
                    new Tried(new Goal.Fires(TABLE, TABLE.rows().getLast()), 0, "")),
                List.of(
                    new NotAsked(
                        new Goal.Side(TABLE, first, 0, outside, bound, true, false),
                        "No table has it.")))),
        List.of(new Tried(new Goal.RuleFires(new RuleName("rates", HOSTILE)), 0, "")));
  }

  private static String page(RunResult run) {
    var out = new StringWriter();
    new HtmlReport().write(run, coverage(), List.of(), out);
    return out.toString();
  }

  private static RunResult failures(int count, int most) {
    var gathering = new RunResult.Gathering(most);
    for (int i = 0; i < count; i++) {
      gathering.add(Verdicts.failed(Verdicts.CHARGES, HOSTILE + i, HOSTILE, HOSTILE));
    }
    return gathering.result();
  }

  @Test
  void nothing_that_a_suite_or_policy_says_becomes_markup() {
    // Given
    var run = failures(1, 5);

    // When
    String page = page(run);

    // Then
    assertThat(page)
        .contains("&lt;script&gt;alert", "first by charges: ")
        .doesNotContain("<script")
        .doesNotContainPattern("<[^<>]*\" onload=\"y");
  }

  @Test
  void the_page_needs_nothing_but_itself() {
    // Given
    var run = failures(1, 5);

    // When
    String page = page(run);

    // Then
    assertThat(page)
        .contains("default-src 'none'")
        .doesNotContainPattern("(src|href)=\"(?!#)")
        .doesNotContain("url(", "@import", "http://", "https://");
  }

  @Test
  void only_the_first_failures_are_shown_and_the_rest_is_counted() {
    // Given
    var run = failures(7, 3);

    // When
    String page = page(run);

    // Then
    assertThat(page.split("class=\"miss\"", -1)).hasSize(4);
    assertThat(page).contains("4 more failed").contains("7 of 7 scenarios failed");
  }

  @Test
  void faults_of_suites_come_first_and_the_page_is_not_green() {
    // Given
    var gathering = new RunResult.Gathering();
    gathering.add(Verdicts.passed(Verdicts.CHARGES, "one"));
    gathering.add(Verdicts.passed(Verdicts.CHARGES, "two"));
    gathering.add(Verdicts.FAULT);
    gathering.add(Verdicts.WARNING);

    // When
    String page = page(gathering.result());

    // Then
    assertThat(page)
        .contains("class=\"headline red\"", "<h3>1 suite has faults</h3>")
        .contains("<td>charges.xlsx, sheet Cases, cell D20</td><td>a number</td><td>`some`</td>")
        .contains("The 2 scenarios that could be read passed")
        .doesNotContain("headline green", "All 2 scenarios passed");
    assertThat(page.indexOf("id=\"faults\"")).isLessThan(page.indexOf("class=\"tiles\""));
  }

  @Test
  void a_run_of_nothing_is_told_as_such() {
    // Given
    var run = new RunResult.Gathering().result();

    // When
    String page = page(run);

    // Then
    assertThat(page)
        .contains("class=\"headline red\"><strong>No scenario was run.</strong>")
        .contains("none was run")
        .doesNotContain("scenarios passed", "id=\"faults\"");
  }

  @Test
  void a_page_is_green_where_all_was_met() {
    // Given
    var gathering = new RunResult.Gathering();
    gathering.add(Verdicts.passed(Verdicts.CHARGES, "one"));
    gathering.add(Verdicts.passed(Verdicts.CHARGES, "two"));

    // When
    String page = page(gathering.result());

    // Then
    assertThat(page).contains("headline green\"><strong>All 2 scenarios passed");
  }

  @Test
  void nothing_is_said_of_changes_and_ready_cases_that_were_not_looked_for() {
    // Given
    var run = failures(1, 5);
    var suggestions =
        coverage().untried().stream().<Suggestion>map(Suggestion.NoneFound::new).toList();

    // When
    String without = page(run);
    var with = new StringWriter();
    new HtmlReport().write(run, coverage(), suggestions, with);

    // Then
    assertThat(without)
        .contains(">Not covered</a>")
        .doesNotContain("Changes noticed", "with suggestions", "What the policy answers today");
    assertThat(with.toString())
        .contains("Not covered, with suggestions", "What the policy answers today")
        .contains("<td>no question was found</td>");
  }

  @Test
  void what_is_not_covered_is_said_in_words_at_its_cell() {
    // Given
    var run = new RunResult.Gathering().result();

    // When
    String page = page(run);

    // Then
    assertThat(page)
        .contains("bound 1200: 1199 not tried", "B not tried", "1199 cannot be asked")
        .contains("<td class=\"n fired\">never</td>", "<td class=\"n fired\">12 ×</td>")
        .contains("No table has it.");
  }

  @Test
  void shades_colour_rows_by_how_often_they_fired_and_mark_what_is_not_tried() {
    // Given
    var report = coverage();

    // When
    var shades = CoverageShades.of(report);

    // Then
    assertThat(shades)
        .extracting(shade -> shade.place().cell(), Shade::tint, Shade::note)
        .containsExactlyInAnyOrder(
            tuple("A9:F9", Shade.Tint.LIGHT, ""),
            tuple("A10:F10", Shade.Tint.BAD, "never fired"),
            tuple("A9", Shade.Tint.BAD, "bound 1200: 1199 not tried"),
            tuple("B9", Shade.Tint.BAD, "B not tried"));
  }
}
