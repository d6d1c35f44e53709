package nz.cleancar.policy.table;

import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;

/** The order of values that have one, and their distance: numbers and days. */
final class Values {

  private Values() {}

  /** Compares two values of one kind; whole and exact numbers compare with each other. */
  static int compare(Value left, Value right) {
    return switch (left) {
      case Value.Day day when right instanceof Value.Day other ->
          day.date().compareTo(other.date());
      case Value.Whole whole when right instanceof Value.Whole other ->
          Long.compare(whole.number(), other.number());
      default -> number(left).compareTo(number(right));
    };
  }

  /** How far two values of one kind are apart; zero for values without an order. */
  static BigDecimal distance(Value left, Value right) {
    return switch (left) {
      case Value.Day day when right instanceof Value.Day other ->
          BigDecimal.valueOf(ChronoUnit.DAYS.between(day.date(), other.date())).abs();
      case Value.Whole _, Value.Decimal _ -> number(left).subtract(number(right)).abs();
      case Value.Word _, Value.Words _, Value.Day _, Value.YesNo _, Value.Sentence _ ->
          BigDecimal.ZERO;
    };
  }

  private static BigDecimal number(Value value) {
    return switch (value) {
      case Value.Whole whole -> BigDecimal.valueOf(whole.number());
      case Value.Decimal decimal -> decimal.number();
      case Value.Word _, Value.Words _, Value.Day _, Value.YesNo _, Value.Sentence _ ->
          throw new IllegalArgumentException("`" + value.text() + "` has no place in an order.");
    };
  }
}
