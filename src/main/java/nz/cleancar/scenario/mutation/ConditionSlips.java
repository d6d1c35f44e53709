package nz.cleancar.scenario.mutation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import nz.cleancar.policy.table.Condition;
import nz.cleancar.policy.table.Condition.Bound;
import nz.cleancar.policy.table.Coverage;
import nz.cleancar.policy.table.Kind;
import nz.cleancar.policy.table.Term;
import nz.cleancar.policy.table.Value;
import nz.cleancar.scenario.mutation.Mutant.Slip;

/**
 * How the cells of an input column are mistyped. What comes of it is a cell that can be read.
 *
 * @param column the column's cells, in the order of the rows
 * @param words the words that a cell may have
 */
record ConditionSlips(Term term, Coverage coverage, List<Condition> column, List<String> words) {

  private static final int MOST_OTHER_WORDS = 4;

  ConditionSlips {
    column = List.copyOf(column);
    words = List.copyOf(words);
  }

  /** What the cell of this row could say by mistake; some of it twice, or as it is. */
  List<Slipped<Condition>> of(int row) {
    var slips = new ArrayList<Slipped<Condition>>();
    switch (column.get(row)) {
      case Condition.Any _ -> addValues(slips);
      case Condition.OneOf(List<Value> values) -> {
        addMembers(values, slips);
        addAny(slips);
      }
      case Condition.Range range -> {
        addBounds(range, slips);
        addAny(slips);
      }
    }
    Stream.of(row - 1, row + 1)
        .filter(near -> near >= 0 && near < column.size())
        .forEach(near -> slips.add(new Slipped<>(Slip.NEIGHBOUR, column.get(near))));
    return slips;
  }

  private static void addAny(List<Slipped<Condition>> slips) {
    slips.add(new Slipped<>(Slip.ANY_FOR_VALUE, new Condition.Any()));
  }

  /** The first and the last of what could stand where nothing is asked. */
  private void addValues(List<Slipped<Condition>> slips) {
    List<Value> values =
        term.kind() == Kind.YES_NO
            ? List.of(Value.of(true), Value.of(false))
            : words.stream().<Value>map(Value::of).toList();
    if (!values.isEmpty()) {
      Stream.of(values.getFirst(), values.getLast())
          .map(value -> new Condition.OneOf(List.of(value)))
          .forEach(one -> slips.add(new Slipped<>(Slip.VALUE_FOR_ANY, one)));
    }
  }

  private void addMembers(List<Value> values, List<Slipped<Condition>> slips) {
    var each =
        new ValueSlips(term, coverage, words, values.size() == 1 ? MOST_OTHER_WORDS : words.size());
    for (int at = 0; at < values.size(); at++) {
      if (values.size() > 1) {
        var fewer = new ArrayList<>(values);
        fewer.remove(at);
        slips.add(new Slipped<>(Slip.WORD_DROPPED, new Condition.OneOf(fewer)));
      }
      addOthers(values, at, each.ofCondition(values.get(at)), slips);
    }
  }

  /** The list with one member another; of other words only the first that the list lacks. */
  private static void addOthers(
      List<Value> values, int at, List<Slipped<Value>> others, List<Slipped<Condition>> slips) {
    boolean replaced = false;
    for (Slipped<Value> other : others) {
      boolean oneMore = values.size() > 1 && other.slip() == Slip.WORD_REPLACED && replaced;
      if (!values.contains(other.to()) && !oneMore) {
        var changed = new ArrayList<>(values);
        changed.set(at, other.to());
        slips.add(other.map(_ -> new Condition.OneOf(changed)));
        replaced |= other.slip() == Slip.WORD_REPLACED;
      }
    }
  }

  private void addBounds(Condition.Range range, List<Slipped<Condition>> slips) {
    range
        .lower()
        .ifPresent(
            bound ->
                addBound(bound, other -> new Condition.Range(other, range.upperBound()), slips));
    range
        .upper()
        .ifPresent(
            bound ->
                addBound(bound, other -> new Condition.Range(range.lowerBound(), other), slips));
    if (range.lowerBound() == null || range.upperBound() == null) {
      slips.add(
          new Slipped<>(
              Slip.COMPARISON, new Condition.Range(range.upperBound(), range.lowerBound())));
    }
  }

  private void addBound(
      Bound bound, Function<Bound, Condition.Range> range, List<Slipped<Condition>> slips) {
    var values = new ValueSlips(term, coverage, words, 0);
    Stream.concat(
            Stream.of(
                new Slipped<>(Slip.INCLUSIVENESS, new Bound(bound.value(), !bound.inclusive()))),
            values.ofCondition(bound.value()).stream()
                .map(slip -> slip.map(value -> new Bound(value, bound.inclusive()))))
        .map(slip -> slip.map(range))
        .filter(slip -> !isEmpty(slip.to()))
        .forEach(slip -> slips.add(slip.map(changed -> changed)));
  }

  /** Whether nothing lies in the range, which no cell may say. */
  private static boolean isEmpty(Condition.Range range) {
    Optional<BigDecimal> first = range.lower().map(bound -> position(bound, 1));
    Optional<BigDecimal> last = range.upper().map(bound -> position(bound, -1));
    if (first.isEmpty() || last.isEmpty()) {
      return false;
    }
    int order = first.get().compareTo(last.get());
    boolean open = !holdsEnds(range);
    return order > 0 || (order == 0 && open);
  }

  /** Whether a range from a number with decimals to itself holds it. */
  private static boolean holdsEnds(Condition.Range range) {
    return Stream.of(range.lower(), range.upper())
        .flatMap(Optional::stream)
        .allMatch(bound -> bound.inclusive() || !(bound.value() instanceof Value.Decimal));
  }

  /** Where a range begins or ends: of what is counted, at the next one if the end is left out. */
  private static BigDecimal position(Bound bound, int inwards) {
    long step = bound.inclusive() ? 0 : inwards;
    return switch (bound.value()) {
      case Value.Decimal(BigDecimal number) -> number;
      case Value.Whole(long number) -> BigDecimal.valueOf(number + step);
      case Value.Day(var date) -> BigDecimal.valueOf(date.toEpochDay() + step);
      case Value.Word _, Value.Words _, Value.YesNo _, Value.Sentence _ ->
          throw new IllegalStateException("Only numbers and days have ranges.");
    };
  }
}
