package nz.cleancar.policy.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import nz.cleancar.policy.table.Kind;
import nz.cleancar.policy.table.Term;
import org.junit.jupiter.api.Test;

/** Diagrams, held against looking at each box at each point. */
class DiagramTest {

  private static final long SIZE = 6;

  private static Space space(int axes) {
    return new Space(
        IntStream.range(0, axes)
            .mapToObj(axis -> (Axis) new Axis.Words(term("axis" + axis), words(), false))
            .toList());
  }

  private static Term term(String name) {
    return new Term(name, name, Kind.WORD, "", words(), false, name);
  }

  private static List<String> words() {
    return List.of("A", "B", "C", "D", "E", "F");
  }

  private static List<Box> boxes(Random random, int axes, int count) {
    return IntStream.range(0, count)
        .mapToObj(
            row -> new Box(row, IntStream.range(0, axes).mapToObj(axis -> side(random)).toList()))
        .toList();
  }

  private static Spans side(Random random) {
    if (random.nextInt(3) == 0) {
      return Spans.of(0, SIZE - 1);
    }
    var runs = new ArrayList<Spans>();
    for (int run = 0; run < 1 + random.nextInt(2); run++) {
      long first = random.nextLong(SIZE);
      runs.add(Spans.of(first, Math.min(SIZE - 1, first + random.nextLong(3))));
    }
    return Spans.union(runs);
  }

  private static BitSet at(List<Box> boxes, long... point) {
    var there = new BitSet();
    for (int i = 0; i < boxes.size(); i++) {
      var box = boxes.get(i);
      there.set(
          i,
          IntStream.range(0, point.length)
              .allMatch(axis -> box.sides().get(axis).contains(point[axis])));
    }
    return there;
  }

  private static List<long[]> points(int axes) {
    List<long[]> points = List.of(new long[0]);
    for (int axis = 0; axis < axes; axis++) {
      points =
          points.stream()
              .flatMap(
                  point ->
                      IntStream.range(0, (int) SIZE)
                          .mapToObj(
                              place -> {
                                var longer = java.util.Arrays.copyOf(point, point.length + 1);
                                longer[point.length] = place;
                                return longer;
                              }))
              .toList();
    }
    return points;
  }

  private static Optional<Integer> first(BitSet boxes) {
    return boxes.isEmpty() ? Optional.empty() : Optional.of(boxes.nextSetBit(0));
  }

  @Property(tries = 300)
  void a_diagram_says_at_each_point_which_boxes_have_it(@ForAll long seed) {
    // Given
    var random = new Random(seed);
    int axes = 1 + random.nextInt(3);
    var boxes = boxes(random, axes, random.nextInt(7));
    var space = space(axes);

    // When
    var all = Diagram.of(space, boxes, there -> there, 1_000_000).orElseThrow();
    var first =
        Diagram.of(space, boxes, Diagram.Counting.FIRST, DiagramTest::first, new Budget(1_000_000))
            .orElseThrow();
    var whether =
        Diagram.of(space, boxes, Diagram.Counting.WHETHER, BitSet::isEmpty, new Budget(1_000_000))
            .orElseThrow();

    // Then
    for (long[] point : points(axes)) {
      assertThat(all.at(point)).isEqualTo(at(boxes, point));
      assertThat(first.at(point)).isEqualTo(first(at(boxes, point)));
      assertThat(whether.at(point)).isEqualTo(at(boxes, point).isEmpty());
    }
  }

  @Property(tries = 300)
  void regions_are_each_point_once_with_what_holds_there(@ForAll long seed) {
    // Given
    var random = new Random(seed);
    int axes = 1 + random.nextInt(3);
    var boxes = boxes(random, axes, random.nextInt(7));
    var within = IntStream.range(0, axes).mapToObj(axis -> side(random)).toList();
    var regions = new ArrayList<Diagram.Region<BitSet>>();

    // When
    Diagram.of(space(axes), boxes, there -> there, 1_000_000)
        .orElseThrow()
        .visit(within, there -> !there.isEmpty(), regions::add);

    // Then
    var inside = new Box(0, within);
    for (long[] point : points(axes)) {
      var there = at(boxes, point);
      boolean wanted = !there.isEmpty() && !at(List.of(inside), point).isEmpty();
      assertThat(
              regions.stream()
                  .filter(region -> !at(List.of(new Box(0, region.sides())), point).isEmpty())
                  .map(Diagram.Region::label))
          .isEqualTo(wanted ? List.of(there) : List.of());
    }
  }

  @Test
  void a_visit_ends_when_the_visitor_has_enough() {
    // Given
    var boxes = boxes(new Random(1), 2, 6);
    var seen = new ArrayList<BitSet>();

    // When
    boolean all =
        Diagram.of(space(2), boxes, there -> there, 1_000_000)
            .orElseThrow()
            .visit(
                space(2).whole(),
                there -> true,
                region -> {
                  seen.add(region.label());
                  return seen.size() < 2;
                });

    // Then
    assertThat(all).isFalse();
    assertThat(seen).hasSize(2);
  }

  @Test
  void what_would_take_more_steps_than_allowed_is_not_built() {
    assertThat(Diagram.of(space(3), boxes(new Random(2), 3, 6), there -> there, 20)).isEmpty();
  }
}
