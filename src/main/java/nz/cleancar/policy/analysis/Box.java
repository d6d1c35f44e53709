package nz.cleancar.policy.analysis;

import java.util.List;
import java.util.stream.IntStream;

/**
 * All points at which a row matches, or some of them where several boxes make the row.
 *
 * @param row the row's index
 * @param sides the points on each axis
 */
record Box(int row, List<Spans> sides) {

  Box {
    sides = List.copyOf(sides);
  }

  /** Whether it has no point at all. */
  boolean isEmpty() {
    return sides.stream().anyMatch(Spans::isEmpty);
  }

  /** The sides of what both boxes have; one of them is empty if they share no point. */
  List<Spans> and(Box other) {
    return IntStream.range(0, sides.size())
        .mapToObj(axis -> sides.get(axis).and(other.sides.get(axis)))
        .toList();
  }

  /** Whether the boxes share a point. */
  boolean meets(Box other) {
    return IntStream.range(0, sides.size())
        .noneMatch(axis -> sides.get(axis).and(other.sides.get(axis)).isEmpty());
  }
}
