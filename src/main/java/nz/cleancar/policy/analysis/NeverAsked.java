package nz.cleancar.policy.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nz.cleancar.policy.Policy;
import nz.cleancar.policy.table.Condition;
import nz.cleancar.policy.table.Kind;
import nz.cleancar.policy.table.Otherwise;
import nz.cleancar.policy.table.PolicyTable;
import nz.cleancar.policy.table.Row;
import nz.cleancar.policy.table.Standing;
import nz.cleancar.policy.table.Term;
import nz.cleancar.policy.table.Value;

/**
 * Where a table is never asked, or decides nothing, as the vocabulary's coverage states.
 *
 * <p>Either the table is asked for none of the words in question; or on every day in question
 * another table, which answers together with this one, has no row and no answer without one. It
 * follows from what people wrote there and not from the rules, which may ask one of the tables
 * without the other: whoever relies on it looks first for a question that says otherwise.
 */
public final class NeverAsked {

  private final Policy policy;
  private final Scope scope;

  /** What is never asked of a policy's tables, by its own vocabulary. */
  public NeverAsked(Policy policy) {
    this.policy = policy;
    this.scope = new Scope(policy.vocabulary().coverage());
  }

  /** On what it rests that a table is never asked so. */
  public sealed interface Ground {

    /** In this column the table is asked only for these words. */
    record OnlyFor(Term column, List<String> words) implements Ground {
      public OnlyFor {
        words = List.copyOf(words);
      }
    }

    /** A table that answers together with it has no row for any of the days. */
    record NoRow(PolicyTable lacking) implements Ground {}
  }

  /** Why a change in the region changes no answer; empty if it may. */
  public Optional<Ground> of(ChangedRegion region) {
    var sides = IntStream.range(0, region.axes().size()).mapToObj(region::side).toList();
    var part = new Part(region.table(), region.axes(), sides);
    return notAskedFor(part).or(() -> decidesNothing(part, clocks(part.axes())));
  }

  /**
   * Why a table is never asked so; empty if it may be.
   *
   * <p>Days count only where the column is a day or the year of one: of a bound that is no day, a
   * table without a row for the row's days says nothing.
   *
   * @param table a table of the policy, or one of the same id and columns
   * @param asked what the input columns are asked, one condition each
   * @param column which of them is in question, counted from 0
   */
  public Optional<Ground> of(PolicyTable table, List<Condition> asked, int column) {
    var question = table.with(List.of(row(asked)));
    var space = Space.of(List.of(question));
    var days =
        Stream.of(table.inputs().get(column)).filter(scope::isTime).map(this::clock).toList();
    var grounds =
        space.boxes(question).stream()
            .map(box -> new Part(table.id(), space.axes(), box.sides()))
            .map(part -> notAskedFor(part).or(() -> decidesNothing(part, days.stream())))
            .toList();
    return grounds.stream().allMatch(Optional::isPresent) ? grounds.getFirst() : Optional.empty();
  }

  private static Row row(List<Condition> asked) {
    return new Row(1, "", asked, List.of(), "", Standing.ASSUMED, "");
  }

  /** Some of what a table may be asked: on each axis a side. */
  private record Part(String table, List<Axis> axes, List<Spans> sides) {}

  private Optional<Ground> notAskedFor(Part part) {
    return IntStream.range(0, part.axes().size())
        .filter(axis -> isNotAskedFor(part, axis))
        .mapToObj(part.axes()::get)
        .findFirst()
        .map(axis -> new Ground.OnlyFor(axis.term(), words(part, axis).orElse(List.of())));
  }

  private Optional<List<String>> words(Part part, Axis axis) {
    return scope.coverage().asked(part.table(), axis.term().name());
  }

  /** What is left out of a question may be asked whatever words are. */
  private boolean isNotAskedFor(Part part, int index) {
    Axis axis = part.axes().get(index);
    Spans side = part.sides().get(index);
    return words(part, axis)
        .map(
            words ->
                switch (axis) {
                  case Axis.Words each ->
                      words.stream().noneMatch(word -> side.contains(each.point(Value.of(word))))
                          && !side.contains(Axis.LEFT_OUT);
                  case Axis.Member member ->
                      side.equals(Spans.of(1, 1)) && !words.contains(member.word());
                  case Axis.YesNo _, Axis.Numbers _ -> false;
                })
        .orElse(false);
  }

  private Optional<Ground> decidesNothing(Part part, Stream<String> clocks) {
    return clocks
        .flatMap(
            clock ->
                scope.coverage().together().stream()
                    .filter(group -> group.contains(part.table()))
                    .flatMap(List::stream)
                    .filter(other -> !other.equals(part.table()))
                    .flatMap(other -> policy.table(other).stream())
                    .filter(other -> isUnanswered(other, clock, part)))
        .findFirst()
        .map(Ground.NoRow::new);
  }

  /** Whether the table has no answer on any day of the part. */
  private boolean isUnanswered(PolicyTable table, String clock, Part part) {
    if (table.otherwise() instanceof Otherwise.Answer) {
      return false;
    }
    Spans days = days(clock, part.axes(), part.sides());
    var space = Space.of(List.of(table));
    return !days.contains(Axis.LEFT_OUT)
        && space.boxes(table).stream()
            .allMatch(box -> days(clock, space.axes(), box.sides()).and(days).isEmpty());
  }

  /** The days that the axes speak of, each by its name. */
  private Stream<String> clocks(List<Axis> axes) {
    return axes.stream().map(Axis::term).filter(scope::isTime).map(this::clock).distinct();
  }

  private String clock(Term term) {
    return scope.coverage().years().getOrDefault(term.name(), term.name());
  }

  /** The points of a clock's days on which all axes that speak of it agree; all if none does. */
  private Spans days(String clock, List<Axis> axes, List<Spans> sides) {
    var days = new ArrayList<Spans>();
    for (int i = 0; i < axes.size(); i++) {
      Term term = axes.get(i).term();
      if (scope.isTime(term) && clock(term).equals(clock)) {
        days.add(term.kind() == Kind.DAY ? sides.get(i) : DaySpace.daysOrLeftOut(sides.get(i)));
      }
    }
    return days.stream().reduce(Spans.of(Long.MIN_VALUE, Long.MAX_VALUE), Spans::and);
  }
}
