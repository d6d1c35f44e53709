package nz.cleancar.policy.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;
import nz.cleancar.testing.TableBook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.junit.jupiter.api.Test;

/**
 * A workbook that LibreOffice saved reads as the one that it opened. The kept file came from {@link
 * #main} by {@code soffice --headless --convert-to xlsx}.
 */
class SavedByLibreOfficeTest {

  private static final String SAVED = "/workbooks/saved-by-libreoffice.xlsx";

  /** A table with what people add to one: formats, a filter, frozen rows, drop-downs, columns. */
  private static byte[] original() {
    return Sample.table()
        .row("MD1", "B", 2030, 1234.5, LocalDate.of(2024, 2, 29), true, 0.1, "Te Tāhū {Year}.")
        .rawRow(
            "2WD",
            "any",
            "any",
            "any",
            "any",
            "any",
            112.6,
            "It's \"so\" & <so>.",
            "Act,  s 1",
            "assumed",
            "A note\nwith a break")
        .then(
            sheet -> {
              sheet.createFreezePane(0, 8);
              sheet.setAutoFilter(CellRangeAddress.valueOf("A8:K13"));
              sheet.setColumnWidth(0, 40 * 256);
              var helper = sheet.getDataValidationHelper();
              sheet.addValidationData(
                  helper.createValidation(
                      helper.createExplicitListConstraint(new String[] {"A", "B"}),
                      new CellRangeAddressList(8, 100, 1, 1)));
              for (int row = 8; row < 60; row++) {
                for (int column = 0; column < 14; column++) {
                  var line = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
                  var cell =
                      line.getCell(column) == null ? line.createCell(column) : line.getCell(column);
                  if (column == 3 || column == 6) {
                    cell.setCellStyle(TableBook.format(cell, "#,##0.0 \"g/km\""));
                  }
                }
              }
              sheet.addMergedRegion(CellRangeAddress.valueOf("A1:K1"));
            })
        .bytes();
  }

  static void main(String[] arguments) throws IOException {
    Files.write(Path.of(arguments[0]), original());
  }

  private static byte[] saved() {
    try (InputStream file = SavedByLibreOfficeTest.class.getResourceAsStream(SAVED)) {
      return Objects.requireNonNull(file).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void it_reads_as_the_original_does() {
    // When
    var original = Sample.read(original());
    var saved = Sample.read(saved());

    // Then
    assertThat(saved.findings()).isEmpty();
    assertThat(saved).isEqualTo(original);
    assertThat(saved.tables().getFirst().rows()).hasSize(5);
  }
}
