package nz.cleancar.policy.xlsx;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import nz.cleancar.policy.Finding;
import nz.cleancar.policy.Place;
import nz.cleancar.policy.Shown;

/**
 * What is wrong on one sheet. A cell that has a finding gets no second one: what follows from a
 * mistake is not told as another.
 */
public final class SheetFindings {

  private final String file;
  private final String sheet;
  private final Limits limits;
  private final List<Finding> findings = new ArrayList<>();
  private final BitSet told = new BitSet();
  private boolean more;

  SheetFindings(String file, String sheet, Limits limits) {
    this.file = file;
    this.sheet = sheet;
    this.limits = limits;
  }

  /** Something wrong with one cell. */
  public void at(Address address, String code, String expected, String found, String repair) {
    if (!isTold(address)) {
      cover(Area.of(address));
      add(address.toString(), code, expected, found, repair);
    }
  }

  /** Something wrong with cells together; each of them may still have a finding of its own. */
  public void across(Area area, String code, String expected, String found, String repair) {
    add(area.toString(), code, expected, found, repair);
  }

  /** Something wrong with the sheet as a whole. */
  public void whole(String code, String expected, String found, String repair) {
    add("", code, expected, found, repair);
  }

  /** Tells nothing of these cells from now on. */
  void cover(Area area) {
    int lastColumn = Math.min(area.last().column(), limits.columns());
    int lastRow = Math.min(area.last().row(), limits.rows());
    for (int row = area.first().row(); row <= lastRow; row++) {
      if (area.first().column() <= lastColumn) {
        told.set(index(row, area.first().column()), index(row, lastColumn) + 1);
      }
    }
  }

  /** Whether the cell needs no further finding. */
  public boolean isTold(Address address) {
    return address.row() <= limits.rows()
        && address.column() <= limits.columns()
        && told.get(index(address.row(), address.column()));
  }

  private int index(int row, int column) {
    return Math.addExact(Math.multiplyExact(row, limits.columns() + 1), column);
  }

  /** How many there are, up to the limit. */
  public int count() {
    return findings.size();
  }

  /** Whether nothing is wrong so far. */
  public boolean isEmpty() {
    return findings.isEmpty();
  }

  /** Whether there are so many that reading on is of no use. */
  public boolean isFull() {
    return more;
  }

  /** All findings; if there are more than the limit, the last one says so. */
  List<Finding> all() {
    var all = new ArrayList<>(findings);
    if (more) {
      all.add(
          Finding.error(
              "more-findings",
              place(""),
              "at most " + limits.findings() + " findings",
              "more",
              "Mend those above first."));
    }
    return List.copyOf(all);
  }

  /** Where a cell of this sheet is. */
  public Place place(String cell) {
    return new Place(file, Shown.plain(sheet), cell);
  }

  private void add(String cell, String code, String expected, String found, String repair) {
    if (findings.size() < limits.findings()) {
      findings.add(Finding.error(code, place(cell), expected, found, repair));
    } else {
      more = true;
    }
  }
}
