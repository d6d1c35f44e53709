package nz.cleancar.policy.analysis;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nz.cleancar.policy.table.Condition;
import nz.cleancar.policy.table.Condition.Bound;
import nz.cleancar.policy.table.Term;
import nz.cleancar.policy.table.Value;
import org.jspecify.annotations.Nullable;

/** Values that may meet a condition. */
final class Candidates {

  private Candidates() {}

  static boolean isOrdered(Term term) {
    return switch (term.kind()) {
      case WHOLE, DECIMAL, DAY -> true;
      case WORD, WORDS, YES_NO, SENTENCE -> false;
    };
  }

  /** The values that it lists, or its bounds and what is a step within them. */
  static List<Value> of(Condition condition, BigDecimal step) {
    return switch (condition) {
      case Condition.Any _ -> List.of();
      case Condition.OneOf(List<Value> values) -> values;
      case Condition.Range range ->
          Stream.concat(
                  range.lower().stream().flatMap(bound -> inwards(bound, step)),
                  range.upper().stream().flatMap(bound -> inwards(bound, step.negate())))
              .toList();
    };
  }

  private static Stream<Value> inwards(Bound bound, BigDecimal step) {
    return Stream.of(bound.value(), moved(bound.value(), step));
  }

  /** The day of the year that is ordinary, in the years that the condition's bounds name. */
  static List<Value> near(Condition condition, @Nullable Value ordinary) {
    var days = new ArrayList<Value>();
    if (ordinary instanceof Value.Day(LocalDate day) && condition instanceof Condition.Range) {
      for (Value bound : of(condition, BigDecimal.ZERO)) {
        if (bound instanceof Value.Day(LocalDate named)) {
          days.add(Value.of(day.withYear(named.getYear())));
        }
      }
    }
    return days;
  }

  /** The value with so much added; days for a day. */
  static Value moved(Value value, BigDecimal by) {
    return switch (value) {
      case Value.Whole(long number) -> Value.of(BigDecimal.valueOf(number).add(by).longValue());
      case Value.Decimal(BigDecimal number) -> Value.of(number.add(by));
      case Value.Day(LocalDate day) -> Value.of(day.plusDays(by.longValue()));
      case Value.Word _, Value.Words _, Value.YesNo _, Value.Sentence _ -> value;
    };
  }
}
