package nz.cleancar.policy.analysis;

import java.util.List;

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
}
