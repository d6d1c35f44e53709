package nz.cleancar.policy.analysis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import nz.cleancar.policy.Finding;
import nz.cleancar.policy.Place;
import nz.cleancar.policy.table.Term;

/**
 * Tables that answer for each other's days: from the first day that any of them names to the last,
 * whatever one has a row for, the others have one for too. A gap between the first and the last day
 * of one table is that table's own finding.
 */
final class Counterparts {

  private static final int MOST_PLACES = 5;

  private final List<Layout> group;

  /** The terms that are the year of a day, each with the day. */
  private final Map<Term, Term> days;

  private final DaySpace daySpace;
  private final Space space;
  private final List<Box> boxes = new ArrayList<>();

  /** Which table of the group each box belongs to. */
  private final List<Integer> owners = new ArrayList<>();

  Counterparts(List<Layout> group, Map<Term, Term> days) {
    this.group = List.copyOf(group);
    this.days = Map.copyOf(days);
    this.daySpace = new DaySpace(group.stream().map(Layout::table).toList(), days);
    this.space = daySpace.space();
    for (int owner = 0; owner < group.size(); owner++) {
      for (Box box : daySpace.boxes(group.get(owner).table())) {
        boxes.add(box);
        owners.add(owner);
      }
    }
  }

  private static Spans years(Spans days) {
    return Spans.union(
        days.runs().stream().map(run -> Spans.of(year(run[0]), year(run[1]))).toList());
  }

  private static long year(long day) {
    return LocalDate.ofEpochDay(day).getYear();
  }

  /** Adds what is lacking to what is told of each table; whether the work could be done. */
  boolean tell(List<Told> told, Budget budget) {
    boolean done = true;
    for (int lacking = 0; lacking < group.size(); lacking++) {
      if (group.get(lacking).mustAnswer()) {
        done &= tell(lacking, told.get(lacking), budget);
      }
    }
    return done;
  }

  private boolean tell(int lacking, Told told, Budget budget) {
    var diagram =
        Diagram.of(space, boxes, Diagram.Counting.ALL, some -> lacks(lacking, some), budget);
    for (int axis = 0; axis < space.axes().size(); axis++) {
      if (diagram.isPresent()
          && space.axes().get(axis) instanceof Axis.Numbers numbers
          && group.get(lacking).scope().isTime(numbers.term())) {
        int time = axis;
        var within = asked(lacking);
        within.set(axis, within.get(axis).minus(named(lacking, numbers)));
        diagram
            .get()
            .visit(
                within,
                lacks -> lacks,
                region ->
                    told.tell("no-counterpart", () -> finding(lacking, time, region.sides())));
      }
    }
    return diagram.isPresent();
  }

  /** Whether others of these boxes are the only ones. */
  private boolean lacks(int lacking, BitSet some) {
    return !some.isEmpty() && some.stream().noneMatch(box -> owners.get(box) == lacking);
  }

  /** What the table is asked for, in time from the first to the last bound that any table names. */
  private List<Spans> asked(int table) {
    var layout = group.get(table);
    var within = new ArrayList<>(layout.scope().asked(layout.table(), space));
    for (int axis = 0; axis < within.size(); axis++) {
      if (space.axes().get(axis) instanceof Axis.Numbers numbers
          && layout.scope().isTime(numbers.term())) {
        within.set(axis, window(axis, numbers));
      }
    }
    return within;
  }

  private Spans window(int axis, Axis.Numbers numbers) {
    Spans given = numbers.given();
    var ends =
        boxes.stream()
            .flatMap(box -> box.sides().get(axis).runs().stream())
            .flatMapToLong(run -> LongStream.of(run))
            .filter(end -> given.contains(end))
            .filter(end -> end > given.first().orElseThrow() && end < given.last().orElseThrow())
            .summaryStatistics();
    return Spans.of(ends.getMin(), ends.getMax());
  }

  /** From the first day that the table names to the last. */
  private Spans named(int table, Axis.Numbers axis) {
    var layout = group.get(table);
    Spans named = layout.scope().named(layout.table(), axis);
    for (Term term : layout.table().inputs()) {
      if (axis.term().equals(days.get(term))) {
        named =
            named.and(DaySpace.days(layout.scope().named(layout.table(), new Axis.Numbers(term))));
      }
    }
    return named;
  }

  private Finding finding(int lacking, int axis, List<Spans> sides) {
    var layout = group.get(lacking);
    String missing = layout.rowsFor(sidesOf(layout, sides));
    var there = there(sides);
    var others =
        there.stream().map(box -> group.get(owners.get(box)).table().id()).distinct().toList();
    String names = String.join(" and ", others);
    return Finding.error(
            "no-counterpart",
            place(lacking, axis, sides),
            "a row of %s wherever %s %s one"
                .formatted(layout.table().id(), names, others.size() == 1 ? "has" : "have"),
            "none for " + missing,
            "Add to %s what it lacks, %s, or end the rows of %s where its own end."
                .formatted(layout.table().id(), missing, names))
        .alsoAt(
            there.stream()
                .map(box -> group.get(owners.get(box)).place(boxes.get(box).row()))
                .distinct()
                .limit(MOST_PLACES)
                .toList())
        .shownBy(Wording.ofEnds(space, boxes).witness(sides));
  }

  /** The cell of the row nearest in time, among those that have what else the sides say. */
  private Place place(int lacking, int axis, List<Spans> sides) {
    var layout = group.get(lacking);
    var anyTime = new ArrayList<>(sides);
    anyTime.set(axis, space.axes().get(axis).domain());
    return there(anyTime).stream()
        .filter(box -> owners.get(box) == lacking)
        .min(
            Comparator.comparingLong(
                box -> distance(boxes.get(box).sides().get(axis), sides.get(axis))))
        .flatMap(
            box ->
                layout.timeColumns().stream()
                    .findFirst()
                    .map(column -> layout.place(boxes.get(box).row(), column)))
        .orElse(layout.place());
  }

  private static long distance(Spans some, Spans others) {
    return Math.max(
        others.first().orElseThrow() - some.last().orElseThrow(),
        some.first().orElseThrow() - others.last().orElseThrow());
  }

  /** The boxes that have points within the sides. */
  private List<Integer> there(List<Spans> sides) {
    var region = new Box(0, sides);
    return IntStream.range(0, boxes.size())
        .filter(box -> boxes.get(box).meets(region))
        .boxed()
        .toList();
  }

  /** The sides in the table's own columns. */
  private List<Spans> sidesOf(Layout layout, List<Spans> sides) {
    return layout.space().axes().stream()
        .map(
            axis -> {
              int from = space.axes().indexOf(daySpace.byDay(axis));
              if (from < 0) {
                return axis.domain();
              }
              return days.containsKey(axis.term()) ? years(sides.get(from)) : sides.get(from);
            })
        .toList();
  }
}
