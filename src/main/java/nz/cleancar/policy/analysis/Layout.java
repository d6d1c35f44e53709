package nz.cleancar.policy.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nz.cleancar.policy.Place;
import nz.cleancar.policy.table.Condition;
import nz.cleancar.policy.table.HitPolicy;
import nz.cleancar.policy.table.Kind;
import nz.cleancar.policy.table.Otherwise;
import nz.cleancar.policy.table.PolicyTable;
import nz.cleancar.policy.table.Row;
import nz.cleancar.policy.table.Term;

/**
 * A table laid out on axes.
 *
 * @param table the table
 * @param scope what tables are asked for
 * @param space what this one may be asked
 * @param boxes where its rows match
 * @param byRow the same by row
 * @param asked what it must have a row for
 * @param wording how its regions are told
 */
record Layout(
    PolicyTable table,
    Scope scope,
    Space space,
    List<Box> boxes,
    Map<Integer, List<Box>> byRow,
    List<Spans> asked,
    Wording wording) {

  private static final int MOST_ROWS_TOLD = 3;

  Layout {
    boxes = List.copyOf(boxes);
    byRow = Map.copyOf(byRow);
    asked = List.copyOf(asked);
  }

  static Layout of(PolicyTable table, Scope scope) {
    var space = Space.of(List.of(table));
    var boxes = space.boxes(table);
    return new Layout(
        table,
        scope,
        space,
        boxes,
        boxes.stream().collect(Collectors.groupingBy(Box::row)),
        scope.asked(table, space),
        Wording.of(space, List.of(table)));
  }

  Row row(int index) {
    return table.rows().get(index);
  }

  /** The boxes of one row. */
  List<Box> boxesOf(int row) {
    return byRow.getOrDefault(row, List.of());
  }

  /** The rows that these boxes belong to. */
  BitSet rows(BitSet some) {
    var rows = new BitSet();
    some.stream().map(box -> boxes.get(box).row()).forEach(rows::set);
    return rows;
  }

  /** The first of the rows that these boxes belong to, alone; none of no boxes. */
  BitSet firstRow(BitSet some) {
    var first = new BitSet();
    if (!some.isEmpty()) {
      first.set(boxes.get(some.nextSetBit(0)).row());
    }
    return first;
  }

  /** Whether a question without a row has no answer. */
  boolean mustAnswer() {
    return table.otherwise() instanceof Otherwise.Fault;
  }

  boolean hits(HitPolicy policy) {
    return table.hitPolicy() == policy;
  }

  /** The input columns that hold days, or their years. */
  List<Integer> timeColumns() {
    return IntStream.range(0, table.inputs().size())
        .filter(column -> scope.isTime(table.inputs().get(column)))
        .boxed()
        .toList();
  }

  /** The axis of a column that does not hold several words. */
  int axisOf(int column) {
    return space.axesOf(table.inputs().get(column)).getFirst();
  }

  /** Whether a column holds several words. */
  boolean holdsWords(int column) {
    return table.inputs().get(column).kind() == Kind.WORDS;
  }

  /** The points of a row in a column that does not hold several words. */
  Spans points(int row, int column) {
    return space.axes().get(axisOf(column)).meeting(row(row).conditions().get(column));
  }

  boolean isAny(int row, int column) {
    return row(row).conditions().get(column) instanceof Condition.Any;
  }

  /** A row of the sheet. */
  Place place(int row) {
    return new Place(table.workbook(), table.sheet(), row(row).cells());
  }

  /** A row's cell in an input column. */
  Place place(int row, int column) {
    return new Place(table.workbook(), table.sheet(), table.cell(row(row), column));
  }

  /** The sheet. */
  Place place() {
    return new Place(table.workbook(), table.sheet(), "");
  }

  /** The cell of a row that would ask for just these points of a column, where one can. */
  Optional<String> cell(int column, Spans points) {
    Term term = table.inputs().get(column);
    var sides = new ArrayList<>(space.whole());
    sides.set(axisOf(column), points);
    return points.isEmpty() || holdsWords(column) ? Optional.empty() : wording.cell(term, sides);
  }

  /** The input cells of the rows that a region would need: {@code `A | 2026`, `B | 2026`}. */
  String rowsFor(List<Spans> sides) {
    List<String> rows = List.of("");
    for (Term term : table.inputs()) {
      var cells = wording.cells(term, sides);
      var all = cells.isEmpty() ? List.of("any") : cells;
      rows =
          rows.stream()
              .flatMap(row -> all.stream().map(cell -> row.isEmpty() ? cell : row + " | " + cell))
              .limit(MOST_ROWS_TOLD + 1L)
              .toList();
    }
    return rows.stream().limit(MOST_ROWS_TOLD).collect(Collectors.joining("`, `", "`", "`"))
        + (rows.size() > MOST_ROWS_TOLD ? " and so on" : "");
  }

  /** The places of some rows, in order. */
  List<Place> places(BitSet rows) {
    return rows.stream().mapToObj(this::place).toList();
  }

  /** {@code row 12}, or {@code rows 12 and 14}. */
  String numbers(BitSet rows) {
    var numbers = rows.stream().mapToObj(row -> Integer.toString(row(row).number())).toList();
    return numbers.size() == 1
        ? "row " + numbers.getFirst()
        : "rows "
            + String.join(", ", numbers.subList(0, numbers.size() - 1))
            + " and "
            + numbers.getLast();
  }
}
