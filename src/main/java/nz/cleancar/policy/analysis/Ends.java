package nz.cleancar.policy.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;
import nz.cleancar.policy.Finding;
import nz.cleancar.policy.table.Condition;

/** Years and periods after which a table has no answer. */
final class Ends {

  private static final int MOST_ROWS_TOLD = 4;

  private final Layout layout;

  Ends(Layout layout) {
    this.layout = layout;
  }

  void tell(Diagram<BitSet> rows, Told told) {
    if (!layout.mustAnswer()) {
      return;
    }
    for (int column : layout.timeColumns()) {
      var axis = (Axis.Numbers) layout.space().axes().get(layout.axisOf(column));
      long last = layout.scope().named(layout.table(), axis).last().orElseThrow();
      if (last < axis.given().last().orElseThrow()) {
        var ending = ending(rows, column, last);
        if (!ending.isEmpty()) {
          told.tell("ends", () -> finding(axis, column, last, ending));
        }
      }
    }
  }

  /** The rows that end last, of those after which nothing follows. */
  private List<Integer> ending(Diagram<BitSet> rows, int column, long last) {
    var ending = new ArrayList<Integer>();
    for (int row = 0; row < layout.table().rows().size(); row++) {
      boolean endsLast =
          !layout.isAny(row, column) && layout.points(row, column).last().orElse(last - 1) == last;
      if (endsLast
          && layout.boxesOf(row).stream()
              .anyMatch(
                  box -> !rows.visit(after(box, column, last), BitSet::isEmpty, region -> false))) {
        ending.add(row);
      }
    }
    return ending;
  }

  private List<Spans> after(Box box, int column, long last) {
    var sides = new ArrayList<>(box.sides());
    sides.set(layout.axisOf(column), Spans.of(last + 1, last + 1));
    return sides;
  }

  private Finding finding(Axis.Numbers axis, int column, long last, List<Integer> ending) {
    int latest = ending.getLast();
    var others = new BitSet();
    ending.stream().filter(row -> row != latest).forEach(others::set);
    String add =
        ending.stream()
            .limit(MOST_ROWS_TOLD)
            .map(row -> successor(axis, column, last, row))
            .distinct()
            .collect(Collectors.joining("`, `", "`", "`"));
    return Finding.warning(
            "ends",
            layout.place(latest, column),
            "a row for what comes after " + text(axis, last),
            "none; " + axis.term().heading() + " " + text(axis, last) + " is the last",
            "Add rows for "
                + add
                + (ending.size() > MOST_ROWS_TOLD ? " and so on" : "")
                + " when the figures are known.")
        .alsoAt(others.stream().mapToObj(row -> layout.place(row, column)).toList())
        .shownBy(
            layout
                .wording()
                .witness(after(layout.boxesOf(ending.getFirst()).getFirst(), column, last)));
  }

  /** The input cells of the row that would follow. */
  private String successor(Axis.Numbers axis, int column, long last, int row) {
    var cells =
        layout.row(row).conditions().stream()
            .map(Condition::text)
            .collect(Collectors.toCollection(ArrayList::new));
    boolean oneByOne = layout.row(row).conditions().get(column) instanceof Condition.OneOf;
    cells.set(column, (oneByOne ? "" : ">= ") + text(axis, last + 1));
    return String.join(" | ", cells);
  }

  private static String text(Axis.Numbers axis, long point) {
    return axis.value(point).map(value -> value.text()).orElseThrow();
  }
}
