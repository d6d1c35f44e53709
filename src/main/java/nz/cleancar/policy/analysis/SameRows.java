package nz.cleancar.policy.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import nz.cleancar.policy.Finding;
import nz.cleancar.policy.table.Condition;
import nz.cleancar.policy.table.HitPolicy;
import nz.cleancar.policy.table.Row;

/** Rows that say what others say already. */
final class SameRows {

  private final Layout layout;

  SameRows(Layout layout) {
    this.layout = layout;
  }

  /**
   * The rows that may go, one after another from the bottom, without any answer changing; of a
   * table that collects, without any outcome coming or going.
   *
   * @param never the rows that never answer, which are told of elsewhere
   * @return empty if that would be too much work
   */
  Optional<BitSet> superfluous(BitSet never, Budget budget) {
    var left = new BitSet();
    left.set(0, layout.table().rows().size());
    left.andNot(never);
    var superfluous = new BitSet();
    for (int row = left.length() - 1; row >= 0; row = left.previousSetBit(row - 1)) {
      var others = sayingTheSame(row, left);
      if (others.isEmpty()) {
        continue;
      }
      var changes =
          layout.hits(HitPolicy.FIRST) ? changes(row, left, budget) : bare(row, others, budget);
      if (changes.isEmpty()) {
        return Optional.empty();
      }
      if (!changes.get()) {
        superfluous.set(row);
        left.clear(row);
      }
    }
    return Optional.of(superfluous);
  }

  /** The rows that share points with this one and answer as it does; of first hits, those below. */
  private BitSet sayingTheSame(int row, BitSet left) {
    var same = new BitSet();
    if (layout.hits(HitPolicy.EXACTLY_ONE)) {
      return same;
    }
    boolean first = layout.hits(HitPolicy.FIRST);
    left.stream()
        .filter(other -> first ? other > row : other != row)
        .filter(other -> first ? answersAlike(row, other) : hasOutcomesOf(row, other))
        .filter(other -> meet(row, other))
        .forEach(same::set);
    return same;
  }

  private boolean answersAlike(int row, int other) {
    return RowSays.of(layout.row(row)).equals(RowSays.of(layout.row(other)));
  }

  private boolean hasOutcomesOf(int row, int other) {
    return layout.row(row).outcomes().equals(layout.row(other).outcomes());
  }

  private boolean meet(int row, int other) {
    return layout.boxesOf(row).stream()
        .anyMatch(box -> layout.boxesOf(other).stream().anyMatch(box::meets));
  }

  /** Whether, of first hits, anything is answered otherwise without the row. */
  private Optional<Boolean> changes(int row, BitSet left, Budget budget) {
    var boxes =
        layout.boxes().stream()
            .filter(box -> box.row() != row && left.get(box.row()) && meet(row, box.row()))
            .toList();
    return Diagram.of(
            layout.space(),
            boxes,
            Diagram.Counting.FIRST,
            some -> some.isEmpty() ? -1 : boxes.get(some.nextSetBit(0)).row(),
            budget)
        .map(
            next ->
                reaches(
                    row, next, other -> other < 0 || (other > row && !answersAlike(row, other))));
  }

  /** Whether the others leave a point of the row to it alone. */
  private Optional<Boolean> bare(int row, BitSet others, Budget budget) {
    var boxes = layout.boxes().stream().filter(box -> others.get(box.row())).toList();
    return Diagram.of(
            layout.space(), boxes, Diagram.Counting.WHETHER, some -> !some.isEmpty(), budget)
        .map(covered -> reaches(row, covered, isCovered -> !isCovered));
  }

  private <L> boolean reaches(int row, Diagram<L> diagram, Predicate<L> wanted) {
    return layout.boxesOf(row).stream()
        .anyMatch(box -> !diagram.visit(box.sides(), wanted, region -> false));
  }

  void tellSuperfluous(BitSet superfluous, BitSet never, Told told) {
    superfluous.stream()
        .forEach(
            row -> {
              var left = new BitSet();
              left.set(0, layout.table().rows().size());
              left.andNot(superfluous);
              left.andNot(never);
              told.tell("says-the-same", () -> superfluous(row, sayingTheSame(row, left)));
            });
  }

  private Finding superfluous(int row, BitSet others) {
    return Finding.warning(
            "says-the-same",
            layout.place(row),
            "a row that changes an answer",
            others.isEmpty()
                ? "a row without which every answer is the same"
                : "the same as in " + layout.numbers(others),
            "Remove the row, or see whether another outcome was meant.")
        .alsoAt(layout.places(others))
        .shownBy(layout.wording().witness(layout.boxesOf(row).getFirst().sides()));
  }

  /** Rows that differ in one cell alone and could be one row. */
  void tellJoinable(Told told) {
    if (!layout.hits(HitPolicy.EXACTLY_ONE)) {
      return;
    }
    for (int column = 0; column < layout.table().inputs().size(); column++) {
      if (!layout.holdsWords(column) && !layout.timeColumns().contains(column)) {
        tellJoinable(column, told);
      }
    }
  }

  private record Kin(List<Condition> others, RowSays answer, String note) {}

  private void tellJoinable(int column, Told told) {
    Map<Kin, List<Integer>> kin = new LinkedHashMap<>();
    for (int row = 0; row < layout.table().rows().size(); row++) {
      kin.computeIfAbsent(kin(layout.row(row), column), each -> new ArrayList<>()).add(row);
    }
    for (List<Integer> rows : kin.values()) {
      var points = Spans.union(rows.stream().map(row -> layout.points(row, column)).toList());
      if (rows.size() > 1) {
        layout
            .cell(column, points)
            .ifPresent(cell -> told.tell("says-the-same", () -> joinable(rows, column, cell)));
      }
    }
  }

  private static Kin kin(Row row, int column) {
    var others = new ArrayList<>(row.conditions());
    others.remove(column);
    return new Kin(others, RowSays.of(row), row.note());
  }

  private Finding joinable(List<Integer> rows, int column, String cell) {
    var others = new BitSet();
    rows.stream().skip(1).forEach(others::set);
    int first = rows.getFirst();
    return Finding.note(
            "says-the-same",
            layout.place(first),
            "rows that differ in what they say",
            layout.numbers(others) + " with all but one cell the same",
            "One row would do: write `%s` in %s and remove %s."
                .formatted(cell, layout.place(first, column).cell(), layout.numbers(others)))
        .alsoAt(layout.places(others));
  }
}
