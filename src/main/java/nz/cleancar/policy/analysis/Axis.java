package nz.cleancar.policy.analysis;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nz.cleancar.policy.table.Condition;
import nz.cleancar.policy.table.Condition.Bound;
import nz.cleancar.policy.table.Kind;
import nz.cleancar.policy.table.Term;
import nz.cleancar.policy.table.Value;

/**
 * What one input column may be asked, as points on a line: a word's place among the words, a whole
 * number, a number's millionths, a day's number. What is left out of a question is a point before
 * all others.
 */
sealed interface Axis {

  /** The point of a value that was left out. */
  long LEFT_OUT = Long.MIN_VALUE;

  /** The term whose value it is. */
  Term term();

  /** Every point that there is, {@link #LEFT_OUT} included where the term may be left out. */
  Spans domain();

  /** The points that meet the condition. */
  Spans meeting(Condition condition);

  /** The value at a point of the domain; empty where it was left out. */
  Optional<Value> value(long point);

  /** The point of a value of the term. */
  long point(Value value);

  /** Words: the allowed ones, or those that the tables name and, for all the others, one more. */
  record Words(Term term, List<String> words, boolean others) implements Axis {

    public Words {
      words = List.copyOf(words);
    }

    @Override
    public Spans domain() {
      return withLeftOut(term, Spans.of(0, words.size() - (others ? 0 : 1)));
    }

    @Override
    public Spans meeting(Condition condition) {
      return listed(this, condition);
    }

    @Override
    public Optional<Value> value(long point) {
      if (point == LEFT_OUT) {
        return Optional.empty();
      }
      return Optional.of(
          Value.of(point < words.size() ? words.get(Math.toIntExact(point)) : other()));
    }

    private String other() {
      var name = new StringBuilder("OTHER");
      while (words.contains(name.toString())) {
        name.append('_');
      }
      return name.toString();
    }

    @Override
    public long point(Value value) {
      int index = words.indexOf(value.text());
      return index < 0 ? words.size() : index;
    }
  }

  /** Whether one word is among several: 0 where it is not, 1 where it is. */
  record Member(Term term, String word) implements Axis {

    @Override
    public Spans domain() {
      return Spans.of(0, 1);
    }

    /** Of conditions on several words only {@code any} can be seen from one word alone. */
    @Override
    public Spans meeting(Condition condition) {
      return domain();
    }

    @Override
    public Optional<Value> value(long point) {
      return Optional.of(Value.of(point == 1 ? List.of(word) : List.of()));
    }

    @Override
    public long point(Value value) {
      return value instanceof Value.Words(List<String> all) && all.contains(word) ? 1 : 0;
    }
  }

  /** Yes (1) or no (0). */
  record YesNo(Term term) implements Axis {

    @Override
    public Spans domain() {
      return withLeftOut(term, Spans.of(0, 1));
    }

    @Override
    public Spans meeting(Condition condition) {
      return listed(this, condition);
    }

    @Override
    public Optional<Value> value(long point) {
      return point == LEFT_OUT ? Optional.empty() : Optional.of(Value.of(point == 1));
    }

    @Override
    public long point(Value value) {
      return value instanceof Value.YesNo(boolean yes) && yes ? 1 : 0;
    }
  }

  /** Whole numbers, numbers in millionths, or days. */
  record Numbers(Term term) implements Axis {

    private static final long LARGEST = 999_999_999_999L;

    /** How many points a whole number is from the next one, where decimals are asked. */
    static final long MILLIONTHS = 1_000_000;

    private static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    @Override
    public Spans domain() {
      return withLeftOut(term, given());
    }

    /** Every point but the one for what is left out. */
    Spans given() {
      return switch (term.kind()) {
        case DAY -> Spans.of(FIRST_DAY.toEpochDay(), LAST_DAY.toEpochDay());
        case DECIMAL -> Spans.of(least(-LARGEST * MILLIONTHS), LARGEST * MILLIONTHS);
        case WHOLE -> Spans.of(least(-LARGEST), LARGEST);
        case WORD, WORDS, YES_NO, SENTENCE ->
            throw new IllegalArgumentException(term.name() + " is no number.");
      };
    }

    private long least(long otherwise) {
      return term.least().map(number -> point(Value.of(number))).orElse(otherwise);
    }

    @Override
    public Spans meeting(Condition condition) {
      return switch (condition) {
        case Condition.Any _ -> domain();
        case Condition.OneOf(List<Value> values) -> points(this, values).and(given());
        case Condition.Range range ->
            Spans.of(
                    range.lower().map(bound -> inwards(bound, 1)).orElse(LEFT_OUT + 1),
                    range.upper().map(bound -> inwards(bound, -1)).orElse(Long.MAX_VALUE))
                .and(given());
      };
    }

    private long inwards(Bound bound, long step) {
      return point(bound.value()) + (bound.inclusive() ? 0 : step);
    }

    @Override
    public Optional<Value> value(long point) {
      if (point == LEFT_OUT) {
        return Optional.empty();
      }
      return Optional.of(
          switch (term.kind()) {
            case DAY -> Value.of(LocalDate.ofEpochDay(point));
            case DECIMAL -> Value.of(BigDecimal.valueOf(point, Value.Decimal.MAX_DECIMALS));
            case WHOLE, WORD, WORDS, YES_NO, SENTENCE -> Value.of(point);
          });
    }

    @Override
    public long point(Value value) {
      return switch (value) {
        case Value.Day(LocalDate date) -> date.toEpochDay();
        case Value.Whole(long number) -> term.kind() == Kind.DECIMAL ? number * MILLIONTHS : number;
        case Value.Decimal(BigDecimal number) ->
            term.kind() == Kind.DECIMAL
                ? number.movePointRight(Value.Decimal.MAX_DECIMALS).longValueExact()
                : number.longValueExact();
        case Value.Word _, Value.Words _, Value.YesNo _, Value.Sentence _ ->
            throw new IllegalArgumentException("`" + value.text() + "` is no number.");
      };
    }
  }

  /** The points that meet a condition on values that have no order. */
  private static Spans listed(Axis axis, Condition condition) {
    return switch (condition) {
      case Condition.Any _ -> axis.domain();
      case Condition.OneOf(List<Value> values) -> points(axis, values);
      case Condition.Range _ ->
          throw new IllegalArgumentException(axis.term().name() + " has no ranges.");
    };
  }

  private static Spans points(Axis axis, List<Value> values) {
    return Spans.union(
        values.stream().map(axis::point).map(point -> Spans.of(point, point)).toList());
  }

  private static Spans withLeftOut(Term term, Spans given) {
    return term.optional() ? Spans.union(List.of(Spans.of(LEFT_OUT, LEFT_OUT), given)) : given;
  }
}
