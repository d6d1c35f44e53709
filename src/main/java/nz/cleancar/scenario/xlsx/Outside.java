package nz.cleancar.scenario.xlsx;

import java.util.Map;
import nz.cleancar.policy.xlsx.Address;
import nz.cleancar.policy.xlsx.Area;
import nz.cleancar.policy.xlsx.Content;
import nz.cleancar.policy.xlsx.SheetFindings;

/** Tells of what stands beside or below a suite, in pieces without gaps between their rows. */
final class Outside {

  private final SheetFindings findings;
  private int cells;
  private int firstRow;
  private int lastRow;
  private int firstColumn;
  private int lastColumn;
  private String shown = "";

  Outside(SheetFindings findings) {
    this.findings = findings;
  }

  /** Cells of the next row, which are not the suite's. */
  void add(int row, Map<Integer, Content> stray) {
    if (cells > 0 && row > lastRow + 1) {
      tell();
    }
    stray.forEach((column, content) -> add(new Address(row, column), content));
  }

  private void add(Address at, Content content) {
    if (cells == 0) {
      firstRow = at.row();
      firstColumn = at.column();
      lastColumn = at.column();
      shown = content.shown();
    }
    cells++;
    lastRow = at.row();
    firstColumn = Math.min(firstColumn, at.column());
    lastColumn = Math.max(lastColumn, at.column());
  }

  /** Whether the piece reaches the row. */
  boolean isIn(int row) {
    return cells > 0 && lastRow == row;
  }

  /** Tells of the piece that has come to its end. */
  void tell() {
    if (cells == 1) {
      findings.at(
          new Address(firstRow, firstColumn),
          "stray-cell",
          "nothing outside the suite",
          shown,
          "Clear the cell; what a case is there for goes under Reason.");
    } else if (cells > 1) {
      findings.across(
          Area.of(firstRow, firstColumn, lastRow, lastColumn),
          "second-table",
          "one suite on a sheet",
          "something beside or below the suite",
          "Move it to a sheet of its own, or clear it.");
    }
    cells = 0;
  }
}
