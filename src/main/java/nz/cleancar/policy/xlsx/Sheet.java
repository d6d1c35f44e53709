package nz.cleancar.policy.xlsx;

import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;

/**
 * What one sheet holds; cells that are blank are not there.
 *
 * @param rows the cells by row and column, both counted from 1
 * @param merged the merged areas
 * @param hiddenRows the hidden rows, by number
 * @param hiddenColumns the hidden columns, by number
 */
record Sheet(
    NavigableMap<Integer, NavigableMap<Integer, Content>> rows,
    List<Area> merged,
    BitSet hiddenRows,
    BitSet hiddenColumns) {

  /** The cells of a row, by column. */
  NavigableMap<Integer, Content> row(int number) {
    return rows.getOrDefault(number, Collections.emptyNavigableMap());
  }

  /** The cell's content, unless it is blank. */
  Optional<Content> at(Address address) {
    return Optional.ofNullable(row(address.row()).get(address.column()));
  }
}
