package nz.cleancar.policy.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import nz.cleancar.policy.Finding;
import nz.cleancar.policy.table.HitPolicy;

/** Rows that answer as the table does for the year or the period before. */
final class Unchanged {

  private final Layout layout;

  Unchanged(Layout layout) {
    this.layout = layout;
  }

  void tell(Diagram<BitSet> rows, Told told) {
    if (layout.hits(HitPolicy.COLLECT)) {
      return;
    }
    for (int column : layout.timeColumns()) {
      long lowest = layout.space().axes().get(layout.axisOf(column)).domain().first().orElseThrow();
      for (int row = 0; row < layout.table().rows().size(); row++) {
        long first = layout.points(row, column).first().orElse(lowest);
        if (layout.isAny(row, column) || first <= lowest) {
          continue;
        }
        var before = before(rows, row, column, first - 1);
        if (!before.isEmpty()) {
          int each = row;
          told.tell("unchanged", () -> finding(each, before));
        }
      }
    }
  }

  /** The rows that answer the same just before; none if anything is answered otherwise there. */
  private BitSet before(Diagram<BitSet> rows, int row, int column, long point) {
    var before = new BitSet();
    for (Box box : layout.boxesOf(row)) {
      var sides = new ArrayList<>(box.sides());
      sides.set(layout.axisOf(column), Spans.of(point, point));
      if (!rows.visit(sides, there -> !answersLike(row, there), region -> false)) {
        return new BitSet();
      }
      rows.visit(
          sides,
          there -> true,
          region -> {
            before.or(region.label());
            return before.cardinality() < Told.MOST_OF_A_KIND;
          });
    }
    return before;
  }

  private boolean answersLike(int row, BitSet there) {
    return !there.isEmpty()
        && there.stream()
            .allMatch(other -> layout.row(other).outcomes().equals(layout.row(row).outcomes()));
  }

  private Finding finding(int row, BitSet before) {
    return Finding.note(
            "unchanged",
            layout.place(row),
            "a change, or the same as before on purpose",
            "what " + layout.numbers(before) + " said for the time just before",
            "If the new figures are known, write them; if nothing changed, leave the row.")
        .alsoAt(layout.places(before))
        .shownBy(layout.wording().witness(List.copyOf(layout.boxesOf(row).getFirst().sides())));
  }
}
