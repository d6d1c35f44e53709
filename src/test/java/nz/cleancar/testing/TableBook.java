package nz.cleancar.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Writes a workbook with one policy table, as staff would: title in row 1, keys in rows 2 to 7, the
 * header in row 8, rows from row 9. Anything about it can be spoilt.
 *
 * <p>Cells are texts, numbers, booleans, {@link LocalDate}s or {@link Formula}s; {@code null}
 * leaves a cell blank.
 */
public final class TableBook {

  private static final int FIRST_KEY = 1;
  private static final int HEADER = 7;

  private String title = "A table";
  private String sheetName = "Table";
  private final Map<String, Object> keys = new LinkedHashMap<>();
  private List<String> header = List.of();
  private final List<Object[]> rows = new ArrayList<>();
  private final List<Consumer<XSSFSheet>> changes = new ArrayList<>();

  private TableBook(String id) {
    keys.put("Table", id);
    keys.put("Purpose", "Shows how a table is laid out.");
    keys.put("Hit policy", "exactly one");
    keys.put("When no row matches", "error");
    keys.put("Owner", "Policy team");
    keys.put("Says", "");
  }

  /** A table with this id, without columns yet. */
  public static TableBook table(String id) {
    return new TableBook(id);
  }

  public TableBook titled(String text) {
    title = text;
    return this;
  }

  public TableBook onSheet(String name) {
    sheetName = name;
    return this;
  }

  /** Sets what stands beside a key. */
  public TableBook key(String key, Object value) {
    keys.put(key, value);
    return this;
  }

  /** Leaves a key out. */
  public TableBook withoutKey(String key) {
    keys.remove(key);
    return this;
  }

  /** The whole header row. */
  public TableBook header(String... headings) {
    header = List.of(headings);
    return this;
  }

  /** The header row, with Source, Standing and Note after these headings. */
  public TableBook columns(String... headings) {
    var all = new ArrayList<>(List.of(headings));
    all.addAll(List.of("Source", "Standing", "Note"));
    header = List.copyOf(all);
    return this;
  }

  /** A row as it stands. */
  public TableBook rawRow(Object... cells) {
    rows.add(cells.clone());
    return this;
  }

  /** A row with a source and a standing after these cells. */
  public TableBook row(Object... cells) {
    Object[] all = Arrays.copyOf(cells, cells.length + 2);
    all[cells.length] = "Land Transport Act 1998, s 175";
    all[cells.length + 1] = "enacted";
    rows.add(all);
    return this;
  }

  /** A row without anything in it. */
  public TableBook blankRow() {
    return rawRow();
  }

  /** Changes the sheet after it has been written. */
  public TableBook then(Consumer<XSSFSheet> change) {
    changes.add(change);
    return this;
  }

  /** Puts a value into a cell by its A1 address, after all else. */
  public TableBook set(String address, Object value) {
    return then(sheet -> fill(cell(sheet, address), value));
  }

  /** The file. */
  public byte[] bytes() {
    try (var book = new XSSFWorkbook();
        var out = new ByteArrayOutputStream()) {
      write(book);
      book.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes the table on a new sheet of the workbook. */
  public void write(XSSFWorkbook book) {
    var sheet = book.createSheet(sheetName);
    fill(cellAt(sheet, 0, 0), title);
    int row = FIRST_KEY;
    for (var key : keys.entrySet()) {
      fill(cellAt(sheet, row, 0), key.getKey());
      fill(cellAt(sheet, row, 1), key.getValue());
      row++;
    }
    for (int column = 0; column < header.size(); column++) {
      fill(cellAt(sheet, HEADER, column), header.get(column));
    }
    for (int i = 0; i < rows.size(); i++) {
      for (int column = 0; column < rows.get(i).length; column++) {
        fill(cellAt(sheet, HEADER + 1 + i, column), rows.get(i)[column]);
      }
    }
    changes.forEach(change -> change.accept(sheet));
  }

  /** The cell at an A1 address, made if it is not there. */
  public static XSSFCell cell(XSSFSheet sheet, String address) {
    var reference = new CellReference(address);
    return cellAt(sheet, reference.getRow(), reference.getCol());
  }

  static XSSFCell cellAt(XSSFSheet sheet, int row, int column) {
    var line = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
    return line.getCell(column) == null ? line.createCell(column) : line.getCell(column);
  }

  static void fill(XSSFCell cell, Object value) {
    switch (value) {
      case null -> cell.setBlank();
      case String text -> {
        if (text.isEmpty()) {
          cell.setBlank();
        } else {
          cell.setCellValue(text);
        }
      }
      case BigDecimal number -> cell.setCellValue(number.doubleValue());
      case Number number -> cell.setCellValue(number.doubleValue());
      case Boolean yes -> cell.setCellValue(yes);
      case LocalDate day -> {
        cell.setCellValue(day);
        cell.setCellStyle(format(cell, "yyyy-mm-dd"));
      }
      case Formula formula -> cell.setCellFormula(formula.text());
      default -> throw new IllegalArgumentException("No cell can hold " + value.getClass());
    }
  }

  /** A style that shows the cell in this number format. */
  public static CellStyle format(XSSFCell cell, String format) {
    var book = cell.getSheet().getWorkbook();
    var style = book.createCellStyle();
    style.setDataFormat(book.createDataFormat().getFormat(format));
    return style;
  }
}
