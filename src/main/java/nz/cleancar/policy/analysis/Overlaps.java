package nz.cleancar.policy.analysis;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

  /** The pairs in the order of the sheet; not more of them than are counted. */
  private static List<Pair> pairs(Diagram<BitSet> rows) {
    return rows.labels().stream()
        .flatMap(Overlaps::pairs)
        .distinct()
        .limit(Told.MOST_COUNTED)
        .sorted(Comparator.comparingInt(Pair::later).thenComparingInt(Pair::earlier))
        .toList();
  }

  private static Stream<Pair> pairs(BitSet together) {
    return together.stream()
        .boxed()
        .flatMap(
            later ->
                together.stream()
                    .takeWhile(earlier -> earlier < later)
                    .mapToObj(earlier -> new Pair(earlier, later)));
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

  /** The columns: those of time first, where rows most often run into each other, words last. */
  private List<Integer> columns() {
    var time = layout.timeColumns();
    return IntStream.range(0, layout.table().inputs().size())
        .filter(column -> !layout.holdsWords(column))
        .boxed()
        .sorted(
            Comparator.comparing((Integer column) -> !time.contains(column))
                .thenComparing(
                    column ->
                        !(layout.space().axes().get(layout.axisOf(column))
                            instanceof Axis.Numbers)))
        .toList();
  }

  /** What a row's cell would be without the other's points: {@code A17 to `...`}. */
  private Optional<String> without(int row, int other, int column) {
    return layout
        .cell(column, layout.points(row, column).minus(layout.points(other, column)))
        .map(cell -> layout.place(row, column).cell() + " to `" + cell + "`");
  }
}
