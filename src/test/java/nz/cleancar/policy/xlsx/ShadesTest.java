package nz.cleancar.policy.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import nz.cleancar.policy.Finding;
import nz.cleancar.policy.Place;
import nz.cleancar.policy.Shade;
import nz.cleancar.policy.Shade.Tint;
import org.apache.poi.ss.util.CellRangeAddress;
import org.junit.jupiter.api.Test;

final class ShadesTest {

  private static final byte[] WORKBOOK = Sample.table().bytes();

  private static Shade shade(String cell, Tint tint, String note) {
    return new Shade(new Place(Sample.FILE, "Table", cell), tint, note);
  }

  private static byte[] mark(byte[] workbook, List<Finding> findings, Shade... shades) {
    return new XlsxWorkbookMarker().mark(Sample.FILE, workbook, findings, List.of(shades));
  }

  /** The areas of each colour with its priority, the first to win first. */
  private static List<String> colours(byte[] workbook) {
    return Marked.look(
        workbook,
        book -> {
          var formats = book.getSheetAt(0).getSheetConditionalFormatting();
          return IntStream.range(0, formats.getNumConditionalFormattings())
              .mapToObj(formats::getConditionalFormattingAt)
              .map(
                  format ->
                      format.getRule(0).getPriority()
                          + " "
                          + Arrays.stream(format.getFormattingRanges())
                              .map(CellRangeAddress::formatAsString)
                              .toList())
              .sorted()
              .toList();
        });
  }

  @Test
  void cells_are_shaded_and_those_below_each_other_are_one_area() {
    // When
    var marked =
        mark(
            WORKBOOK,
            List.of(),
            shade("A10", Tint.STRONG, ""),
            shade("A9", Tint.STRONG, ""),
            shade("C9", Tint.FAINT, "Tried 3 times."));

    // Then
    assertThat(colours(marked)).containsExactly("5 [A9:A10]", "8 [C9]");
    assertThat(Marked.note(marked, "C9")).contains("Tried 3 times.");
    assertThat(Marked.sheets(marked)).isEqualTo(1);
  }

  @Test
  void a_finding_goes_before_a_shade_at_its_cell() {
    // Given
    var finding =
        Finding.error("formula", new Place(Sample.FILE, "Table", "A9"), "a", "b", "Mend it.");

    // When
    var marked = mark(WORKBOOK, List.of(finding), shade("A9", Tint.GOOD, "As expected."));

    // Then
    assertThat(colours(marked)).containsExactly("1 [A9]", "9 [A9]");
    assertThat(Marked.note(marked, "A9")).contains("Mend it.", "As expected.");
  }

  @Test
  void the_next_marking_takes_shades_away() {
    // Given
    var marked = mark(WORKBOOK, List.of(), shade("A9", Tint.BAD, "Missed."));

    // When
    var again = mark(marked, List.of());

    // Then
    assertThat(colours(again)).isEmpty();
    assertThat(Marked.notes(again)).isEmpty();
  }

  @Test
  void shades_of_other_files_and_sheets_are_not_shown() {
    // When
    var marked =
        mark(
            WORKBOOK,
            List.of(),
            new Shade(new Place("other.xlsx", "Table", "A9"), Tint.BAD, "Missed."),
            new Shade(new Place(Sample.FILE, "Other", "A9"), Tint.BAD, "Missed."));

    // Then
    assertThat(colours(marked)).isEmpty();
    assertThat(Marked.notes(marked)).isEmpty();
  }
}
