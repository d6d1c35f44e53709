package nz.cleancar.policy.xlsx;

import static nz.cleancar.policy.xlsx.Marked.at;
import static nz.cleancar.policy.xlsx.Marked.finding;
import static nz.cleancar.policy.xlsx.Marked.look;
import static nz.cleancar.policy.xlsx.Marked.mark;
import static nz.cleancar.policy.xlsx.Marked.note;
import static nz.cleancar.policy.xlsx.Marked.overlap;
import static nz.cleancar.policy.xlsx.Marked.problems;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javax.xml.stream.XMLStreamException;
import nz.cleancar.policy.Finding.Severity;
import nz.cleancar.policy.Place;
import nz.cleancar.testing.Formula;
import nz.cleancar.testing.TableBook;
import nz.cleancar.testing.Zips;
import org.junit.jupiter.api.Test;

class XlsxWorkbookMarkerTest {

  private static final String RED = "FFF4A6A0";
  private static final String AMBER = "FFFFD966";
  private static final String BLUE = "FF9DC3E6";

  @Test
  void a_cell_gets_a_note_that_says_all_of_its_finding() {
    // When
    byte[] marked = mark(Sample.table().bytes(), List.of(overlap()));

    // Then
    assertThat(note(marked, "A10"))
        .isEqualTo(
            """
            — found by ccs check —
            error  overlap
            expected  one thing
            found     another
            repair    Mend it.
            shown by  Year 2026, Code MA
            see       A9:K9
            — end of findings —""");
  }

  @Test
  void all_cells_of_a_range_are_coloured_and_the_first_has_the_note() {
    // When
    byte[] marked = mark(Sample.table().bytes(), List.of(overlap()));

    // Then
    assertThat(Marked.colours(marked, "A10")).containsExactly(RED);
    assertThat(Marked.colours(marked, "K10")).containsExactly(RED);
    assertThat(Marked.colours(marked, "A11")).isEmpty();
    assertThat(Marked.notes(marked)).containsOnlyKeys("A9", "A10");
  }

  @Test
  void another_place_that_a_finding_speaks_of_is_coloured_and_says_where_to_look() {
    // When
    byte[] marked = mark(Sample.table().bytes(), List.of(overlap()));

    // Then
    assertThat(note(marked, "A9")).contains("error  overlap\nsee       A10:K10");
    assertThat(Marked.colours(marked, "D9")).containsExactly(RED);
  }

  @Test
  void each_severity_has_its_colour_and_its_word() {
    // When
    byte[] marked =
        mark(
            Sample.table().bytes(),
            List.of(
                finding(Severity.NOTE, "same-as-before", at("G9")),
                finding(Severity.ERROR, "formula", at("G10")),
                finding(Severity.WARNING, "idle-column", at("G11"))));

    // Then
    assertThat(Marked.colours(marked, "G9")).containsExactly(BLUE);
    assertThat(Marked.colours(marked, "G10")).containsExactly(RED);
    assertThat(Marked.colours(marked, "G11")).containsExactly(AMBER);
    assertThat(note(marked, "G9")).contains("note  same-as-before");
    assertThat(note(marked, "G10")).contains("error  formula");
    assertThat(note(marked, "G11")).contains("warning  idle-column");
  }

  @Test
  void marking_again_leaves_only_the_new_marks() {
    // Given
    byte[] original = Sample.table().bytes();
    byte[] before = mark(original, List.of(overlap(), finding(Severity.NOTE, "old", at("D9"))));
    var now = List.of(finding(Severity.WARNING, "new", at("D10")));

    // When
    byte[] twice = mark(before, now);

    // Then
    byte[] once = mark(original, now);
    assertThat(Marked.notes(twice)).isEqualTo(Marked.notes(once));
    assertThat(problems(twice)).isEqualTo(problems(once));
    assertThat(Marked.colours(twice, "D9")).isEmpty();
    assertThat(Marked.sheets(twice)).isEqualTo(2);
  }

  @Test
  void marking_ever_again_does_not_make_the_workbook_grow() {
    // Given
    var findings = List.of(overlap(), finding(Severity.NOTE, "old", at("D9")));
    byte[] twice = mark(mark(Sample.table().bytes(), findings), findings);
    byte[] often = twice;

    // When
    for (int i = 0; i < 5; i++) {
      often = mark(often, findings);
    }

    // Then
    assertThat(styles(often)).isEqualTo(styles(twice));
    assertThat(Marked.text(often, book -> book.getSheetAt(0).getCTWorksheet().xmlText()))
        .isEqualTo(Marked.text(twice, book -> book.getSheetAt(0).getCTWorksheet().xmlText()));
  }

  private static List<Integer> styles(byte[] workbook) {
    return look(
        workbook,
        book ->
            List.of(
                book.getNumCellStyles(),
                book.getNumberOfFonts(),
                book.getStylesSource()._getDXfsSize(),
                book.getAllNames().size()));
  }

  @Test
  void without_findings_every_mark_goes() {
    // Given
    byte[] marked = mark(Sample.table().bytes(), List.of(overlap()));

    // When
    byte[] cleared = mark(marked, List.of());

    // Then
    assertThat(Marked.notes(cleared)).isEmpty();
    assertThat(Marked.colours(cleared, "A10")).isEmpty();
    assertThat(Marked.sheets(cleared)).isEqualTo(1);
    assertThat(Sample.read(cleared)).isEqualTo(Sample.read(Sample.table().bytes()));
  }

  @Test
  void places_that_no_sheet_has_are_listed_all_the_same() {
    // When
    byte[] marked =
        mark(
            Sample.table().bytes(),
            List.of(
                finding(Severity.ERROR, "far", at("ZZZZZ999999999")),
                finding(Severity.ERROR, "no-sheet", new Place(Sample.FILE, "Gone", "A1")),
                finding(Severity.ERROR, "wide", at("A9:ZZZZZ999999999"))));

    // Then
    assertThat(problems(marked))
        .extracting(line -> line.get(1))
        .contains("far", "no-sheet", "wide");
    assertThat(Marked.notes(marked)).containsOnlyKeys("A9");
  }

  @Test
  void bytes_that_are_no_workbook_come_back_as_a_list() {
    // When
    byte[] answer =
        mark(
            new byte[] {1, 2, 3},
            List.of(finding(Severity.ERROR, "not-a-workbook", Place.of(Sample.FILE))));

    // Then
    assertThat(Marked.sheets(answer)).isEqualTo(1);
    assertThat(problems(answer)).hasSize(1);
  }

  @Test
  void a_workbook_past_the_limit_for_writing_comes_back_as_a_list() {
    // Given
    byte[] original = Sample.table().bytes();
    int nodes =
        Zips.entries(original).entrySet().stream()
            .filter(part -> part.getKey().endsWith("xml") || part.getKey().endsWith("rels"))
            .mapToInt(part -> nodes(part.getValue()))
            .sum();

    // When
    byte[] within = markedWithin(nodes, original);
    byte[] past = markedWithin(nodes - 1, original);

    // Then
    assertThat(Marked.sheets(within)).isEqualTo(2);
    assertThat(Marked.sheets(past)).isEqualTo(1);
    assertThat(problems(past)).hasSize(1);
  }

  private static int nodes(byte[] part) {
    try (var xml = Xml.of(part)) {
      int nodes = 0;
      while (xml.next()) {
        nodes += xml.nodes();
      }
      return nodes;
    } catch (XMLStreamException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] markedWithin(int nodes, byte[] workbook) {
    return marker(nodes).mark(Sample.FILE, workbook, List.of(overlap()));
  }

  private static XlsxWorkbookMarker marker(int nodes) {
    var all = Limits.DEFAULT;
    return new XlsxWorkbookMarker(
        new Limits(
            all.fileBytes(),
            all.parts(),
            all.partBytes(),
            all.expandedBytes(),
            all.expansion(),
            all.sheets(),
            all.rows(),
            all.columns(),
            all.strings(),
            all.styles(),
            all.cellCharacters(),
            all.findings(),
            nodes));
  }

  @Test
  void as_many_findings_as_a_sheet_may_have_are_marked() {
    // Given
    byte[] broken =
        Sample.table()
            .then(
                sheet -> {
                  for (int row = 12; row < 1_012; row++) {
                    TableBook.cell(sheet, "A" + row).setCellFormula("1+1");
                  }
                })
            .bytes();
    var findings = Sample.read(broken).findings();

    // When
    byte[] marked = mark(broken, findings);

    // Then
    assertThat(Marked.notes(marked)).hasSizeGreaterThan(900);
    assertThat(problems(marked)).hasSameSizeAs(findings);
  }

  @Test
  void a_formula_is_marked_and_its_cell_keeps_it() {
    // Given
    byte[] original = Sample.table().set("G9", new Formula("1+1")).bytes();

    // When
    byte[] marked = mark(original, Sample.read(original).findings());

    // Then
    assertThat(note(marked, "G9")).contains("error  formula").contains("=1+1");
    assertThat(
            Marked.text(marked, book -> TableBook.cell(book.getSheetAt(0), "G9").getCellFormula()))
        .isEqualTo("1+1");
  }
}
