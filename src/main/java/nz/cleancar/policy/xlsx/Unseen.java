package nz.cleancar.policy.xlsx;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Tells of cells that are not seen as they are: hidden ones, and merged ones. */
record Unseen(SheetFindings findings) {

  /** Titles and what stands beside keys may be merged along their row, above the header row. */
  void tellMerged(List<Area> merged, int headerRow) {
    for (Area area : merged) {
      boolean oneRow = area.first().row() == area.last().row();
      if (oneRow && area.last().row() < headerRow) {
        continue;
      }
      findings.across(
          area, "merged-cells", "single cells", "merged cells", "Unmerge them and fill each cell.");
      cover(area);
    }
  }

  /** What a merged area lacks follows from its being merged; its first cell is read. */
  private void cover(Area area) {
    var first = area.first();
    var last = area.last();
    findings.cover(Area.of(first.row(), first.column() + 1, first.row(), last.column()));
    findings.cover(Area.of(first.row() + 1, first.column(), last.row(), last.column()));
  }

  /** Of rows and columns, those with something in them, and those that are hidden. */
  void tellHidden(BitSet rows, BitSet hiddenRows, BitSet columns, BitSet hiddenColumns) {
    if (rows.isEmpty()) {
      return;
    }
    int lastRow = rows.length() - 1;
    int lastColumn = columns.length() - 1;
    for (int[] run : runs(rows, hiddenRows)) {
      findings.across(
          Area.of(run[0], 1, run[1], lastColumn),
          "hidden-row",
          "rows that everybody sees",
          run[0] == run[1] ? "a hidden row" : "hidden rows",
          "Unhide the rows, or clear the filter that hides them.");
    }
    for (int[] run : runs(columns, hiddenColumns)) {
      findings.across(
          Area.of(1, run[0], lastRow, run[1]),
          "hidden-column",
          "columns that everybody sees",
          run[0] == run[1] ? "a hidden column" : "hidden columns",
          "Unhide the columns.");
    }
  }

  private static List<int[]> runs(BitSet used, BitSet hidden) {
    var numbers = (BitSet) used.clone();
    numbers.and(hidden);
    var runs = new ArrayList<int[]>();
    for (int from = numbers.nextSetBit(0); from >= 0; ) {
      int after = numbers.nextClearBit(from);
      runs.add(new int[] {from, after - 1});
      from = numbers.nextSetBit(after);
    }
    return runs;
  }
}
