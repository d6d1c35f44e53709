package nz.cleancar.policy.analysis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import nz.cleancar.policy.table.PolicyTable;
import nz.cleancar.policy.table.Term;
import nz.cleancar.policy.table.Vocabulary;

/** Everything that some tables may be asked, with years as their days, so that both compare. */
final class DaySpace {

  private static final long FIRST_YEAR = 1;
  private static final long LAST_YEAR = 9999;

  /** The terms that are the year of a day, each with the day. */
  private final Map<Term, Term> days;

  private final Space all;
  private final Space space;

  DaySpace(List<PolicyTable> tables, Map<Term, Term> days) {
    this.days = Map.copyOf(days);
    this.all = Space.of(tables);
    var axes = new LinkedHashSet<Axis>();
    all.axes().stream().map(this::byDay).forEach(axes::add);
    this.space = new Space(List.copyOf(axes));
  }

  /** The terms that are the year of a day, each with the day. */
  static Map<Term, Term> days(Vocabulary vocabulary) {
    var days = new HashMap<Term, Term>();
    vocabulary
        .coverage()
        .years()
        .forEach(
            (year, day) ->
                vocabulary
                    .named(year)
                    .ifPresent(from -> vocabulary.named(day).ifPresent(to -> days.put(from, to))));
    return days;
  }

  Space space() {
    return space;
  }

  /** The axis, or that of the day where it is the year of one. */
  Axis byDay(Axis axis) {
    return days.containsKey(axis.term()) ? new Axis.Numbers(days.get(axis.term())) : axis;
  }

  /** The boxes of a table's rows. */
  List<Box> boxes(PolicyTable table) {
    var boxes = new ArrayList<Box>();
    for (Box box : all.boxes(table)) {
      boxes.add(new Box(box.row(), sidesByDay(box)));
    }
    return boxes;
  }

  private List<Spans> sidesByDay(Box box) {
    var sides = new ArrayList<>(space.whole());
    for (int i = 0; i < all.axes().size(); i++) {
      Axis axis = all.axes().get(i);
      int to = space.axes().indexOf(byDay(axis));
      Spans side = box.sides().get(i);
      sides.set(to, sides.get(to).and(days.containsKey(axis.term()) ? days(side) : side));
    }
    return sides;
  }

  /** The days of some years. */
  static Spans days(Spans years) {
    return Spans.union(
        years.and(Spans.of(FIRST_YEAR, LAST_YEAR)).runs().stream()
            .map(run -> Spans.of(day(run[0], 1, 1), day(run[1], 12, 31)))
            .toList());
  }

  /** The days of some years, and what is left out where they hold it. */
  static Spans daysOrLeftOut(Spans years) {
    return Spans.union(List.of(days(years), years.and(Spans.of(Axis.LEFT_OUT, Axis.LEFT_OUT))));
  }

  private static long day(long year, int month, int day) {
    return LocalDate.of(Math.toIntExact(year), month, day).toEpochDay();
  }
}
