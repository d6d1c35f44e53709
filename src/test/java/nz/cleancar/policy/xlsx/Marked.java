package nz.cleancar.policy.xlsx;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import nz.cleancar.policy.Finding;
import nz.cleancar.policy.Finding.Severity;
import nz.cleancar.policy.Place;
import nz.cleancar.policy.Witness;
import nz.cleancar.policy.table.Value;
import nz.cleancar.testing.TableBook;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Looks into workbooks that came back, as their owner would. */
final class Marked {

  private Marked() {}

  static byte[] mark(byte[] workbook, List<Finding> findings) {
    return new XlsxWorkbookMarker().mark(Sample.FILE, workbook, findings);
  }

  static <T> T look(byte[] workbook, Function<XSSFWorkbook, T> look) {
    try (var book = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
      return look.apply(book);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A text found in the workbook. */
  static String text(byte[] workbook, Function<XSSFWorkbook, String> look) {
    return look(workbook, look);
  }

  /** How many sheets the workbook has. */
  static int sheets(byte[] workbook) {
    return look(workbook, XSSFWorkbook::getNumberOfSheets);
  }

  /** The workbook after its owner has done something to the first sheet. */
  static byte[] edit(byte[] workbook, Consumer<XSSFSheet> edit) {
    try (var book = new XSSFWorkbook(new ByteArrayInputStream(workbook));
        var out = new ByteArrayOutputStream()) {
      edit.accept(book.getSheetAt(0));
      book.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The notes of the first sheet by their cells. */
  static Map<String, String> notes(byte[] workbook) {
    return look(
        workbook,
        book -> {
          var notes = new TreeMap<String, String>();
          book.getSheetAt(0)
              .getCellComments()
              .forEach((at, note) -> notes.put(at.formatAsString(), note.getString().getString()));
          return notes;
        });
  }

  static String note(byte[] workbook, String cell) {
    return notes(workbook).getOrDefault(cell, "");
  }

  /** The colours, as hexadecimal digits, that conditional formats of ours give the cell. */
  static List<String> colours(byte[] workbook, String cell) {
    return look(
        workbook,
        book -> {
          var formats = book.getSheetAt(0).getSheetConditionalFormatting();
          var colours = new ArrayList<String>();
          for (int i = 0; i < formats.getNumConditionalFormattings(); i++) {
            var format = formats.getConditionalFormattingAt(i);
            var rule = format.getRule(0);
            if (String.valueOf(rule.getFormula1()).contains("ccs finding")
                && covers(format.getFormattingRanges(), cell)) {
              colours.add(rule.getPatternFormatting().getFillBackgroundColorColor().getARGBHex());
            }
          }
          return colours;
        });
  }

  private static boolean covers(CellRangeAddress[] ranges, String cell) {
    return Arrays.stream(ranges).anyMatch(range -> range.isInRange(new CellAddress(cell)));
  }

  /** The lines of the sheet Problems below its headings, each cell with its text. */
  static List<List<String>> problems(byte[] workbook) {
    return look(
        workbook,
        book -> {
          var sheet = book.getSheet("Problems");
          if (sheet == null) {
            return List.of();
          }
          var lines = new ArrayList<List<String>>();
          for (int row = 4; row <= sheet.getLastRowNum(); row++) {
            var line = sheet.getRow(row);
            lines.add(
                Stream.iterate(0, i -> i < 8, i -> i + 1)
                    .map(i -> line.getCell(i) == null ? "" : line.getCell(i).getStringCellValue())
                    .toList());
          }
          return lines;
        });
  }

  static void set(XSSFSheet sheet, String cell, String text) {
    TableBook.cell(sheet, cell).setCellValue(text);
  }

  static void set(XSSFSheet sheet, String cell, double number) {
    TableBook.cell(sheet, cell).setCellValue(number);
  }

  static Place at(String cell) {
    return new Place(Sample.FILE, "Table", cell);
  }

  static Finding finding(Severity severity, String code, Place place, Place... alsoAt) {
    return new Finding(
        severity, code, place, List.of(alsoAt), "one thing", "another", "Mend it.", null);
  }

  static Finding overlap() {
    return finding(Severity.ERROR, "overlap", at("A10:K10"), at("A9:K9"))
        .shownBy(
            new Witness(
                "",
                List.of(
                    new Witness.Given(Sample.term("year"), Value.of(2026)),
                    new Witness.Given(Sample.term("code"), Value.of("MA")))));
  }
}
