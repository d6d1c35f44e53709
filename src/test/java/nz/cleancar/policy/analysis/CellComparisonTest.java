package nz.cleancar.policy.analysis;

import static nz.cleancar.testing.Tables.any;
import static nz.cleancar.testing.Tables.is;
import static nz.cleancar.testing.Tables.policy;
import static nz.cleancar.testing.Tables.table;
import static nz.cleancar.testing.Tables.term;
import static nz.cleancar.testing.Tables.when;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nz.cleancar.policy.Place;
import nz.cleancar.policy.analysis.CellComparison.CellChange;
import nz.cleancar.policy.analysis.CellComparison.LineChange;
import nz.cleancar.policy.analysis.CellComparison.RowChange;
import nz.cleancar.policy.analysis.CellComparison.TableChange;
import nz.cleancar.policy.lines.MyersLineDifferences;
import nz.cleancar.policy.table.HitPolicy;
import nz.cleancar.policy.table.Kind;
import nz.cleancar.policy.table.Term;
import nz.cleancar.policy.table.Value;
import nz.cleancar.testing.Tables;
import org.junit.jupiter.api.Test;

class CellComparisonTest {

  private static final Term TYPE = term("type", Kind.WORD);
  private static final Term YEAR = term("year", Kind.WHOLE);
  private static final Term RATE = term("rate", Kind.WHOLE);
  private static final Term DUE = term("due", Kind.WORD);

  @Test
  void the_same_rows_in_another_order_are_no_change() {
    // Given
    var before =
        rates().row(when(is("A"), is(2026)), whole(6)).row(when(is("B"), is(2026)), whole(7));
    var after =
        rates().row(when(is("B"), is(2026)), whole(7)).row(when(is("A"), is(2026)), whole(6));

    // When
    var changes = changes(before, after);

    // Then
    assertThat(changes).isEmpty();
  }

  @Test
  void where_the_first_row_counts_a_row_in_another_place_has_moved() {
    // Given
    var before =
        rates()
            .hits(HitPolicy.FIRST)
            .row(when(is("A"), any()), whole(6))
            .row(when(is("B"), any()), whole(7))
            .row(when(any(), any()), whole(8));
    var after =
        rates()
            .hits(HitPolicy.FIRST)
            .row(when(any(), any()), whole(8))
            .row(when(is("A"), any()), whole(6))
            .row(when(is("B"), any()), whole(7));

    // When
    var rows = rows(before, after);

    // Then
    assertThat(rows)
        .singleElement()
        .isInstanceOfSatisfying(
            RowChange.Kept.class,
            kept -> {
              assertThat(kept.moved()).isTrue();
              assertThat(kept.cells()).isEmpty();
              assertThat(kept.before().number()).isEqualTo(11);
              assertThat(kept.after().number()).isEqualTo(9);
            });
  }

  @Test
  void a_changed_outcome_is_told_with_its_old_and_its_new_cell() {
    // Given
    var before =
        rates().row(when(is("A"), is(2026)), whole(6)).row(when(is("B"), is(2026)), whole(7));
    var after =
        rates().row(when(is("B"), is(2026)), whole(9)).row(when(is("A"), is(2026)), whole(6));

    // When
    var rows = rows(before, after);

    // Then
    assertThat(cells(rows)).containsExactly(new CellChange("rate", at("C10"), at("C9"), "7", "9"));
  }

  @Test
  void a_row_whose_conditions_differ_in_one_column_has_changed_there() {
    // Given
    var before =
        rates().row(when(is("A"), is(2026)), whole(6)).row(when(is("A"), is(2028)), whole(27));
    var after =
        rates()
            .row(when(is("A"), is(2027)), whole(6))
            .row(when(is("A"), is(2028)), whole(27))
            .row(when(is("B"), is(2028)), whole(28));

    // When
    var rows = rows(before, after);

    // Then
    assertThat(rows).hasSize(2);
    assertThat(cells(rows))
        .containsExactly(new CellChange("year", at("B9"), at("B9"), "2026", "2027"));
    assertThat(rows.getLast())
        .isInstanceOfSatisfying(
            RowChange.Added.class, added -> assertThat(added.place()).isEqualTo(at("A11:F11")));
  }

  @Test
  void a_period_that_is_split_is_one_row_shortened_and_one_added() {
    // Given
    var before = rates().row(when(is("A"), is(2026)), whole(6));
    var after =
        rates().row(when(is("A"), is(2027)), whole(7)).row(when(is("A"), is(2025)), whole(6));

    // When
    var rows = rows(before, after);

    // Then
    assertThat(rows.getFirst()).isInstanceOf(RowChange.Added.class);
    assertThat(cells(rows))
        .containsExactly(new CellChange("year", at("B9"), at("B10"), "2026", "2025"));
  }

  @Test
  void rows_whose_conditions_differ_in_two_columns_are_other_rows() {
    // Given
    var before = rates().row(when(is("A"), is(2026)), whole(6));
    var after = rates().row(when(is("B"), is(2027)), whole(6));

    // When
    var rows = rows(before, after);

    // Then
    assertThat(rows).hasSize(2);
    assertThat(rows.getFirst()).isInstanceOf(RowChange.Removed.class);
    assertThat(rows.getLast()).isInstanceOf(RowChange.Added.class);
  }

  @Test
  void an_input_column_that_asks_nothing_changes_no_row() {
    // Given
    var before =
        table("rates")
            .asks(TYPE)
            .answers(RATE)
            .row(when(is("A")), whole(6))
            .row(when(is("B")), whole(7));
    var after = rates().row(when(is("A"), any()), whole(6)).row(when(is("B"), is(2026)), whole(7));

    // When
    var changed = changed(before, after);

    // Then
    assertThat(changed.columns())
        .containsExactly(new CellComparison.ColumnChange(true, "year", at("B9")));
    assertThat(cells(changed.rows()))
        .containsExactly(new CellChange("year", at("A10:F10"), at("B10"), "any", "2026"));
  }

  @Test
  void an_outcome_column_that_went_is_told_with_its_cells() {
    // Given
    var before =
        table("rates").asks(TYPE).answers(RATE, DUE).row(when(is("A")), whole(6), Value.of("NOW"));
    var after = table("rates").asks(TYPE).answers(RATE).row(when(is("A")), whole(6));

    // When
    var changed = changed(before, after);

    // Then
    assertThat(changed.columns())
        .containsExactly(new CellComparison.ColumnChange(false, "due", at("C9")));
    assertThat(cells(changed.rows()))
        .containsExactly(new CellChange("due", at("C9"), at("A9:F9"), "NOW", ""));
  }

  @Test
  void what_stands_above_the_header_is_compared_too() {
    // Given
    var before = rates().row(when(any(), any()), whole(6));
    var after =
        rates()
            .hits(HitPolicy.FIRST)
            .otherwise(whole(3))
            .says("It is {rate}.")
            .row(when(any(), any()), whole(6));

    // When
    var keys = changed(before, after).keys();

    // Then
    assertThat(keys)
        .containsExactly(
            new CellComparison.KeyChange("Hit policy", "exactly one", "first"),
            new CellComparison.KeyChange("When no row matches", "error", "3"),
            new CellComparison.KeyChange("Says", "", "It is {rate}."));
  }

  @Test
  void tables_come_and_go_by_their_ids() {
    // Given
    var kept = rates().row(when(any(), any()), whole(6)).build();
    var gone = table("gone").asks(TYPE).answers(RATE).row(when(any()), whole(6)).build();
    var come = table("come").asks(TYPE).answers(RATE).row(when(any()), whole(6)).build();

    // When
    var changes = CellComparison.tables(List.of(gone, kept), List.of(kept, come));

    // Then
    assertThat(changes).containsExactly(new TableChange.Added(come), new TableChange.Removed(gone));
  }

  @Test
  void rule_sets_are_compared_by_their_lines_and_the_vocabulary_by_its_entries() {
    // Given
    var before = policy("rule one\nrule two", rates().row(when(any(), any()), whole(6)).build());
    var after =
        policy(
            "rule one\nrule 2",
            table("rates").asks(TYPE).answers(RATE).row(when(any()), whole(6)).build());

    // When
    var texts = CellComparison.between(before, after, new MyersLineDifferences()).texts();

    // Then
    assertThat(texts)
        .extracting(CellComparison.TextChange::file)
        .containsExactly("test.drl", "vocabulary.yml");
    assertThat(texts.getFirst().lines())
        .containsExactly(new LineChange(false, 3, "rule two"), new LineChange(true, 3, "rule 2"));
    assertThat(texts.getLast().lines())
        .containsExactly(new LineChange(false, 3, "term year: year; whole; optional; year"));
    assertThat(texts.getLast().removed()).isOne();
  }

  private static Tables rates() {
    return table("rates").asks(TYPE, YEAR).answers(RATE);
  }

  private static Value whole(long number) {
    return Value.of(number);
  }

  private static Place at(String cells) {
    return new Place("rates.xlsx", "Table", cells);
  }

  private static List<TableChange> changes(Tables before, Tables after) {
    return CellComparison.tables(List.of(before.build()), List.of(after.build()));
  }

  private static TableChange.Changed changed(Tables before, Tables after) {
    return new TableCells(before.build(), after.build()).change();
  }

  private static List<RowChange> rows(Tables before, Tables after) {
    return changed(before, after).rows();
  }

  private static List<CellChange> cells(List<RowChange> rows) {
    return rows.stream()
        .filter(RowChange.Kept.class::isInstance)
        .map(RowChange.Kept.class::cast)
        .flatMap(kept -> kept.cells().stream())
        .toList();
  }
}
