package nz.cleancar.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A copy of a policy's folder that a test may edit as policy staff would. */
public record PolicyCopy(Path folder) {

  /** A copy without suites, which would object to whatever a test changes. */
  public static PolicyCopy of(Path policy, Path target) {
    return of(policy, target, "rules", "decision-tables");
  }

  /** A copy with its suites. */
  public static PolicyCopy withSuites(Path policy, Path target) {
    return of(policy, target, "rules", "decision-tables", "scenarios");
  }

  private static PolicyCopy of(Path policy, Path target, String... parts) {
    for (String part : parts) {
      Path from = policy.resolve(part);
      if (Files.isDirectory(from)) {
        copy(from, target.resolve(part));
      }
    }
    return new PolicyCopy(target);
  }

  private static void copy(Path from, Path to) {
    try (Stream<Path> files = Files.list(from)) {
      Files.createDirectories(to);
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A decision table of the copy. */
  public Workbook table(String id) {
    return new Workbook(folder.resolve("decision-tables").resolve(id + ".xlsx"));
  }

  /** A text file of the copy. */
  public Text file(String path) {
    return new Text(folder.resolve(path));
  }

  /** Adds a table with one row. */
  public void newTable(
      String id, String hitPolicy, String otherwise, String[] header, Object[] row) {
    Path file = folder.resolve("decision-tables").resolve(id + ".xlsx");
    try (var workbook = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      Sheet sheet = workbook.createSheet("Table");
      put(sheet, 0, id);
      put(sheet, 1, "Table", id);
      put(sheet, 2, "Purpose", "To test.");
      put(sheet, 3, "Hit policy", hitPolicy);
      put(sheet, 4, "When no row matches", otherwise);
      put(sheet, 5, "Owner", "Testers");
      put(sheet, 7, (Object[]) header);
      put(sheet, 8, row);
      workbook.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void put(Sheet sheet, int row, Object... values) {
    Row cells = sheet.createRow(row);
    for (int i = 0; i < values.length; i++) {
      set(cells.createCell(i), values[i]);
    }
  }

  private static void set(Cell cell, Object value) {
    if (value instanceof Number number) {
      cell.setCellValue(number.doubleValue());
    } else {
      cell.setCellValue(value.toString());
    }
  }

  /** A workbook that is edited in place. */
  public record Workbook(Path file) {

    /** Changes one cell. */
    public void change(String address, Object value) {
      edit(
          sheet -> {
            var reference = new CellReference(address);
            set(sheet.getRow(reference.getRow()).getCell(reference.getCol()), value);
          });
    }

    /** Adds a row below the last one. */
    public void add(Object... values) {
      edit(sheet -> put(sheet, lastRow(sheet) + 1, values));
    }

    /** Takes out the row of this number; those below move up. */
    public void remove(int number) {
      edit(
          sheet -> {
            int last = sheet.getLastRowNum();
            sheet.removeRow(sheet.getRow(number - 1));
            if (number <= last) {
              sheet.shiftRows(number, last, -1);
            }
          });
    }

    private static int lastRow(Sheet sheet) {
      int last = sheet.getLastRowNum();
      while (sheet.getRow(last) == null
          || sheet.getRow(last).getCell(0) == null
          || sheet.getRow(last).getCell(0).toString().isEmpty()) {
        last--;
      }
      return last;
    }

    private void edit(Consumer<Sheet> edit) {
      try (InputStream in = Files.newInputStream(file);
          var workbook = new XSSFWorkbook(in)) {
        edit.accept(workbook.getSheetAt(0));
        try (OutputStream out = Files.newOutputStream(file)) {
          workbook.write(out);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** A text file that is edited in place. */
  public record Text(Path file) {

    /** Adds lines at the end. */
    public void append(String lines) {
      try {
        Files.writeString(file, lines, StandardOpenOption.APPEND);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
