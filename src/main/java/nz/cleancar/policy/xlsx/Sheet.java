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
public record Sheet(
    NavigableMap<Integer, NavigableMap<Integer, Content>> rows,
    List<Area> merged,
    BitSet hiddenRows,
    BitSet hiddenColumns) {

  /** Rows alone. */
  public static Sheet of(NavigableMap<Integer, NavigableMap<Integer, Content>> rows) {
    return new Sheet(rows, List.of(), new BitSet(), new BitSet());
  }

  /** The cells of a row, by column. */
  public NavigableMap<Integer, Content> row(int number) {
    return rows.getOrDefault(number, Collections.emptyNavigableMap());
  }

  /** The cell's content, unless it is blank. */
  public Optional<Content> at(Address address) {
    return Optional.ofNullable(row(address.row()).get(address.column()));
  }
}
