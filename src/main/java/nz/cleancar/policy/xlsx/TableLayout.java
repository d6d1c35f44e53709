package nz.cleancar.policy.xlsx;

import java.util.List;
import java.util.SortedMap;
import nz.cleancar.policy.Place;
import nz.cleancar.policy.Shown;
import nz.cleancar.policy.table.PolicyTable;
import nz.cleancar.policy.table.Vocabulary;

/** Where on its sheet a table that was read stands. */
record TableLayout(String sheet, Header header) {

  /** The layout of a table that these parts hold. */
  static TableLayout of(
      Place place,
      SortedMap<String, byte[]> parts,
      PolicyTable table,
      Vocabulary vocabulary,
      Limits limits)
      throws Refused {
    try (var open = new OpenWorkbook(place, parts, limits)) {
      for (OpenWorkbook.Tab tab : open.tabs()) {
        if (Shown.plain(tab.name()).equals(table.sheet()) && !tab.hidden()) {
          var findings = new SheetFindings(place.file(), tab.name(), limits);
          var sheet = open.sheet(tab, findings);
          int row = Header.find(sheet, 1).orElseThrow();
          return new TableLayout(tab.name(), Header.read(row, sheet, vocabulary, findings));
        }
      }
    }
    throw new IllegalStateException("A table that was read stands on no sheet.");
  }

  /** The column of an input, by its number among the inputs. */
  int column(int input) {
    return header.of(Column.Role.INPUT).get(input).number();
  }

  /** The one column of this role. */
  int column(Column.Role role) {
    return header.of(role).getFirst().number();
  }

  /** From the first outcome of a row to the last. */
  Area outcomes(int row) {
    var columns = columns();
    return Area.of(row, columns.getFirst(), row, columns.getLast());
  }

  /** The columns of the outcomes. */
  List<Integer> columns() {
    return header.of(Column.Role.OUTCOME).stream().map(Column::number).toList();
  }
}
