package nz.cleancar.policy.analysis;

import static nz.cleancar.testing.Tables.any;
import static nz.cleancar.testing.Tables.below;
import static nz.cleancar.testing.Tables.between;
import static nz.cleancar.testing.Tables.is;
import static nz.cleancar.testing.Tables.policy;
import static nz.cleancar.testing.Tables.table;
import static nz.cleancar.testing.Tables.term;
import static nz.cleancar.testing.Tables.when;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.Statistics;
import nz.cleancar.policy.Policy;
import nz.cleancar.policy.RuleSet;
import nz.cleancar.policy.analysis.ChangedRegion.Asked;
import nz.cleancar.policy.analysis.ChangedRegion.OutcomeChange;
import nz.cleancar.policy.table.Condition;
import nz.cleancar.policy.table.Condition.Bound;
import nz.cleancar.policy.table.HitPolicy;
import nz.cleancar.policy.table.Kind;
import nz.cleancar.policy.table.PolicyTable;
import nz.cleancar.policy.table.Row;
import nz.cleancar.policy.table.Term;
import nz.cleancar.policy.table.Value;
import nz.cleancar.testing.Tables;
import org.junit.jupiter.api.Test;

class MeaningComparisonTest {

  private static final Term SCHEME =
      new Term("scheme", "Scheme", Kind.WORD, "", List.of("PAYG", "FLEET"), false, "A scheme.");
  private static final Term DAY = new Term("day", "Day", Kind.DAY, "", List.of(), false, "A day.");
  private static final Term WEIGHT =
      new Term("weight", "Weight", Kind.WHOLE, "kg", List.of(), false, "A weight.");
  private static final Term AGE = term("age", Kind.WHOLE);
  private static final Term MARKS =
      new Term("marks", "Marks", Kind.WORDS, "", List.of(), false, "Marks.");
  private static final Term RATE =
      new Term("rate", "Rate", Kind.WHOLE, "NZD", List.of(), false, "A rate.");
  private static final LocalDate NEW_YEAR = LocalDate.of(2026, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2027, 12, 31);

  @Test
  void a_rate_that_changes_is_one_region_with_the_rate_before_and_after() {
    // Given
    var before = rates().row(when(is("PAYG"), between(NEW_YEAR, LAST)), rate(27));
    var after = rates().row(when(is("PAYG"), between(NEW_YEAR, LAST)), rate(6));

    // When
    var regions = compare(before, after).regions();

    // Then
    assertThat(regions).hasSize(1);
    var region = regions.getFirst();
    assertThat(region.asked())
        .containsExactly(new Asked(SCHEME, "PAYG"), new Asked(DAY, "[2026-01-01..2027-12-31]"));
    assertThat(region.outcomes()).containsExactly(new OutcomeChange(RATE, "27", "6"));
    assertThat(region.rowsBefore()).extracting(Row::cells).containsExactly("A9:F9");
  }

  @Test
  void a_row_that_went_leaves_its_questions_undecided() {
    // Given
    var before =
        rates().row(when(is("PAYG"), any()), rate(6)).row(when(is("FLEET"), any()), rate(7));
    var after = rates().row(when(is("PAYG"), any()), rate(6));

    // When
    var regions = compare(before, after).regions();

    // Then
    assertThat(regions).hasSize(1);
    assertThat(regions.getFirst().asked())
        .containsExactly(new Asked(SCHEME, "FLEET"), new Asked(DAY, "any"));
    assertThat(regions.getFirst().change().after()).isEqualTo(new Answer.NoRow());
    assertThat(regions.getFirst().rowsAfter()).isEmpty();
  }

  @Test
  void a_moved_bound_is_said_as_the_tables_say_it() {
    // Given
    var before =
        weights().row(when(below("1200")), rate(1)).row(when(Tables.atLeast("1200")), rate(2));
    var after =
        weights().row(when(below("1300")), rate(1)).row(when(Tables.atLeast("1300")), rate(2));

    // When
    var regions = compare(before, after).regions();

    // Then
    assertThat(regions).hasSize(1);
    assertThat(regions.getFirst().asked()).containsExactly(new Asked(WEIGHT, "[1200..1300)"));
  }

  @Test
  void cells_that_mean_nothing_are_told_as_such() {
    // Given
    var before =
        rates().row(when(is("PAYG"), any()), rate(6)).row(when(is("FLEET"), any()), rate(6));
    var after = rates().says("It costs {rate}.").row(when(any(), any()), rate(6));

    // When
    var comparison = compare(before, after);

    // Then
    assertThat(comparison.tables()).isEmpty();
    assertThat(comparison.proof().sameMeaning()).containsExactly("rates");
    assertThat(comparison.proof().isSame()).isTrue();
  }

  @Test
  void rows_in_another_order_mean_the_same_unless_the_first_counts() {
    // Given
    var rows = List.of(when(is("PAYG"), any()), when(any(), any()));

    // When
    var collected =
        compare(two(HitPolicy.COLLECT, rows, 6, 7), two(HitPolicy.COLLECT, rows.reversed(), 7, 6));
    var first =
        compare(two(HitPolicy.FIRST, rows, 6, 7), two(HitPolicy.FIRST, rows.reversed(), 7, 6));

    // Then
    assertThat(collected.proof().isSame()).isTrue();
    assertThat(first.regions())
        .singleElement()
        .satisfies(
            region -> {
              assertThat(region.asked()).contains(new Asked(SCHEME, "PAYG"));
              assertThat(region.outcomes()).containsExactly(new OutcomeChange(RATE, "6", "7"));
            });
  }

  @Test
  void a_column_that_only_one_side_has_is_any_on_the_other() {
    // Given
    var before = table("rates").asks(SCHEME).answers(RATE).row(when(is("PAYG")), rate(6));
    var after =
        rates()
            .row(when(is("PAYG"), between(NEW_YEAR, LAST)), rate(6))
            .row(
                when(is("PAYG"), new Condition.Range(null, new Bound(Value.of(NEW_YEAR), false))),
                rate(5));

    // When
    var regions = compare(before, after).regions();

    // Then
    assertThat(regions.stream().map(region -> region.asked().getLast().text()))
        .containsExactlyInAnyOrder("<= 2025-12-31", ">= 2028-01-01");
  }

  @Test
  void a_value_that_may_be_left_out_is_a_case_of_its_own() {
    // Given
    var before = table("old").asks(AGE).answers(RATE).row(when(any()), rate(6));
    var after =
        table("old")
            .asks(AGE)
            .answers(RATE)
            .row(when(new Condition.Range(new Bound(Value.of(0), true), null)), rate(6));

    // When
    var regions = compare(before, after).regions();

    // Then
    assertThat(regions.stream().map(region -> region.asked().getFirst().text()))
        .containsExactlyInAnyOrder("not given", "< 0");
  }

  @Test
  void of_several_words_those_are_said_that_matter() {
    // Given
    var before =
        table("grounds")
            .hits(HitPolicy.COLLECT)
            .otherwise(rate(0))
            .asks(MARKS)
            .answers(RATE)
            .row(when(is("RACING")), rate(1));
    var after =
        table("grounds")
            .hits(HitPolicy.COLLECT)
            .otherwise(rate(0))
            .asks(MARKS)
            .answers(RATE)
            .row(when(is("RACING")), rate(1))
            .row(when(is("FARM")), rate(2));

    // When
    var regions = compare(before, after).regions();

    // Then
    assertThat(regions)
        .extracting(
            region ->
                region.asked().getFirst().text()
                    + ": "
                    + region.outcomes().getFirst().before()
                    + " → "
                    + region.outcomes().getFirst().after())
        .containsExactlyInAnyOrder(
            "FARM without RACING: 0 → 2", "RACING and FARM: nothing more → 2");
  }

  @Test
  void nothing_is_proved_where_rules_or_words_changed() {
    // Given
    var table = rates().row(when(any(), any()), rate(6)).build();
    var policy = policy("", table);
    var otherRules =
        new Policy(
            policy.version(),
            policy.vocabulary(),
            policy.tables(),
            List.of(new RuleSet("test.drl", "x")));

    // When
    var proof = MeaningComparison.between(policy, otherRules).proof();

    // Then
    assertThat(proof.isProved()).isFalse();
    assertThat(proof.identical()).containsExactly("rates");
    assertThat(proof.because()).isEqualTo("Not proved: the rule sets changed.");
  }

  @Property(tries = 1_000, shrinking = ShrinkingMode.OFF)
  void the_regions_are_where_brute_force_finds_another_answer(
      @ForAll("tables") PolicyTable before, @ForAll("tables") PolicyTable after) {
    // When
    var comparison = MeaningComparison.between(policy("", before), policy("", after));

    // Then
    var regions = comparison.regions();
    int different = 0;
    for (Map<String, Value> point : points()) {
      Answer old = Answer.of(before, matching(before, point));
      Answer now = Answer.of(after, matching(after, point));
      var inside = regions.stream().filter(region -> region.contains(point)).toList();
      if (old.equals(now)) {
        assertThat(inside).as("%s", point).isEmpty();
      } else {
        different++;
        assertThat(inside).as("%s", point).hasSize(1);
        assertThat(inside.getFirst().change()).isEqualTo(new AnswerChange(old, now));
      }
    }
    Statistics.collect(different == 0 ? "same" : "different");
  }

  private static List<Integer> matching(PolicyTable table, Map<String, Value> point) {
    var matching = new ArrayList<Integer>();
    for (int index = 0; index < table.rows().size(); index++) {
      var row = table.rows().get(index);
      boolean all = true;
      for (int column = 0; column < table.inputs().size(); column++) {
        var value = Optional.ofNullable(point.get(table.inputs().get(column).name()));
        all &= row.conditions().get(column).matches(value);
      }
      if (all) {
        matching.add(index);
      }
    }
    return matching;
  }

  private static List<Map<String, Value>> points() {
    var points = new ArrayList<Map<String, Value>>();
    for (String scheme : SCHEME.allowed()) {
      for (long age = -1; age <= 6; age++) {
        for (var marks :
            List.of(List.<String>of(), List.of("P"), List.of("Q"), List.of("P", "Q"))) {
          var point = new HashMap<String, Value>();
          point.put("scheme", Value.of(scheme));
          if (age >= 0) {
            point.put("age", Value.of(age));
          }
          point.put("marks", Value.of(marks));
          points.add(point);
        }
      }
    }
    return points;
  }

  @Provide
  Arbitrary<PolicyTable> tables() {
    Arbitrary<Condition> schemes =
        Arbitraries.of(any(), is("PAYG"), is("FLEET"), is("PAYG", "FLEET"));
    Arbitrary<Condition> ages =
        Arbitraries.oneOf(
            Arbitraries.just(any()),
            Arbitraries.longs().between(0, 5).map(Tables::is),
            Combinators.combine(
                    Arbitraries.longs().between(0, 3), Arbitraries.longs().between(4, 6))
                .as(
                    (first, last) ->
                        new Condition.Range(
                            new Bound(Value.of(first), true), new Bound(Value.of(last), false))));
    Arbitrary<Condition> marks = Arbitraries.of(any(), is("P"), is("Q"), is("P", "Q"));
    var rows =
        Combinators.combine(schemes, ages, marks, Arbitraries.longs().between(1, 2))
            .as((scheme, age, mark, rate) -> Map.entry(when(scheme, age, mark), rate(rate)))
            .list()
            .ofMinSize(1)
            .ofMaxSize(5);
    return Combinators.combine(
            rows, Arbitraries.of(HitPolicy.class), Arbitraries.integers().between(0, 2))
        .as(
            (all, hits, otherwise) -> {
              var table = table("random").asks(SCHEME, AGE, MARKS).answers(RATE).hits(hits);
              if (otherwise > 0) {
                table.otherwise(rate(otherwise));
              }
              all.forEach(row -> table.row(row.getKey(), row.getValue()));
              return table.build();
            });
  }

  private static Tables rates() {
    return table("rates").asks(SCHEME, DAY).answers(RATE);
  }

  private static Tables weights() {
    return table("weights").asks(WEIGHT).answers(RATE);
  }

  private static Tables two(HitPolicy hits, List<List<Condition>> rows, long one, long two) {
    return rates().hits(hits).row(rows.getFirst(), rate(one)).row(rows.getLast(), rate(two));
  }

  private static Value rate(long number) {
    return Value.of(number);
  }

  private static MeaningComparison compare(Tables before, Tables after) {
    return MeaningComparison.between(policy("", before.build()), policy("", after.build()));
  }
}
