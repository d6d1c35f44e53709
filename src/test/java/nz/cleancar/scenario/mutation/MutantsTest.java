package nz.cleancar.scenario.mutation;

import static nz.cleancar.testing.Tables.any;
import static nz.cleancar.testing.Tables.between;
import static nz.cleancar.testing.Tables.is;
import static nz.cleancar.testing.Tables.table;
import static nz.cleancar.testing.Tables.term;
import static nz.cleancar.testing.Tables.when;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import nz.cleancar.policy.Policy;
import nz.cleancar.policy.table.Condition;
import nz.cleancar.policy.table.Condition.Bound;
import nz.cleancar.policy.table.Kind;
import nz.cleancar.policy.table.PolicyTable;
import nz.cleancar.policy.table.Term;
import nz.cleancar.policy.table.Value;
import nz.cleancar.scenario.mutation.Mutant.Slip;
import nz.cleancar.testing.ShippedPolicy;
import nz.cleancar.testing.Tables;
import org.junit.jupiter.api.Test;

/** Cells are changed as people mistype them, one at a time. */
class MutantsTest {

  private static final Term SCHEME = allowing("scheme", "PAYG", "FLEET_AVERAGE");
  private static final Term YEAR = term("year", Kind.WHOLE);
  private static final Term WEIGHT = term("weight", Kind.WHOLE);
  private static final Term DAY = term("legalDate", Kind.DAY);
  private static final Term CLOSED = term("closed", Kind.YES_NO);
  private static final Term RATE =
      new Term("rate", "rate", Kind.DECIMAL, "", List.of(), false, "rate", BigDecimal.ONE);
  private static final Term REASON = term("reason", Kind.SENTENCE);

  @Test
  void a_number_is_mistyped_digit_by_digit_but_never_below_its_least() {
    // Given
    var rates = table("rates").asks(SCHEME).answers(RATE).row(when(any()), decimal("6.50")).build();

    // Then
    assertThat(texts(rates, "B9"))
        .containsExactly(
            "rates.xlsx B9: 6.5 became 7.5",
            "rates.xlsx B9: 6.5 became 6.6",
            "rates.xlsx B9: 6.5 became 5.6",
            "rates.xlsx B9: 6.5 became 65");
    assertThat(texts(rates("1"), "B9"))
        .containsExactly("rates.xlsx B9: 1 became 2", "rates.xlsx B9: 1 became 10");
  }

  @Test
  void a_word_is_another_or_none_is_asked() {
    // Given
    var rates =
        table("rates").asks(SCHEME).answers(RATE).row(when(is("PAYG")), decimal("6")).build();

    // Then
    assertThat(texts(rates, "A9"))
        .containsExactly(
            "rates.xlsx A9: PAYG became FLEET_AVERAGE", "rates.xlsx A9: PAYG became any");
  }

  @Test
  void a_list_lacks_a_word_or_has_a_wrong_one() {
    // Given
    var kind = allowing("kind", "MA", "MB", "MC", "NA");
    var rates =
        table("rates").asks(kind).answers(RATE).row(when(is("MA", "MC")), decimal("6")).build();

    // Then
    assertThat(texts(rates, "A9"))
        .containsExactly(
            "rates.xlsx A9: MA; MC became MC",
            "rates.xlsx A9: MA; MC became MB; MC",
            "rates.xlsx A9: MA; MC became MA",
            "rates.xlsx A9: MA; MC became MA; NA",
            "rates.xlsx A9: MA; MC became any");
  }

  @Test
  void what_asks_nothing_asks_for_the_first_or_the_last_word() {
    assertThat(texts(rates("6"), "A9"))
        .containsExactly(
            "rates.xlsx A9: any became PAYG", "rates.xlsx A9: any became FLEET_AVERAGE");
  }

  @Test
  void a_bound_is_off_by_a_step_or_on_the_wrong_side() {
    // Given
    var below = new Condition.Range(null, new Bound(Value.of(20), false));
    var rates = table("rates").asks(WEIGHT).answers(RATE).row(when(below), decimal("6")).build();

    // Then
    assertThat(texts(rates, "A9"))
        .containsExactly(
            "rates.xlsx A9: < 20 became <= 20",
            "rates.xlsx A9: < 20 became < 21",
            "rates.xlsx A9: < 20 became < 19",
            "rates.xlsx A9: < 20 became < 30",
            "rates.xlsx A9: < 20 became < 2",
            "rates.xlsx A9: < 20 became < 200",
            "rates.xlsx A9: < 20 became > 20",
            "rates.xlsx A9: < 20 became any");
  }

  @Test
  void a_range_never_becomes_empty() {
    // Given
    var day = LocalDate.of(2026, 1, 1);
    var rates =
        table("rates").asks(DAY).answers(RATE).row(when(between(day, day)), decimal("6")).build();

    // Then
    assertThat(texts(rates, "A9"))
        .containsExactly(
            "rates.xlsx A9: [2026-01-01..2026-01-01] became [2025-12-31..2026-01-01]",
            "rates.xlsx A9: [2026-01-01..2026-01-01] became [2025-01-01..2026-01-01]",
            "rates.xlsx A9: [2026-01-01..2026-01-01] became [2026-01-01..2026-01-02]",
            "rates.xlsx A9: [2026-01-01..2026-01-01] became [2026-01-01..2027-01-01]",
            "rates.xlsx A9: [2026-01-01..2026-01-01] became any");
  }

  @Test
  void a_cell_says_what_its_neighbours_say() {
    // Given
    var rates =
        table("rates")
            .asks(YEAR, CLOSED)
            .answers(REASON)
            .row(when(is(2025), new Condition.OneOf(List.of(Value.of(true)))), says("One."))
            .row(when(is(2026), any()), says("One."))
            .row(when(is(2031), any()), says("Two."))
            .build();

    // Then
    assertThat(texts(rates, "A10"))
        .contains("rates.xlsx A10: 2026 became 2025", "rates.xlsx A10: 2026 became 2031");
    assertThat(texts(rates, "B10"))
        .containsExactly("rates.xlsx B10: any became yes", "rates.xlsx B10: any became no");
    assertThat(texts(rates, "C9")).containsExactly("rates.xlsx C9: “One.” became “Two.”");
    assertThat(texts(rates, "B9"))
        .containsExactly("rates.xlsx B9: yes became no", "rates.xlsx B9: yes became any");
  }

  @Test
  void a_row_is_dropped_unless_it_is_the_only_one_and_doubled_below_all_others() {
    // Given
    var rates =
        table("rates")
            .asks(SCHEME)
            .answers(RATE)
            .row(when(is("PAYG")), decimal("6"))
            .row(when(is("FLEET_AVERAGE")), decimal("3"))
            .build();

    // When
    var mutants = mutants(rates).stream().filter(mutant -> isAt(mutant, "A9:F9")).toList();

    // Then
    assertThat(mutants)
        .extracting(Mutant::slip)
        .containsExactly(Slip.ROW_DROPPED, Slip.ROW_DOUBLED);
    assertThat(mutants.getFirst().changed().rows())
        .extracting(row -> row.number())
        .containsExactly(10);
    assertThat(mutants.getLast().changed().rows())
        .extracting(row -> row.cells())
        .containsExactly("A9:F9", "A10:F10", "A11:F11");
    assertThat(mutants.getFirst().text())
        .isEqualTo("rates.xlsx A9:F9: the row was dropped (PAYG | 6)");
    assertThat(mutants(rates("6"))).extracting(Mutant::slip).doesNotContain(Slip.ROW_DROPPED);
  }

  @Test
  void what_answers_without_a_row_is_another_outcome_of_its_column() {
    // Given
    var rates =
        table("rates")
            .asks(SCHEME)
            .answers(RATE)
            .row(when(is("PAYG")), decimal("6"))
            .otherwise(decimal("3"))
            .build();

    // Then
    assertThat(mutants(rates))
        .filteredOn(mutant -> mutant.slip() == Slip.OTHERWISE)
        .extracting(Mutant::text)
        .containsExactly("rates.xlsx, when no row matches: 3 became 6");
  }

  @Test
  void the_shipped_tables_have_mutants_of_every_kind_each_once_and_always_the_same() {
    // Given
    Policy policy = ShippedPolicy.read();

    // When
    var mutants = Mutants.of(policy);

    // Then
    assertThat(mutants).isEqualTo(Mutants.of(policy));
    assertThat(mutants.stream().map(Mutant::slip).collect(Collectors.toSet()))
        .isEqualTo(EnumSet.allOf(Slip.class));
    assertThat(mutants.stream().map(Mutant::table).distinct())
        .containsExactlyElementsOf(policy.tables().stream().map(PolicyTable::id).toList());
    var seen = new HashSet<String>();
    for (Mutant mutant : mutants) {
      assertThat(seen.add(mutant.text())).as(mutant.text()).isTrue();
      assertThat(mutant.changed()).as(mutant.text()).isNotEqualTo(mutant.original());
      assertThat(mutant.changed().rows().size() - mutant.original().rows().size())
          .as(mutant.text())
          .isBetween(-1, 1);
    }
  }

  private static List<String> texts(PolicyTable table, String cell) {
    return mutants(table).stream().filter(mutant -> isAt(mutant, cell)).map(Mutant::text).toList();
  }

  private static boolean isAt(Mutant mutant, String cell) {
    return mutant.cell().cell().equals(cell);
  }

  private static List<Mutant> mutants(PolicyTable table) {
    return Mutants.of(Tables.policy("", table));
  }

  private static PolicyTable rates(String rate) {
    return table("rates").asks(SCHEME).answers(RATE).row(when(any()), decimal(rate)).build();
  }

  private static Term allowing(String name, String... words) {
    return new Term(name, name, Kind.WORD, "", List.of(words), false, name);
  }

  private static Value decimal(String number) {
    return Value.of(new BigDecimal(number));
  }

  private static Value says(String sentence) {
    return new Value.Sentence(sentence);
  }
}
