package nz.cleancar.policy.table;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What one cell of an input column asks of a value. */
public sealed interface Condition {

  /** Whether the value, which may have been left out of the question, meets the condition. */
  boolean matches(Optional<Value> value);

  /** The condition as the cell has it. */
  String text();

  /**
   * How far a number or a day (in days) is from the nearest one that would match; zero for one that
   * matches, and for words, which are not near or far.
   */
  default BigDecimal distance(Value value) {
    return BigDecimal.ZERO;
  }

  /** Met by every value, and by none. */
  record Any() implements Condition {
    @Override
    public boolean matches(Optional<Value> value) {
      return true;
    }

    @Override
    public String text() {
      return "any";
    }
  }

  /** Met by each of the values; of several words, one must be among them. */
  record OneOf(List<Value> values) implements Condition {
    public OneOf {
      values = List.copyOf(values);
      if (values.isEmpty()) {
        throw new IllegalArgumentException("A list has at least one value.");
      }
    }

    @Override
    public boolean matches(Optional<Value> value) {
      return value
          .map(
              found ->
                  found instanceof Value.Words words
                      ? values.stream().anyMatch(wanted -> words.all().contains(wanted.text()))
                      : values.contains(found))
          .orElse(false);
    }

    @Override
    public BigDecimal distance(Value found) {
      return values.stream()
          .map(value -> Values.distance(found, value))
          .min(BigDecimal::compareTo)
          .orElseThrow();
    }

    @Override
    public String text() {
      return values.stream().map(Value::text).collect(Collectors.joining("; "));
    }
  }

  /**
   * Met by values between the bounds. At least one bound is there; both are of one kind, and the
   * range is not empty.
   */
  record Range(@Nullable Bound lowerBound, @Nullable Bound upperBound) implements Condition {
    public Range {
      if (lowerBound == null && upperBound == null) {
        throw new IllegalArgumentException("A range has a bound.");
      }
    }

    /** The lower bound, unless the range is open below. */
    public Optional<Bound> lower() {
      return Optional.ofNullable(lowerBound);
    }

    /** The upper bound, unless the range is open above. */
    public Optional<Bound> upper() {
      return Optional.ofNullable(upperBound);
    }

    @Override
    public boolean matches(Optional<Value> value) {
      return value.map(found -> isAbove(found) && isBelow(found)).orElse(false);
    }

    private boolean isAbove(Value found) {
      if (lowerBound == null) {
        return true;
      }
      int order = Values.compare(found, lowerBound.value());
      return order > 0 || (order == 0 && lowerBound.inclusive());
    }

    private boolean isBelow(Value found) {
      if (upperBound == null) {
        return true;
      }
      int order = Values.compare(found, upperBound.value());
      return order < 0 || (order == 0 && upperBound.inclusive());
    }

    @Override
    public BigDecimal distance(Value found) {
      if (lowerBound != null && !isAbove(found)) {
        return Values.distance(found, lowerBound.value());
      }
      return upperBound != null && !isBelow(found)
          ? Values.distance(found, upperBound.value())
          : BigDecimal.ZERO;
    }

    @Override
    public String text() {
      if (lowerBound == null) {
        return upper()
            .map(bound -> (bound.inclusive() ? "<= " : "< ") + bound.value().text())
            .orElseThrow();
      }
      if (upperBound == null) {
        return (lowerBound.inclusive() ? ">= " : "> ") + lowerBound.value().text();
      }
      return (lowerBound.inclusive() ? "[" : "(")
          + lowerBound.value().text()
          + ".."
          + upperBound.value().text()
          + (upperBound.inclusive() ? "]" : ")");
    }
  }

  /**
   * One end of a range.
   *
   * @param value a whole number, a decimal or a day
   * @param inclusive whether the range holds the value itself
   */
  record Bound(Value value, boolean inclusive) {}
}
