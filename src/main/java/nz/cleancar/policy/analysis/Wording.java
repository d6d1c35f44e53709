package nz.cleancar.policy.analysis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import nz.cleancar.policy.Witness;
import nz.cleancar.policy.table.Condition;
import nz.cleancar.policy.table.Kind;
import nz.cleancar.policy.table.PolicyTable;
import nz.cleancar.policy.table.Term;
import nz.cleancar.policy.table.Value;

/**
 * How regions are told to people: by a case that lies in one, made of values that cells name where
 * it can be, and by the cells that would ask for one.
 */
final class Wording {

  private static final LocalDate PLAIN_DAY = LocalDate.of(2000, 1, 1);

  private final Space space;

  /** The points that cells name, by axis. */
  private final List<NavigableSet<Long>> named;

  private Wording(Space space, List<NavigableSet<Long>> named) {
    this.space = space;
    this.named = List.copyOf(named);
  }

  /** Wording in which the values that the tables' cells name come first. */
  static Wording of(Space space, List<PolicyTable> tables) {
    var named = new ArrayList<NavigableSet<Long>>();
    for (Axis axis : space.axes()) {
      var points = new TreeSet<Long>();
      for (PolicyTable table : tables) {
        int column = table.inputs().indexOf(axis.term());
        if (column >= 0 && axis instanceof Axis.Numbers) {
          table.rows().stream()
              .flatMap(row -> values(row.conditions().get(column)).stream())
              .forEach(value -> points.add(axis.point(value)));
        }
      }
      named.add(points);
    }
    return new Wording(space, named);
  }

  /** Wording in which the points where boxes begin or end come first. */
  static Wording ofEnds(Space space, List<Box> boxes) {
    var named = new ArrayList<NavigableSet<Long>>();
    for (int axis = 0; axis < space.axes().size(); axis++) {
      var points = new TreeSet<Long>();
      for (Box box : boxes) {
        box.sides().get(axis).runs().forEach(run -> points.addAll(List.of(run[0], run[1])));
      }
      Spans domain = space.axes().get(axis).domain();
      points.remove(domain.first().orElse(0));
      points.remove(domain.last().orElse(0));
      named.add(points);
    }
    return new Wording(space, named);
  }

  private static List<Value> values(Condition condition) {
    return switch (condition) {
      case Condition.Any _ -> List.of();
      case Condition.OneOf(List<Value> values) -> values;
      case Condition.Range range -> {
        var ends = new ArrayList<Value>();
        range.lower().ifPresent(bound -> ends.add(bound.value()));
        range.upper().ifPresent(bound -> ends.add(bound.value()));
        yield ends;
      }
    };
  }

  /** A case within the sides, none of which is empty. */
  Witness witness(List<Spans> sides) {
    var values = new LinkedHashMap<Term, Value>();
    for (int i = 0; i < sides.size(); i++) {
      Axis axis = space.axes().get(i);
      axis.value(point(i, sides.get(i)))
          .ifPresent(value -> values.merge(axis.term(), value, Wording::together));
    }
    return new Witness(
        "",
        values.entrySet().stream()
            .map(each -> new Witness.Given(each.getKey(), each.getValue()))
            .toList());
  }

  private static Value together(Value left, Value right) {
    if (left instanceof Value.Words(List<String> some)
        && right instanceof Value.Words(List<String> others)) {
      var all = new ArrayList<>(some);
      all.addAll(others);
      return Value.of(all);
    }
    throw new IllegalArgumentException("Only words are told one by one.");
  }

  /** The point of a side that people find easiest to read. */
  private long point(int index, Spans side) {
    Axis axis = space.axes().get(index);
    Spans given = side.minus(Spans.of(Axis.LEFT_OUT, Axis.LEFT_OUT));
    if (given.isEmpty()) {
      return Axis.LEFT_OUT;
    }
    if (!(axis instanceof Axis.Numbers numbers)) {
      return given.first().orElseThrow();
    }
    return named.get(index).stream()
        .filter(given::contains)
        .findFirst()
        .orElseGet(() -> plain(numbers, given.runs().getFirst()));
  }

  private static long plain(Axis.Numbers axis, long[] run) {
    long lowest = axis.given().first().orElseThrow();
    long highest = axis.given().last().orElseThrow();
    if (run[0] == lowest && run[1] == highest) {
      long usual = axis.term().kind() == Kind.DAY ? PLAIN_DAY.toEpochDay() : 0;
      return Math.max(lowest, usual);
    }
    boolean downwards = run[0] == lowest;
    long end = downwards ? run[1] : run[0];
    if (axis.term().kind() != Kind.DECIMAL) {
      return end;
    }
    return LongStream.iterate(Axis.Numbers.MILLIONTHS, step -> step > 1, step -> step / 10)
        .map(step -> (downwards ? Math.floorDiv(end, step) : Math.ceilDiv(end, step)) * step)
        .filter(point -> run[0] <= point && point <= run[1])
        .findFirst()
        .orElse(end);
  }

  /**
   * The one cell that asks for just these points of a column, where one can.
   *
   * @param sides a side for each axis of the space, of which those of the column's term matter
   */
  Optional<String> cell(Term term, List<Spans> sides) {
    List<String> cells = cells(term, sides);
    return cells.size() == 1 ? Optional.of(cells.getFirst()) : Optional.empty();
  }

  /** The cells that together ask for just these points of a column; none where no cells can. */
  List<String> cells(Term term, List<Spans> sides) {
    var axes = space.axesOf(term);
    if (axes.stream().allMatch(i -> sides.get(i).equals(space.axes().get(i).domain()))) {
      return List.of("any");
    }
    int index = axes.getFirst();
    Spans side = sides.get(index);
    if (side.contains(Axis.LEFT_OUT)) {
      return List.of();
    }
    return switch (space.axes().get(index)) {
      case Axis.Member _ -> List.of();
      case Axis.YesNo axis -> side.runs().size() == 1 ? yesNo(axis, side) : List.of();
      case Axis.Words axis -> words(axis, side);
      case Axis.Numbers axis -> numbers(index, axis, side);
    };
  }

  private static List<String> yesNo(Axis.YesNo axis, Spans side) {
    long point = side.first().orElseThrow();
    return side.last().orElseThrow() == point
        ? axis.value(point).map(Value::text).stream().toList()
        : List.of();
  }

  private static List<String> words(Axis.Words axis, Spans side) {
    if (axis.others() && side.contains(axis.words().size())) {
      return List.of();
    }
    return List.of(
        LongStream.range(0, axis.words().size())
            .filter(side::contains)
            .mapToObj(point -> axis.words().get(Math.toIntExact(point)))
            .collect(Collectors.joining("; ")));
  }

  private List<String> numbers(int index, Axis.Numbers axis, Spans side) {
    var runs = side.runs();
    if (runs.stream().allMatch(run -> run[0] == run[1])) {
      return List.of(
          runs.stream().map(run -> text(axis, run[0])).collect(Collectors.joining("; ")));
    }
    if (side.equals(axis.given())) {
      return List.of();
    }
    return runs.stream().map(run -> range(index, axis, run)).toList();
  }

  private String range(int index, Axis.Numbers axis, long[] run) {
    if (run[0] == run[1]) {
      return text(axis, run[0]);
    }
    boolean exactly = named.get(index).contains(run[0]) || !named.get(index).contains(run[0] - 1);
    boolean upTo = named.get(index).contains(run[1]) || !named.get(index).contains(run[1] + 1);
    if (run[0] == axis.given().first().orElseThrow()) {
      return upTo ? "<= " + text(axis, run[1]) : "< " + text(axis, run[1] + 1);
    }
    if (run[1] == axis.given().last().orElseThrow()) {
      return exactly ? ">= " + text(axis, run[0]) : "> " + text(axis, run[0] - 1);
    }
    boolean counted = axis.term().kind() != Kind.DECIMAL;
    return (exactly || counted ? "[" + text(axis, run[0]) : "(" + text(axis, run[0] - 1))
        + ".."
        + (upTo || counted ? text(axis, run[1]) + "]" : text(axis, run[1] + 1) + ")");
  }

  private static String text(Axis.Numbers axis, long point) {
    return axis.value(point).map(Value::text).orElseThrow();
  }
}
