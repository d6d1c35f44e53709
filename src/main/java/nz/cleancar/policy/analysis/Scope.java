package nz.cleancar.policy.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nz.cleancar.policy.table.Condition;
import nz.cleancar.policy.table.Coverage;
import nz.cleancar.policy.table.Kind;
import nz.cleancar.policy.table.PolicyTable;
import nz.cleancar.policy.table.Term;
import nz.cleancar.policy.table.Value;

/**
 * What tables are asked for: the words that they may be asked, every number, and of time what lies
 * between the first and the last that any row names. What a question leaves out is not asked for.
 */
record Scope(Coverage coverage) {

  /** Whether the term is a day, or the year of one. */
  boolean isTime(Term term) {
    return term.kind() == Kind.DAY || coverage.years().containsKey(term.name());
  }

  /** The points on each axis that the table must have a row for. */
  List<Spans> asked(PolicyTable table, Space space) {
    var sides = new ArrayList<Spans>();
    for (Axis axis : space.axes()) {
      sides.add(asked(table, axis));
    }
    return sides;
  }

  private Spans asked(PolicyTable table, Axis axis) {
    Spans given = axis.domain().minus(Spans.of(Axis.LEFT_OUT, Axis.LEFT_OUT));
    Optional<List<String>> words = coverage.asked(table.id(), axis.term().name());
    return switch (axis) {
      case Axis.YesNo _ -> given;
      case Axis.Numbers numbers -> isTime(axis.term()) ? named(table, numbers) : given;
      case Axis.Member member ->
          words.isPresent() && !words.get().contains(member.word()) ? Spans.of(0, 0) : given;
      case Axis.Words each ->
          words
              .map(
                  some -> some.stream().map(word -> Spans.of(place(each, word), place(each, word))))
              .map(points -> Spans.union(points.toList()))
              .orElse(given);
    };
  }

  private static long place(Axis.Words axis, String word) {
    return axis.point(Value.of(word));
  }

  /** From the first that any row names to the last, open where a row is open; all if none does. */
  Spans named(PolicyTable table, Axis.Numbers axis) {
    int column = table.inputs().indexOf(axis.term());
    if (column < 0) {
      return axis.given();
    }
    Spans named =
        Spans.union(
            table.rows().stream()
                .map(row -> row.conditions().get(column))
                .filter(condition -> !(condition instanceof Condition.Any))
                .map(axis::meeting)
                .toList());
    return named.isEmpty()
        ? axis.given()
        : Spans.of(named.first().orElseThrow(), named.last().orElseThrow());
  }
}
