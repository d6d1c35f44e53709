package nz.cleancar.policy.analysis;

import java.util.BitSet;
import java.util.stream.IntStream;
import nz.cleancar.policy.Finding;
import nz.cleancar.policy.table.HitPolicy;

/** Rows that never answer: nothing can be as they ask, or rows above them take all of it. */
final class Masked {

  private final Layout layout;

  Masked(Layout layout) {
    this.layout = layout;
  }

  /** The rows that can match nothing at all, whatever the others are. */
  BitSet impossible() {
    var impossible = new BitSet();
    impossible.set(0, layout.table().rows().size());
    layout.boxes().stream()
        .filter(box -> !box.isEmpty())
        .forEach(box -> impossible.clear(box.row()));
    return impossible;
  }

  /** The rows that are never the first to match. */
  static BitSet neverFirst(Layout layout, Diagram<BitSet> rows) {
    var never = new BitSet();
    never.set(0, layout.table().rows().size());
    rows.labels().forEach(never::andNot);
    return never;
  }

  void tellImpossible(Told told) {
    for (int row : impossible().stream().toArray()) {
      IntStream.range(0, layout.table().inputs().size())
          .filter(column -> !layout.holdsWords(column) && layout.points(row, column).isEmpty())
          .findFirst()
          .ifPresent(column -> told.tell("never-matches", () -> impossible(row, column)));
    }
  }

  private Finding impossible(int row, int column) {
    var term = layout.table().inputs().get(column);
    return Finding.error(
        "never-matches",
        layout.place(row, column),
        term.least()
            .map(
                least ->
                    "a condition that reaches " + least.toPlainString() + ", the least there is")
            .orElse("a condition that something meets"),
        "`" + layout.row(row).conditions().get(column).text() + "`, which nothing meets",
        "Change the condition, or remove the row.");
  }

  void tellMasked(Diagram<BitSet> rows, Told told) {
    if (!layout.hits(HitPolicy.FIRST)) {
      return;
    }
    var masked = neverFirst(layout, rows);
    masked.andNot(impossible());
    masked.stream().forEach(row -> told.tell("never-matches", () -> masked(row)));
  }

  private Finding masked(int row) {
    var boxes = layout.boxesOf(row);
    var above = new BitSet();
    layout.boxes().stream()
        .filter(box -> box.row() < row && boxes.stream().anyMatch(box::meets))
        .forEach(box -> above.set(box.row()));
    return Finding.error(
            "never-matches",
            layout.place(row),
            "a case for which the row is the first to match",
            "none; " + layout.numbers(above) + " always before it",
            "Move the row above " + (above.cardinality() == 1 ? "it" : "them") + ", or remove it.")
        .alsoAt(layout.places(above))
        .shownBy(layout.wording().witness(boxes.getFirst().sides()));
  }
}
