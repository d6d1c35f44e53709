package nz.cleancar.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Workbooks of charge rates to hand in: the shipped one with another rate, and a large one. */
final class ChargeRates {

  private static final Path SHIPPED = Path.of("decision-tables/charge-rates.xlsx");
  private static final int RATE_ROW = 16;
  private static final int RATE_COLUMN = 3;
  private static final int FIRST_ROW = 8;
  private static final int LAST_PERIOD = 20;
  private static final int ROWS_IN_A_PERIOD = 4;
  private static final LocalDate LAST_BEGINS = LocalDate.of(2028, 1, 1);

  private ChargeRates() {}

  /** The shipped workbook with this rate in D17. */
  static byte[] with(String rate) {
    return edited(sheet -> set(sheet, rate));
  }

  /** The same, with the last rates given for two days at a time until it has so many rows. */
  static byte[] with(String rate, int rows) {
    return edited(
        sheet -> {
          set(sheet, rate);
          int periods = (rows - (LAST_PERIOD - FIRST_ROW)) / ROWS_IN_A_PERIOD - 1;
          for (int i = 0; i < ROWS_IN_A_PERIOD; i++) {
            sheet.getRow(LAST_PERIOD + i).getCell(0).setCellValue(days(0));
          }
          for (int period = 1; period <= periods; period++) {
            for (int i = 0; i < ROWS_IN_A_PERIOD; i++) {
              var row = sheet.createRow(LAST_PERIOD + period * ROWS_IN_A_PERIOD + i);
              copy(sheet.getRow(LAST_PERIOD + i), row);
              row.getCell(0)
                  .setCellValue(
                      period < periods ? days(period) : ">= " + LAST_BEGINS.plusDays(2L * period));
            }
          }
        });
  }

  private static void set(Sheet sheet, String rate) {
    sheet.getRow(RATE_ROW).getCell(RATE_COLUMN).setCellValue(new BigDecimal(rate).doubleValue());
  }

  private static String days(int number) {
    var first = LAST_BEGINS.plusDays(2L * number);
    return "[" + first + ".." + first.plusDays(1) + "]";
  }

  private static void copy(Row from, Row to) {
    from.forEach(
        cell -> {
          var copy = to.createCell(cell.getColumnIndex());
          switch (cell.getCellType()) {
            case NUMERIC -> copy.setCellValue(cell.getNumericCellValue());
            default -> copy.setCellValue(cell.getStringCellValue());
          }
        });
  }

  private static byte[] edited(Consumer<Sheet> edit) {
    try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(Files.readAllBytes(SHIPPED)));
        var out = new ByteArrayOutputStream()) {
      edit.accept(workbook.getSheetAt(0));
      workbook.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
