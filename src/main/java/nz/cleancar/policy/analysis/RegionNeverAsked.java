package nz.cleancar.policy.analysis;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nz.cleancar.policy.Policy;
import nz.cleancar.policy.table.Kind;
import nz.cleancar.policy.table.Otherwise;
import nz.cleancar.policy.table.PolicyTable;
import nz.cleancar.policy.table.Term;
import nz.cleancar.policy.table.Value;

/**
 * Where a table is never asked, or decides nothing, as the vocabulary's coverage states. It follows
 * from what people wrote there and not from the rules: where they are wrong, so is it.
 */
public final class RegionNeverAsked {

  private static final int FIRST_YEAR = 1;
  private static final int LAST_YEAR = 9999;

  private final Policy policy;
  private final Scope scope;

  /** What is never asked of a policy's tables, by its own vocabulary. */
  public RegionNeverAsked(Policy policy) {
    this.policy = policy;
    this.scope = new Scope(policy.vocabulary().coverage());
  }

  /**
   * Why the region changes no answer; empty if it may.
   *
   * <p>Either its table is asked for none of the words of the region; or on every day of the region
   * another table, which answers together with this one, has no row and no answer without one, so
   * that the question is undecided before and after.
   */
  public Optional<String> because(ChangedRegion region) {
    return notAskedFor(region).or(() -> decidesNothing(region));
  }

  private Optional<String> notAskedFor(ChangedRegion region) {
    return IntStream.range(0, region.axes().size())
        .filter(axis -> isNotAskedFor(region, axis))
        .boxed()
        .findFirst()
        .map(
            axis ->
                "By the vocabulary's coverage, %s is asked only for %s %s."
                    .formatted(
                        region.table(),
                        region.axes().get(axis).term().heading(),
                        String.join(
                            " or ", words(region, region.axes().get(axis)).orElse(List.of()))));
  }

  private Optional<List<String>> words(ChangedRegion region, Axis axis) {
    return scope.coverage().asked(region.table(), axis.term().name());
  }

  /** What is left out of a question may be asked whatever words are. */
  private boolean isNotAskedFor(ChangedRegion region, int index) {
    Axis axis = region.axes().get(index);
    Spans side = region.side(index);
    return words(region, axis)
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

  private Optional<String> decidesNothing(ChangedRegion region) {
    return clocks(region.axes())
        .flatMap(
            clock ->
                scope.coverage().together().stream()
                    .filter(group -> group.contains(region.table()))
                    .flatMap(List::stream)
                    .filter(other -> !other.equals(region.table()))
                    .flatMap(other -> policy.table(other).stream())
                    .filter(other -> isUnanswered(other, clock, region)))
        .findFirst()
        .map(
            other ->
                "By the vocabulary's coverage, %s and %s answer together, and %s has no row for"
                        .formatted(region.table(), other.id(), other.id())
                    + " any day of the change.");
  }

  /** Whether the table has no answer on any day of the region. */
  private boolean isUnanswered(PolicyTable table, String clock, ChangedRegion region) {
    if (table.otherwise() instanceof Otherwise.Answer) {
      return false;
    }
    Spans days = days(clock, region.axes(), region::side);
    var space = Space.of(List.of(table));
    return !days.contains(Axis.LEFT_OUT)
        && space.boxes(table).stream()
            .allMatch(box -> days(clock, space.axes(), box.sides()::get).and(days).isEmpty());
  }

  /** The days that the axes speak of, each by its name. */
  private Stream<String> clocks(List<Axis> axes) {
    return axes.stream().map(Axis::term).filter(scope::isTime).map(this::clock).distinct();
  }

  private String clock(Term term) {
    return scope.coverage().years().getOrDefault(term.name(), term.name());
  }

  /** The points of a clock's days on which all axes that speak of it agree; all if none does. */
  private Spans days(String clock, List<Axis> axes, IntFunction<Spans> sides) {
    return IntStream.range(0, axes.size())
        .filter(axis -> scope.isTime(axes.get(axis).term()))
        .filter(axis -> clock(axes.get(axis).term()).equals(clock))
        .mapToObj(
            axis ->
                axes.get(axis).term().kind() == Kind.DAY
                    ? sides.apply(axis)
                    : daysOfYears(sides.apply(axis)))
        .reduce(Spans.of(Long.MIN_VALUE, Long.MAX_VALUE), Spans::and);
  }

  private static Spans daysOfYears(Spans years) {
    return Spans.union(
        years.runs().stream()
            .map(run -> Spans.of(firstPoint(run[0]), firstDay(run[1] + 1) - 1))
            .toList());
  }

  private static long firstPoint(long year) {
    return year == Axis.LEFT_OUT ? year : firstDay(year);
  }

  /** The first day of a year, or of the nearest that has days. */
  private static long firstDay(long year) {
    return LocalDate.of(Math.clamp(year, FIRST_YEAR, LAST_YEAR + 1), 1, 1).toEpochDay();
  }
}
