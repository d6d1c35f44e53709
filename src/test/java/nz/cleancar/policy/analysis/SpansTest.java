package nz.cleancar.policy.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Sets of points, held against sets of single numbers. */
class SpansTest {

  private static Spans spans(Set<Long> points) {
    return Spans.union(points.stream().map(point -> Spans.of(point, point)).toList());
  }

  private static Set<Long> points(Spans spans) {
    var points = new TreeSet<Long>();
    for (long[] run : spans.runs()) {
      for (long point = run[0]; point <= run[1]; point++) {
        points.add(point);
      }
    }
    return points;
  }

  @Property
  void sets_of_points_are_joined_cut_and_taken_away_as_sets_of_numbers_are(
      @ForAll @Size(max = 12) Set<@LongRange(min = 0, max = 15) Long> left,
      @ForAll @Size(max = 12) Set<@LongRange(min = 0, max = 15) Long> right) {
    // Given
    var both = new TreeSet<>(left);
    both.retainAll(right);
    var without = new TreeSet<>(left);
    without.removeAll(right);
    var all = new TreeSet<>(left);
    all.addAll(right);

    // Then
    assertThat(points(spans(left).and(spans(right)))).isEqualTo(both);
    assertThat(points(spans(left).minus(spans(right)))).isEqualTo(without);
    assertThat(points(Spans.union(List.of(spans(left), spans(right))))).isEqualTo(all);
    assertThat(spans(left).containsAll(spans(right))).isEqualTo(left.containsAll(right));
    assertThat(spans(left).equals(spans(right))).isEqualTo(left.equals(right));
  }

  @Property
  void runs_are_ascending_and_neither_touch_nor_overlap(
      @ForAll @Size(max = 12) Set<@LongRange(min = 0, max = 30) Long> points) {
    // When
    var runs = new ArrayList<>(spans(points).runs());

    // Then
    for (int i = 1; i < runs.size(); i++) {
      assertThat(runs.get(i)[0]).isGreaterThan(runs.get(i - 1)[1] + 1);
    }
  }

  @Test
  void the_lowest_and_the_highest_point_there_is_are_points_like_others() {
    // Given
    var all = Spans.of(Long.MIN_VALUE, Long.MAX_VALUE);
    var middle = Spans.of(0, 9);

    // Then
    assertThat(all.minus(middle).runs())
        .containsExactly(new long[] {Long.MIN_VALUE, -1}, new long[] {10, Long.MAX_VALUE});
    assertThat(all.minus(all.minus(middle))).isEqualTo(middle);
    assertThat(Spans.union(List.of(all.minus(middle), middle))).isEqualTo(all);
    assertThat(middle.minus(all).isEmpty()).isTrue();
    assertThat(Spans.of(3, 2)).isEqualTo(Spans.NONE);
  }
}
