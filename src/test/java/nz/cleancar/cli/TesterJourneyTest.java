package nz.cleancar.cli;

import static nz.cleancar.cli.Terminal.ccs;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import nz.cleancar.testing.ShippedPolicy;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A tester writes a suite in LibreOffice, with digits swapped in one expectation. */
class TesterJourneyTest {

  private static final Path SAVED_BY_LIBREOFFICE =
      Path.of("src/test/resources/workbooks/tester-suite-libreoffice.xlsx");
  private static final String SHEET = "tester-suite-libreoffice";

  @TempDir private Path folder;

  @Test
  void a_suite_is_run_its_failure_read_in_the_workbook_mended_there_and_run_green()
      throws IOException {
    // Given
    Path suite = Files.copy(SAVED_BY_LIBREOFFICE, folder.resolve("used-cars.xlsx"));

    // When
    var failed = test(suite, "--mark", folder.resolve("marked"));
    Path marked = folder.resolve("marked/scenarios/used-cars.xlsx");
    String note = noteAt(marked, 18, 3);
    mend(marked, 18, 3, 248.40);
    var mended = test(marked);

    // Then
    assertThat(failed.exitCode()).isOne();
    assertThat(failed.text())
        .contains(
            "FAILED  used-car-charges: A car 41.4 g above its target pays for each of them",
            "expected  284.40   (D19)",
            "found     248.40",
            "41.4 g/km above target at $6.00 a gram is a charge of $248.40.",
            "2 passed, 1 FAILED");
    assertThat(note).contains("284.40", "248.40", "Mend the expectation if the policy is right");
    assertThat(mended.exitCode()).as(mended.text()).isZero();
    assertThat(mended.text()).contains("3 of 3 scenarios passed.");
  }

  @Test
  void what_came_back_green_has_no_red_cell_and_no_problem_any_more() throws IOException {
    // Given
    Path suite = Files.copy(SAVED_BY_LIBREOFFICE, folder.resolve("used-cars.xlsx"));
    test(suite, "--mark", folder.resolve("first"));
    Path first = folder.resolve("first/scenarios/used-cars.xlsx");
    mend(first, 18, 3, 248.40);

    // When
    test(first, "--mark", folder.resolve("second"));

    // Then
    try (var workbook = open(folder.resolve("second/scenarios/used-cars.xlsx"))) {
      assertThat(workbook.getSheet("Problems")).isNull();
      assertThat(workbook.getSheet(SHEET).getCellComments()).isEmpty();
      assertThat(
              workbook
                  .getSheet(SHEET)
                  .getSheetConditionalFormatting()
                  .getNumConditionalFormattings())
          .isPositive();
    }
  }

  private static Terminal.Printed test(Path suite, Object... options) {
    Object[] all = new Object[options.length + 4];
    all[0] = "test";
    all[1] = suite;
    all[2] = "--policy";
    all[3] = ShippedPolicy.FOLDER;
    System.arraycopy(options, 0, all, 4, options.length);
    return ccs(all);
  }

  private static String noteAt(Path file, int row, int column) throws IOException {
    try (var workbook = open(file)) {
      return workbook
          .getSheet(SHEET)
          .getRow(row)
          .getCell(column)
          .getCellComment()
          .getString()
          .getString();
    }
  }

  private static void mend(Path file, int row, int column, double value) throws IOException {
    try (var workbook = open(file)) {
      workbook.getSheet(SHEET).getRow(row).getCell(column).setCellValue(value);
      try (OutputStream out = Files.newOutputStream(file)) {
        workbook.write(out);
      }
    }
  }

  private static XSSFWorkbook open(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return new XSSFWorkbook(in);
    }
  }
}
