package nz.cleancar.policy.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import nz.cleancar.testing.Formula;
import org.junit.jupiter.api.Test;

/**
 * A marked workbook that LibreOffice saved is clean once mended, and its marks are known again. The
 * kept file came from {@link #main} by {@code soffice --headless --convert-to xlsx}.
 */
class MarkedSavedByLibreOfficeTest {

  private static final String SAVED = "/workbooks/marked-saved-by-libreoffice.xlsx";

  static void main(String[] arguments) throws IOException {
    byte[] spoilt =
        Sample.table()
            .set("G9", new Formula("100+12.6"))
            .set("A10", "M B")
            .set("C11", "'26")
            .bytes();
    Files.write(Path.of(arguments[0]), Marked.mark(spoilt, Sample.read(spoilt).findings()));
  }

  private static byte[] saved() {
    try (InputStream file = MarkedSavedByLibreOfficeTest.class.getResourceAsStream(SAVED)) {
      return Objects.requireNonNull(file).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] mended() {
    return Marked.edit(
        saved(),
        sheet -> {
          sheet.getRow(8).getCell(6).setBlank();
          Marked.set(sheet, "G9", 112.6);
          Marked.set(sheet, "A10", "MB");
          Marked.set(sheet, "C11", "2026; 2027");
        });
  }

  @Test
  void it_reads_with_its_findings_until_it_is_mended_and_clean_then() {
    // When
    var before = Sample.read(saved()).findings();
    var after = Sample.read(mended());

    // Then
    assertThat(before)
        .extracting(found -> found.place().cell())
        .containsExactly("G9", "A10", "C11");
    assertThat(after).isEqualTo(Sample.read(Sample.table().bytes()));
  }

  @Test
  void marks_that_libreoffice_wrote_are_taken_away() {
    // Given
    assertThat(Marked.notes(saved())).containsKeys("G9", "A10", "C11");

    // When
    byte[] cleared = Marked.mark(mended(), List.of());

    // Then
    assertThat(Marked.sheets(cleared)).isEqualTo(1);
    assertThat(Marked.notes(cleared)).isEmpty();
    assertThat(Marked.colours(cleared, "G9")).isEmpty();
  }
}
