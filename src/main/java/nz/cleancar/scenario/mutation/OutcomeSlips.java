package nz.cleancar.scenario.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nz.cleancar.policy.table.Kind;
import nz.cleancar.policy.table.Term;
import nz.cleancar.policy.table.Value;
import nz.cleancar.scenario.mutation.Mutant.Slip;

/**
 * How the cells of an outcome column are mistyped, within what the vocabulary allows.
 *
 * @param column the column's cells, in the order of the rows
 */
record OutcomeSlips(Term term, List<Value> column, ValueSlips values) {

  OutcomeSlips {
    column = List.copyOf(column);
  }

  /** What the cell of this row could say by mistake; some of it twice, or as it is. */
  List<Slipped<Value>> of(int row) {
    var slips = new ArrayList<>(valid(column.get(row)).toList());
    Stream.of(above(row), below(row))
        .flatMap(Optional::stream)
        .forEach(near -> slips.add(new Slipped<>(Slip.NEIGHBOUR, near)));
    return slips;
  }

  /** What the value could be by mistake. */
  Stream<Slipped<Value>> valid(Value value) {
    return values.ofOutcome(value).stream().filter(slip -> !term.isBelowLeast(slip.to()));
  }

  private Optional<Value> above(int row) {
    return nearest(row, IntStream.iterate(row - 1, near -> near >= 0, near -> near - 1));
  }

  private Optional<Value> below(int row) {
    return nearest(row, IntStream.range(row + 1, column.size()));
  }

  /** The cell beside; of sentences, which stand in blocks, the nearest that says another. */
  private Optional<Value> nearest(int row, IntStream rows) {
    return term.kind() == Kind.SENTENCE
        ? rows.<Value>mapToObj(column::get)
            .filter(other -> !other.equals(column.get(row)))
            .findFirst()
        : rows.limit(1).<Value>mapToObj(column::get).findFirst();
  }
}
