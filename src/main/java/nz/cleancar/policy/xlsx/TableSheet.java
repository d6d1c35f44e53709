package nz.cleancar.policy.xlsx;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nz.cleancar.policy.WorkbookReader.TableName;
import nz.cleancar.policy.table.PolicyTable;
import nz.cleancar.policy.table.Row;
import nz.cleancar.policy.table.Term;
import nz.cleancar.policy.table.Vocabulary;

/** Reads one sheet as one table. */
final class TableSheet {

  private final Sheet sheet;
  private final Vocabulary vocabulary;
  private final SheetFindings findings;
  private final Cells cells;
  private final List<Row> rows = new ArrayList<>();
  private int secondHeader;
  private Optional<TableName> name = Optional.empty();

  TableSheet(Sheet sheet, Vocabulary vocabulary, SheetFindings findings) {
    this.sheet = sheet;
    this.vocabulary = vocabulary;
    this.findings = findings;
    this.cells = new Cells(sheet, findings);
  }

  /** The table's id, once it has been read. */
  Optional<TableName> name() {
    return name;
  }

  /** The table, unless something is wrong with it. */
  Optional<PolicyTable> read(String workbook, String sheetName) {
    var headerRow = Header.find(sheet, 1);
    var unseen = new Unseen(findings);
    unseen.tellMerged(sheet.merged(), headerRow.orElse(Integer.MAX_VALUE));
    tellHidden(unseen);
    if (headerRow.isEmpty()) {
      findings.whole(
          "no-table",
          "a header row with inputs, outcomes marked `→`, Source, Standing and Note",
          "none",
          "Lay the sheet out as a table, or move it to another workbook.");
      return Optional.empty();
    }
    var header = Header.read(headerRow.get(), sheet, vocabulary, findings);
    var block = Block.read(cells, vocabulary, header.row());
    int end = readRows(header);
    checkOutside(header, end);
    return table(block, header, workbook, sheetName);
  }

  private Optional<PolicyTable> table(
      Block block, Header header, String workbook, String sheetName) {
    var outcomes = header.of(Column.Role.OUTCOME);
    var title = block.title();
    var id = block.id();
    var purpose = block.purpose();
    var hitPolicy = block.hitPolicy();
    var otherwise = block.otherwise(outcomes);
    var owner = block.owner();
    var says = block.says();
    name =
        id.flatMap(
            text -> block.idCell().map(at -> new TableName(text, findings.place(at.toString()))));
    if (!findings.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new PolicyTable(
            id.orElseThrow(),
            title.orElseThrow(),
            purpose.orElseThrow(),
            hitPolicy.orElseThrow(),
            otherwise.orElseThrow(),
            owner.orElseThrow(),
            says.orElseThrow(),
            workbook,
            sheetName,
            terms(header.of(Column.Role.INPUT)),
            terms(outcomes),
            rows,
            header.letters()));
  }

  private static List<Term> terms(List<Column> columns) {
    return columns.stream().flatMap(column -> column.known().stream()).toList();
  }

  private void tellHidden(Unseen unseen) {
    var rows = new BitSet();
    sheet.rows().keySet().forEach(rows::set);
    var columns = new BitSet();
    sheet.rows().values().forEach(row -> row.keySet().forEach(columns::set));
    unseen.tellHidden(rows, sheet.hiddenRows(), columns, sheet.hiddenColumns());
  }

  /** Reads the rows, over gaps if what follows them are rows too; the last row of the table. */
  private int readRows(Header header) {
    int last = header.row();
    secondHeader = Header.find(sheet, last + 1).orElse(0);
    for (int number : sheet.rows().tailMap(header.row(), false).keySet()) {
      if (findings.isFull()) {
        break;
      }
      if (number > last + 1) {
        if (number == secondHeader || !looksLikeRow(number, header)) {
          break;
        }
        findings.across(
            Area.of(last + 1, header.firstColumn(), number - 1, header.lastColumn()),
            "blank-row",
            "rows without gaps",
            number == last + 2 ? "a blank row" : "blank rows",
            "Delete the blank rows.");
      }
      last = number;
      new Rows(cells, header, vocabulary).read(number).ifPresent(rows::add);
    }
    if (last == header.row()) {
      findings.across(
          Area.of(header.row() + 1, header.firstColumn(), header.row() + 1, header.lastColumn()),
          "no-rows",
          "at least one row",
          "none",
          "Write the rows directly below the header.");
    }
    return last;
  }

  /** Whether what follows a gap belongs to the table: half of its columns are filled. */
  private boolean looksLikeRow(int number, Header header) {
    int filled =
        sheet.row(number).subMap(header.firstColumn(), true, header.lastColumn(), true).size();
    return 2 * filled >= header.columns().size();
  }

  /** Whatever stands on the sheet and is not the table. */
  private void checkOutside(Header header, int end) {
    var group = new ArrayList<Address>();
    for (int row : sheet.rows().keySet()) {
      var outside = outside(row, header, end).toList();
      if (outside.isEmpty() || (!group.isEmpty() && isApart(group.getLast().row(), row, end))) {
        tellOutside(group);
        group.clear();
      }
      group.addAll(outside);
    }
    tellOutside(group);
  }

  /** Rows with a gap between them are apart, but a second table below keeps its gaps. */
  private boolean isApart(int row, int next, int end) {
    boolean inSecondTable = row > end && secondHeader > end;
    boolean crossesEnd = row <= end && next > end;
    return crossesEnd || (next > row + 1 && !inSecondTable);
  }

  private Stream<Address> outside(int row, Header header, int end) {
    return sheet.row(row).keySet().stream()
        .filter(
            column -> {
              if (row > end) {
                return true;
              }
              if (row < header.row()) {
                return column > (row == 1 ? 1 : 2);
              }
              return column < header.firstColumn() || column > header.lastColumn();
            })
        .map(column -> new Address(row, column));
  }

  private void tellOutside(List<Address> group) {
    if (group.isEmpty()) {
      return;
    }
    if (group.size() == 1) {
      var at = group.getFirst();
      findings.at(
          at,
          "stray-cell",
          "nothing outside the table",
          sheet.at(at).map(Content::shown).orElse(""),
          "Clear the cell; remarks go under Note.");
      return;
    }
    var columns = group.stream().mapToInt(Address::column).summaryStatistics();
    findings.across(
        Area.of(group.getFirst().row(), columns.getMin(), group.getLast().row(), columns.getMax()),
        "second-table",
        "one table on a sheet",
        "something beside or below the table",
        "Move it to a sheet of its own, or clear it.");
  }
}
