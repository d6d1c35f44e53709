package nz.cleancar.scenario.coverage;

import static nz.cleancar.testing.Tables.any;
import static nz.cleancar.testing.Tables.is;
import static nz.cleancar.testing.Tables.table;
import static nz.cleancar.testing.Tables.term;
import static nz.cleancar.testing.Tables.when;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import nz.cleancar.policy.Policy;
import nz.cleancar.policy.table.Condition;
import nz.cleancar.policy.table.Condition.Bound;
import nz.cleancar.policy.table.HitPolicy;
import nz.cleancar.policy.table.Kind;
import nz.cleancar.policy.table.PolicyTable;
import nz.cleancar.policy.table.Row;
import nz.cleancar.policy.table.Term;
import nz.cleancar.policy.table.Value;
import nz.cleancar.testing.ShippedPolicy;
import nz.cleancar.testing.Tables;
import org.junit.jupiter.api.Test;

final class CoverageRunTest {

  /** What is left of a charge may be asked for any day; without it rates need a target's day. */
  private static final String REMAINDERS = "charge-payment.drl";

  private static final Term WEIGHT =
      new Term("weight", "Weight", Kind.WHOLE, "kg", List.of(), true, "", BigDecimal.ZERO);
  private static final Term TYPE = term("type", Kind.WORD);
  private static final Term RATE = term("rate", Kind.WORD);

  private static Condition from(long first, long beyond) {
    return new Condition.Range(
        new Bound(Value.of(first), true), new Bound(Value.of(beyond), false));
  }

  private static Tables weights() {
    return table("weights").asks(WEIGHT, TYPE).answers(RATE);
  }

  private static final Value A = Value.of("A");
  private static final Value B = Value.of("B");

  @Test
  void a_row_that_answers_is_counted_and_the_others_are_untried() {
    // Given
    var asked =
        new AskedTable(weights().row(when(any(), is("A")), A).row(when(any(), is("B")), B).build());

    // When
    asked.ask(Value.of(1), A).ask(Value.of(2), A);

    // Then
    assertThat(asked.coverage().rows()).isEqualTo(new Share(1, 2));
    assertThat(asked.coverage().tried().getFirst().goal().says()).isEqualTo("weights row 9");
    assertThat(asked.coverage().tried().getFirst().times()).isEqualTo(2);
    assertThat(asked.untried()).contains("weights row 10").doesNotContain("weights row 9");
  }

  @Test
  void a_bound_wants_the_last_value_inside_and_the_first_outside() {
    // Given
    var asked = new AskedTable(weights().row(when(from(1200, 2000), is("A")), A).build());

    // When
    asked.ask(Value.of(1200), A).ask(Value.of(2000), A);

    // Then
    assertThat(asked.coverage().boundaries()).isEqualTo(new Share(2, 4));
    assertThat(asked.untried())
        .contains(
            "weights row 9, Weight just outside 1200 (1199)",
            "weights row 9, Weight just inside 2000 (1999)");
  }

  @Test
  void a_side_does_not_count_where_another_column_of_the_row_misses() {
    // Given
    var asked = new AskedTable(weights().row(when(from(1200, 2000), is("A")), A).build());

    // When
    asked.ask(Value.of(1199), B).ask(Value.of(1999), B);

    // Then
    assertThat(asked.coverage().boundaries()).isEqualTo(new Share(0, 4));
  }

  @Test
  void nothing_below_the_least_is_asked_for() {
    // Given
    var asked = new AskedTable(weights().row(when(from(0, 2000), any()), A).build());

    // When
    var boundaries = asked.coverage().boundaries();

    // Then
    assertThat(boundaries).isEqualTo(new Share(0, 3));
  }

  @Test
  void where_the_first_row_counts_inside_wants_the_row_itself() {
    // Given
    var asked =
        new AskedTable(
            weights()
                .hits(HitPolicy.FIRST)
                .row(when(any(), is("A")), A)
                .row(when(from(10, 20), any()), B)
                .build());

    // When
    asked.ask(Value.of(10), A).ask(Value.of(9), A);

    // Then
    assertThat(asked.untried())
        .contains("weights row 10, Weight just inside 10 (10)")
        .doesNotContain("weights row 10, Weight just outside 10 (9)");
  }

  @Test
  void several_rows_at_once_where_one_must_match_count_for_none() {
    // Given
    var asked =
        new AskedTable(weights().row(when(any(), any()), A).row(when(any(), is("A")), B).build());

    // When
    asked.ask(Value.of(1), A);

    // Then
    assertThat(asked.coverage().rows()).isEqualTo(new Share(0, 2));
  }

  @Test
  void each_value_of_a_list_is_to_be_tried_and_so_is_the_answer_where_no_row_matches() {
    // Given
    var asked =
        new AskedTable(weights().otherwise(B).row(when(any(), is("A", "B", "C")), A).build());

    // When
    asked.ask(Value.of(1), A).ask(Value.of(1), Value.of("D"));

    // Then
    assertThat(asked.coverage().values()).isEqualTo(new Share(1, 3));
    assertThat(asked.coverage().rows()).isEqualTo(new Share(2, 2));
    assertThat(asked.untried()).contains("weights row 9, type B", "weights row 9, type C");
  }

  @Test
  void a_word_among_several_counts_for_itself() {
    // Given
    var attribute = term("attribute", Kind.WORDS);
    var asked =
        new AskedTable(
            table("exclusions").asks(attribute).answers(RATE).row(when(is("X", "Y")), A).build());

    // When
    asked.ask(Value.of(List.of("Y", "Z")));

    // Then
    assertThat(asked.coverage().values()).isEqualTo(new Share(1, 2));
    assertThat(asked.untried()).contains("exclusions row 9, attribute X");
  }

  @Test
  void days_are_a_day_apart_and_decimals_may_be_asked_as_whole_numbers() {
    // Given
    var day = term("day", Kind.DAY);
    var grams = term("grams", Kind.DECIMAL);
    var asked =
        new AskedTable(
            table("both")
                .asks(day, grams)
                .answers(RATE)
                .row(
                    when(
                        Tables.between(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31)),
                        Tables.atLeast("100")),
                    A)
                .build());

    // When
    asked
        .ask(Value.of(LocalDate.of(2025, 12, 31)), Value.of(100))
        .ask(Value.of(LocalDate.of(2026, 12, 31)), Value.of(100));

    // Then
    assertThat(asked.untried())
        .containsExactly(
            "both row 9, day just inside 2026-01-01 (2026-01-01)",
            "both row 9, day just outside 2026-12-31 (2027-01-01)",
            "both row 9, grams just outside 100 (99.999999)",
            "Rule `Another` of rates");
  }

  @Test
  void the_first_scenario_and_the_rules_that_fired_are_told() {
    // Given
    var asked = new AskedTable(weights().row(when(any(), is("A")), A).build());

    // When
    var report = asked.ask(Value.of(1), A).ask(Value.of(1), A).report();

    // Then
    assertThat(report.cases()).isEqualTo(2);
    assertThat(report.ruleShare()).isEqualTo(new Share(1, 2));
    assertThat(report.tables().getFirst().tried().getFirst())
        .extracting(Tried::times, Tried::first)
        .containsExactly(2L, "question 1");
  }

  @Test
  void a_share_is_rounded_down_so_that_a_hundred_means_all() {
    // Given
    var nearly = new Share(9_999, 10_000);

    // When
    int percent = nearly.percent();

    // Then
    assertThat(percent).isEqualTo(99);
    assertThat(new Share(0, 0).percent()).isEqualTo(100);
    assertThat(new Share(7, 7).text()).isEqualTo("7 of 7 (100 %)");
  }

  @Test
  void what_the_rules_ask_before_the_table_that_lacks_a_row_is_to_be_tried() {
    // Given
    try (var shipped = ShippedPolicy.compiledWithout(REMAINDERS);
        var later = ShippedPolicy.compiledWith(ratesFrom2030(shipped.policy()), shipped.policy())) {
      var whole = new CoverageRun(shipped).report();

      // When
      var report = new CoverageRun(later).report();

      // Then
      for (String table : List.of("annual-targets", "weight-adjustment")) {
        assertThat(report.table(table).orElseThrow().boundaries())
            .isEqualTo(whole.table(table).orElseThrow().boundaries());
      }
      assertThat(report.notAsked())
          .extracting(each -> each.side().table().id())
          .containsOnly("charge-rates");
    }
  }

  /** A gap of two years, in which vehicles below their target are still answered. */
  private static PolicyTable ratesFrom2030(Policy policy) {
    var rates = policy.table("charge-rates").orElseThrow();
    var first = Value.of(LocalDate.of(2028, 1, 1));
    var from = new Condition.Range(new Bound(Value.of(LocalDate.of(2030, 1, 1)), true), null);
    var later =
        rates.with(
            rates.rows().stream()
                .map(
                    row ->
                        new Row(
                            row.number(),
                            row.cells(),
                            row.conditions().stream()
                                .map(each -> startsOn(first, each) ? from : each)
                                .toList(),
                            row.outcomes(),
                            row.source(),
                            row.standing(),
                            row.note()))
                .toList());
    assertThat(later.rows()).isNotEqualTo(rates.rows());
    return later;
  }

  private static boolean startsOn(Value day, Condition condition) {
    return condition instanceof Condition.Range range
        && range.lower().filter(bound -> bound.value().equals(day)).isPresent();
  }

  @Test
  void days_that_another_table_of_the_group_has_no_row_for_cannot_be_asked() {
    // Given
    try (var policy = ShippedPolicy.compiledWithout(REMAINDERS)) {

      // When
      var report = new CoverageRun(policy).report();

      // Then
      assertThat(report.notAsked())
          .hasSize(4)
          .allSatisfy(
              each -> {
                assertThat(each.side().table().id()).isEqualTo("charge-rates");
                assertThat(each.side().inside()).isFalse();
                assertThat(each.why())
                    .isEqualTo(
                        "Annual targets has no row for 2022-12-31, and the tables answer"
                            + " together.");
              });
      assertThat(report.untried())
          .doesNotContainAnyElementsOf(report.notAsked().stream().map(NotAsked::side).toList());
    }
  }
}
