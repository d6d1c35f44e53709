package nz.cleancar.policy.analysis;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import nz.cleancar.policy.Finding;
import nz.cleancar.policy.Place;

/** Input columns on which no answer depends. */
final class IdleColumns {

  private final Layout layout;

  IdleColumns(Layout layout) {
    this.layout = layout;
  }

  /** The columns, by their index; empty if that would be too much work. */
  Optional<BitSet> columns(Budget budget) {
    return Diagram.of(layout.space(), layout.boxes(), counting(), this::answers, budget)
        .map(
            answers -> {
              var idle = new BitSet();
              var decisive = answers.decisive();
              IntStream.range(0, layout.table().inputs().size())
                  .filter(
                      column ->
                          layout.space().axesOf(layout.table().inputs().get(column)).stream()
                              .noneMatch(decisive::contains))
                  .forEach(idle::set);
              return idle;
            });
  }

  private Diagram.Counting counting() {
    return switch (layout.table().hitPolicy()) {
      case EXACTLY_ONE, COLLECT -> Diagram.Counting.ALL;
      case FIRST -> Diagram.Counting.FIRST;
    };
  }

  private Set<RowSays> answers(BitSet boxes) {
    var rows =
        switch (layout.table().hitPolicy()) {
          case EXACTLY_ONE, COLLECT -> layout.rows(boxes);
          case FIRST -> layout.firstRow(boxes);
        };
    var answers = new HashSet<RowSays>();
    rows.stream().forEach(row -> answers.add(RowSays.of(layout.row(row))));
    return answers;
  }

  void tell(BitSet columns, Told told) {
    columns.stream().forEach(column -> told.tell("decides-nothing", () -> finding(column)));
  }

  private Finding finding(int column) {
    var table = layout.table();
    var place =
        new Place(
            table.workbook(),
            table.sheet(),
            table.cell(layout.row(0), column) + ":" + table.cell(table.rows().getLast(), column));
    String heading = table.inputs().get(column).heading();
    boolean anyOnly =
        IntStream.range(0, table.rows().size()).allMatch(row -> layout.isAny(row, column));
    String expected = "a column on which an answer depends";
    return anyOnly
        ? Finding.warning(
            "decides-nothing",
            place,
            expected,
            heading + ", which is `any` in every row",
            "Remove the column, or say where it matters.")
        : Finding.note(
            "decides-nothing",
            place,
            expected,
            heading + ", with the same answer whatever it is",
            "Leave it if an answer is to depend on it one day; else write `any`.");
  }
}
