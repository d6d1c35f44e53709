package nz.cleancar.scenario.coverage;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nz.cleancar.policy.table.Condition;
import nz.cleancar.policy.table.Condition.Bound;
import nz.cleancar.policy.table.Kind;
import nz.cleancar.policy.table.PolicyTable;
import nz.cleancar.policy.table.Row;
import nz.cleancar.policy.table.Term;
import nz.cleancar.policy.table.Value;
import nz.cleancar.policy.table.Vocabulary;

/** Both sides of the bounds of ranges, one step apart. */
final class Bounds {

  private final Vocabulary vocabulary;

  Bounds(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** The sides of a cell's bounds; those below the term's least are left out. */
  List<Goal.Side> sides(PolicyTable table, Row row, int column) {
    var sides = new ArrayList<Goal.Side>();
    if (row.conditions().get(column) instanceof Condition.Range range) {
      range.lower().ifPresent(bound -> add(table, row, column, bound, true, sides));
      range.upper().ifPresent(bound -> add(table, row, column, bound, false, sides));
    }
    return sides.stream().filter(side -> isWithin(side, row.conditions().get(column))).toList();
  }

  private void add(
      PolicyTable table, Row row, int column, Bound bound, boolean lower, List<Goal.Side> sides) {
    var term = table.inputs().get(column);
    var step = vocabulary.coverage().step(term);
    var inwards = lower ? step : step.negate();
    Value on = asked(term, bound.value());
    Value inside = bound.inclusive() ? on : moved(on, inwards);
    Value outside = bound.inclusive() ? moved(on, inwards.negate()) : on;
    sides.add(new Goal.Side(table, row, column, inside, bound.value(), lower, true));
    sides.add(new Goal.Side(table, row, column, outside, bound.value(), lower, false));
  }

  private static boolean isWithin(Goal.Side side, Condition condition) {
    return condition.matches(Optional.of(side.value())) == side.inside()
        && !side.term().isBelowLeast(side.value());
  }

  private static Value moved(Value value, BigDecimal by) {
    return switch (value) {
      case Value.Whole(long number) -> Value.of(Math.addExact(number, by.longValueExact()));
      case Value.Decimal(BigDecimal number) -> Value.of(number.add(by));
      case Value.Day(var day) -> Value.of(day.plusDays(by.longValueExact()));
      case Value.Word _, Value.Words _, Value.YesNo _, Value.Sentence _ ->
          throw new IllegalArgumentException("`" + value.text() + "` has no order.");
    };
  }

  /**
   * The value as the term's questions have it: whole numbers and decimals may stand for another.
   */
  static Value asked(Term term, Value value) {
    return switch (value) {
      case Value.Whole(long number) when term.kind() == Kind.DECIMAL ->
          Value.of(BigDecimal.valueOf(number));
      case Value.Decimal(BigDecimal number) when term.kind() == Kind.WHOLE ->
          number.scale() <= 0 ? Value.of(number.longValueExact()) : value;
      case Value _ -> value;
    };
  }
}
