package nz.cleancar.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Writes a workbook with one suite of scenarios, as testers would: title in row 1, keys from row 2,
 * then the header, then the cases. Anything about it can be spoilt.
 *
 * <p>Cells are what they are in a {@link TableBook}.
 */
public final class SuiteBook {

  private String title = "A suite";
  private String sheetName = "Suite";
  private final Map<String, Object> keys = new LinkedHashMap<>();
  private String[] header = {};
  private final List<Object[]> rows = new ArrayList<>();
  private final List<Consumer<XSSFSheet>> changes = new ArrayList<>();

  private SuiteBook(String id, String topic) {
    keys.put("Suite", id);
    keys.put("Purpose", "Shows how a suite is laid out.");
    keys.put("Topic", topic);
  }

  /** A suite with this id about the topic, without columns yet. */
  public static SuiteBook suite(String id, String topic) {
    return new SuiteBook(id, topic);
  }

  /**
   * A suite about vehicles, of which all is given at the top: its header is in row 19, its first
   * case in row 20.
   */
  public static SuiteBook vehicles(String id) {
    return suite(id, "vehicle")
        .given("Vehicle class", "MA")
        .given("Vehicle condition", "USED")
        .given("Tare weight", 1500)
        .given("Gross vehicle mass", 1950)
        .given("CO2", 150)
        .given("Test cycle", "WLTP_3P")
        .given("First registered", "2019-06-01")
        .given("Account number", "A1")
        .given("Account for", "USED")
        .given("Scheme", "PAYG")
        .given("Account status", "ACTIVE")
        .given("Auto-accept at or below target", true)
        .given("Auto-accept above target", false)
        .given("Legal date", "2026-03-02");
  }

  public SuiteBook titled(String text) {
    title = text;
    return this;
  }

  public SuiteBook onSheet(String name) {
    sheetName = name;
    return this;
  }

  /** Sets what stands beside a key. */
  public SuiteBook key(String key, Object value) {
    keys.put(key, value);
    return this;
  }

  /** Leaves a key out. */
  public SuiteBook withoutKey(String key) {
    keys.remove(key);
    return this;
  }

  /** What all cases are given. */
  public SuiteBook given(String heading, Object value) {
    return key("Given: " + heading, value);
  }

  /** The header row, and what stands in it before the expectations. */
  public SuiteBook header(String... headings) {
    header = headings.clone();
    return this;
  }

  /** A row as it stands. */
  public SuiteBook row(Object... cells) {
    rows.add(cells.clone());
    return this;
  }

  /** Changes the sheet after it has been written. */
  public SuiteBook then(Consumer<XSSFSheet> change) {
    changes.add(change);
    return this;
  }

  /** Puts a value into a cell by its A1 address, after all else. */
  public SuiteBook set(String address, Object value) {
    return then(sheet -> TableBook.fill(TableBook.cell(sheet, address), value));
  }

  /** The number of the header row. */
  public int headerRow() {
    return keys.size() + 2;
  }

  /** The file. */
  public byte[] bytes() {
    return workbook(this);
  }

  /** A file with a sheet for each suite. */
  public static byte[] workbook(SuiteBook... suites) {
    try (var book = new XSSFWorkbook();
        var out = new ByteArrayOutputStream()) {
      for (SuiteBook suite : suites) {
        suite.write(book);
      }
      book.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(XSSFWorkbook book) {
    var sheet = book.createSheet(sheetName);
    put(sheet, 0, 0, title);
    int row = 0;
    for (var key : keys.entrySet()) {
      put(sheet, ++row, 0, key.getKey());
      put(sheet, row, 1, key.getValue());
    }
    row++;
    for (int column = 0; column < header.length; column++) {
      put(sheet, row, column, header[column]);
    }
    for (Object[] cells : rows) {
      row++;
      for (int column = 0; column < cells.length; column++) {
        put(sheet, row, column, cells[column]);
      }
    }
    changes.forEach(change -> change.accept(sheet));
  }

  private static void put(XSSFSheet sheet, int row, int column, Object value) {
    if (value != null && !value.equals("")) {
      TableBook.fill(TableBook.cellAt(sheet, row, column), value);
    }
  }
}
