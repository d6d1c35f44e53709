package nz.cleancar.policy.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import nz.cleancar.policy.Finding;
import nz.cleancar.policy.table.HitPolicy;

/** Rows that match at once where one must. */
final class Overlaps {

  private final Layout layout;

  Overlaps(Layout layout) {
    this.layout = layout;
  }

  private record Pair(int earlier, int later) {}

  void tell(Diagram<BitSet> rows, Told told) {
    if (!layout.hits(HitPolicy.EXACTLY_ONE)) {
      return;
    }
    for (Pair pair : pairs(rows)) {
      if (!told.tell("overlap", () -> finding(pair))) {
        return;
      }
    }
  }

  private static Iterable<Pair> pairs(Diagram<BitSet> rows) {
    var pairs = new TreeSet<>(Comparator.comparingInt(Pair::later).thenComparingInt(Pair::earlier));
    var seen = new HashSet<BitSet>();
    for (BitSet together : rows.labels()) {
      if (together.cardinality() > 1 && seen.add(together) && pairs.size() < Told.MOST_COUNTED) {
        for (int later = together.nextSetBit(0);
            later >= 0;
            later = together.nextSetBit(later + 1)) {
          int row = later;
          together.stream()
              .takeWhile(earlier -> earlier < row)
              .forEach(earlier -> pairs.add(new Pair(earlier, row)));
        }
      }
    }
    return pairs;
  }

  private Finding finding(Pair pair) {
    var witness = layout.wording().witness(common(pair));
    return Finding.error(
            "overlap",
            layout.place(pair.later()),
            "one row to match",
            "row %d to match too".formatted(layout.row(pair.earlier()).number()),
            repair(pair))
        .alsoAt(List.of(layout.place(pair.earlier())))
        .shownBy(witness);
  }

  private List<Spans> common(Pair pair) {
    return layout.boxesOf(pair.earlier()).stream()
        .flatMap(box -> layout.boxesOf(pair.later()).stream().filter(box::meets).map(box::and))
        .findFirst()
        .orElseThrow();
  }

  private String repair(Pair pair) {
    var conditions = layout.row(pair.later()).conditions();
    if (conditions.equals(layout.row(pair.earlier()).conditions())) {
      return "Remove one of the two rows; they are chosen by the same cells.";
    }
    return columns().stream()
        .flatMap(
            column ->
                without(pair.later(), pair.earlier(), column)
                    .or(() -> without(pair.earlier(), pair.later(), column))
                    .stream())
        .findFirst()
        .map(change -> "Change " + change + ", or change another cell, so that only one matches.")
        .orElse("Change the conditions of one of the two, so that only one matches.");
  }

  /** The columns, those of time first: that is where rows most often run into each other. */
  private List<Integer> columns() {
    var columns = new ArrayList<>(layout.timeColumns());
    IntStream.range(0, layout.table().inputs().size())
        .filter(column -> !columns.contains(column) && !layout.holdsWords(column))
        .forEach(columns::add);
    return columns;
  }

  /** What a row's cell would be without the other's points: {@code A17 to `...`}. */
  private Optional<String> without(int row, int other, int column) {
    return layout
        .cell(column, layout.points(row, column).minus(layout.points(other, column)))
        .map(cell -> layout.place(row, column).cell() + " to `" + cell + "`");
  }
}
