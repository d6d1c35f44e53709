package nz.cleancar.policy.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/** A set of points on an axis, as runs in ascending order that neither touch nor overlap. */
final class Spans {

  static final Spans NONE = new Spans(new long[0]);

  /** The first and the last point of each run in turn. */
  private final long[] ends;

  private Spans(long[] ends) {
    this.ends = ends;
  }

  /** The points from the first to the last, both included; none if the last comes before. */
  static Spans of(long first, long last) {
    return first > last ? NONE : new Spans(new long[] {first, last});
  }

  /** All points of all the sets. */
  static Spans union(List<Spans> sets) {
    long[][] runs =
        sets.stream()
            .flatMap(set -> set.runs().stream())
            .sorted((left, right) -> Long.compare(left[0], right[0]))
            .toArray(long[][]::new);
    var joined = new long[2 * runs.length];
    int size = 0;
    for (long[] run : runs) {
      if (size > 0 && run[0] <= next(joined[size - 1])) {
        joined[size - 1] = Math.max(joined[size - 1], run[1]);
      } else {
        joined[size++] = run[0];
        joined[size++] = run[1];
      }
    }
    return new Spans(Arrays.copyOf(joined, size));
  }

  /** The points of both sets. */
  Spans and(Spans other) {
    var common = new long[ends.length + other.ends.length];
    int size = 0;
    int left = 0;
    int right = 0;
    while (left < ends.length && right < other.ends.length) {
      long first = Math.max(ends[left], other.ends[right]);
      long last = Math.min(ends[left + 1], other.ends[right + 1]);
      if (first <= last) {
        common[size++] = first;
        common[size++] = last;
      }
      if (ends[left + 1] < other.ends[right + 1]) {
        left += 2;
      } else {
        right += 2;
      }
    }
    return size == 0 ? NONE : new Spans(Arrays.copyOf(common, size));
  }

  /** The points of this set that the other lacks. */
  Spans minus(Spans other) {
    return other.isEmpty() ? this : and(other.complement());
  }

  private Spans complement() {
    var rest = new long[ends.length + 2];
    int size = 0;
    long from = Long.MIN_VALUE;
    boolean open = true;
    for (int run = 0; run < ends.length; run += 2) {
      if (open && from < ends[run]) {
        rest[size++] = from;
        rest[size++] = ends[run] - 1;
      }
      open = ends[run + 1] != Long.MAX_VALUE;
      from = next(ends[run + 1]);
    }
    if (open) {
      rest[size++] = from;
      rest[size++] = Long.MAX_VALUE;
    }
    return new Spans(Arrays.copyOf(rest, size));
  }

  boolean isEmpty() {
    return ends.length == 0;
  }

  boolean contains(long point) {
    return !and(of(point, point)).isEmpty();
  }

  boolean containsAll(Spans other) {
    return other.minus(this).isEmpty();
  }

  /** The first and last point of each run, in ascending order. */
  List<long[]> runs() {
    var runs = new long[ends.length / 2][];
    for (int run = 0; run < runs.length; run++) {
      runs[run] = new long[] {ends[2 * run], ends[2 * run + 1]};
    }
    return List.of(runs);
  }

  OptionalLong first() {
    return isEmpty() ? OptionalLong.empty() : OptionalLong.of(ends[0]);
  }

  OptionalLong last() {
    return isEmpty() ? OptionalLong.empty() : OptionalLong.of(ends[ends.length - 1]);
  }

  private static long next(long point) {
    return point == Long.MAX_VALUE ? point : point + 1;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Spans spans && Arrays.equals(ends, spans.ends);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(ends);
  }

  @Override
  public String toString() {
    return Arrays.toString(ends);
  }
}
