package nz.cleancar.policy.xlsx;

import java.util.BitSet;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** Hands the rows of one sheet on as they come, and tells what is wrong with their being so. */
final class StreamedSheet implements SheetXml.Grid {

  private final SheetFindings findings;
  private final Supplier<StreamedWorkbook.Rows> taker;
  private final SheetXml.Frame frame = new SheetXml.Frame();
  private final BitSet usedRows = new BitSet();
  private final BitSet usedColumns = new BitSet();
  private NavigableMap<Integer, Content> cells = Collections.emptyNavigableMap();
  private StreamedWorkbook.@Nullable Rows rows;
  private int number;
  private int toldBefore;
  private boolean outOfOrder;

  /** A sheet whose taker is wanted once there is something on it. */
  StreamedSheet(SheetFindings findings, Supplier<StreamedWorkbook.Rows> taker) {
    this.findings = findings;
    this.taker = taker;
  }

  /** What the sheet says beside its cells. */
  SheetXml.Frame frame() {
    return frame;
  }

  @Override
  public void begin(int row) throws XMLStreamException {
    if (row < 1) {
      throw new XMLStreamException("A row before the first.");
    }
    if (row <= number) {
      tellOutOfOrder(row);
      return;
    }
    handOn();
    number = row;
    toldBefore = findings.count();
  }

  @Override
  public NavigableMap<Integer, Content> row(int row) {
    if (row != number) {
      return new TreeMap<>();
    }
    if (cells.isEmpty()) {
      cells = new TreeMap<>();
    }
    return cells;
  }

  private void tellOutOfOrder(int row) {
    if (!outOfOrder) {
      outOfOrder = true;
      findings.whole(
          "broken-cell",
          "rows in their order",
          "row " + row + " after row " + number,
          "Open the workbook in a spreadsheet program and save it again.");
    }
  }

  private void handOn() {
    if (cells.isEmpty()) {
      return;
    }
    usedRows.set(number);
    cells.keySet().forEach(usedColumns::set);
    boolean sound =
        findings.count() == toldBefore
            && !findings.isFull()
            && !outOfOrder
            && !frame.hiddenRows().get(number)
            && cells.keySet().stream().noneMatch(frame.hiddenColumns()::get);
    if (rows == null) {
      rows = taker.get();
    }
    rows.take(new StreamedRow(number, sound, cells));
    cells = Collections.emptyNavigableMap();
  }

  /** After the last row. */
  void end() {
    handOn();
    int headerRow = rows == null ? Integer.MAX_VALUE : rows.end();
    var unseen = new Unseen(findings);
    unseen.tellMerged(frame.merged(), headerRow);
    unseen.tellHidden(usedRows, frame.hiddenRows(), usedColumns, frame.hiddenColumns());
  }
}
