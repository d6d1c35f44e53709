package nz.cleancar.policy.analysis;

import static nz.cleancar.testing.Tables.any;
import static nz.cleancar.testing.Tables.is;
import static nz.cleancar.testing.Tables.policy;
import static nz.cleancar.testing.Tables.table;
import static nz.cleancar.testing.Tables.term;
import static nz.cleancar.testing.Tables.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import nz.cleancar.policy.Finding;
import nz.cleancar.policy.Policy;
import nz.cleancar.policy.table.Condition;
import nz.cleancar.policy.table.Condition.Bound;
import nz.cleancar.policy.table.Coverage;
import nz.cleancar.policy.table.HitPolicy;
import nz.cleancar.policy.table.Kind;
import nz.cleancar.policy.table.PolicyTable;
import nz.cleancar.policy.table.Term;
import nz.cleancar.policy.table.Value;
import nz.cleancar.policy.table.Vocabulary;
import org.junit.jupiter.api.Test;

/** Tables of a thousand rows, and tables made to be too much. */
class LargeTablesTest {

  private static final Term TYPE =
      new Term("type", "Type", Kind.WORD, "", List.of("A", "B"), false, "A type.");
  private static final Term YEAR =
      new Term("year", "Year", Kind.WHOLE, "", List.of(), false, "A year.");
  private static final Term WEIGHT =
      new Term("weight", "Weight", Kind.WHOLE, "kg", List.of(), false, "A weight.");
  private static final Term RATE =
      new Term("rate", "Rate", Kind.WHOLE, "", List.of(), false, "A rate.");

  /** Two types, fifty years, ten weights; each row but one. */
  private static PolicyTable aThousandRows(int without) {
    var rates = table("rates").asks(TYPE, YEAR, WEIGHT).answers(RATE);
    for (int i = 0; i < 1_000; i++) {
      if (i != without) {
        int step = i % 10;
        rates.row(
            when(is(i < 500 ? "A" : "B"), is(2_000L + i / 10 % 50), weight(step)),
            Value.of((long) i));
      }
    }
    return rates.build();
  }

  private static Condition weight(int step) {
    var lower = new Bound(Value.of(step * 100L), true);
    var upper = new Bound(Value.of(step * 100L + 100), false);
    return switch (step) {
      case 0 -> new Condition.Range(null, upper);
      case 9 -> new Condition.Range(lower, null);
      default -> new Condition.Range(lower, upper);
    };
  }

  private static List<Finding> findings(PolicyTable table) {
    var policy = policy("", table);
    var byYear = new Coverage(Map.of("year", "day"), Map.of(), List.of());
    var vocabulary = new Vocabulary(Map.of(), policy.vocabulary().terms(), byYear);
    return new TablesAnalysis()
        .findings(new Policy(policy.version(), vocabulary, policy.tables(), List.of()));
  }

  @Test
  void a_thousand_rows_without_a_mistake_end_and_nothing_else() {
    assertThat(findings(aThousandRows(-1)))
        .extracting(Finding::code, finding -> finding.place().cell())
        .containsExactly(tuple("ends", "B1008"));
  }

  @Test
  void the_one_row_that_is_missing_among_a_thousand_is_found() {
    // When
    var findings = findings(aThousandRows(567));

    // Then
    assertThat(findings.stream().filter(Finding::isError))
        .singleElement()
        .satisfies(
            gap -> {
              assertThat(gap.code()).isEqualTo("gap");
              assertThat(gap.repair()).contains("`B | 2006 | [700..799]`");
            });
  }

  @Test
  void a_thousand_rows_that_all_overlap_are_told_in_part_and_counted() {
    // Given
    var rates = table("rates").asks(TYPE).answers(RATE);
    IntStream.range(0, 1_000).forEach(i -> rates.row(when(is("A", "B")), Value.of((long) i)));

    // When
    var findings = findings(rates.build());

    // Then
    assertThat(findings.stream().filter(finding -> finding.code().equals("overlap")))
        .hasSize(Told.MOST_OF_A_KIND);
    assertThat(findings.stream().filter(finding -> finding.code().equals("more-findings")))
        .singleElement()
        .satisfies(more -> assertThat(more.found()).startsWith("980 or more"));
  }

  @Test
  void a_table_that_is_too_much_is_named_as_not_analysed() {
    // Given
    var random = new Random(7);
    var terms =
        IntStream.range(0, 40).mapToObj(i -> term("flag" + i, Kind.YES_NO)).toArray(Term[]::new);
    for (HitPolicy hitPolicy : HitPolicy.values()) {
      var tooMuch = table("too-much").asks(terms).answers(RATE).hits(hitPolicy);
      for (int row = 0; row < 200; row++) {
        tooMuch.row(
            IntStream.range(0, 40).mapToObj(i -> flag(random.nextInt(8))).toList(),
            Value.of((long) row));
      }

      // When
      var findings = findings(tooMuch.build());

      // Then
      assertThat(findings)
          .as(hitPolicy.words())
          .anySatisfy(
              finding -> {
                assertThat(finding.code()).isEqualTo("not-analysed");
                assertThat(finding.severity()).isEqualTo(Finding.Severity.WARNING);
                assertThat(finding.place().file()).isEqualTo("too-much.xlsx");
              });
    }
  }

  private static Condition flag(int number) {
    return number > 1 ? any() : new Condition.OneOf(List.of(Value.of(number == 0)));
  }
}
