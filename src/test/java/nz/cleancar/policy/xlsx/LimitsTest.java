package nz.cleancar.policy.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nz.cleancar.policy.WorkbookReader;
import nz.cleancar.testing.Formula;
import nz.cleancar.testing.TableBook;
import nz.cleancar.testing.Zips;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every limit holds what is at it, and refuses what is one past it. */
class LimitsTest {

  private static final int[] DEFAULT = {
    Limits.DEFAULT.fileBytes(),
    Limits.DEFAULT.parts(),
    Limits.DEFAULT.partBytes(),
    Limits.DEFAULT.expandedBytes(),
    Limits.DEFAULT.expansion(),
    Limits.DEFAULT.sheets(),
    Limits.DEFAULT.rows(),
    Limits.DEFAULT.columns(),
    Limits.DEFAULT.strings(),
    Limits.DEFAULT.styles(),
    Limits.DEFAULT.cellCharacters(),
    Limits.DEFAULT.findings()
  };

  /** A limit by its position, how much of it the workbook takes, and the finding past it. */
  record Case(String name, int position, int taken, String code) {
    @Override
    public String toString() {
      return name;
    }
  }

  /** Written once: a workbook's size depends on the second in which it is written. */
  private static final byte[] WORKBOOK = workbook();

  private static byte[] workbook() {
    var book =
        Sample.table()
            .set("I9", "x".repeat(300))
            .then(
                sheet ->
                    TableBook.table("other")
                        .onSheet("Other")
                        .columns("Code", "→ Reason")
                        .row("MA", "Why.")
                        .write(sheet.getWorkbook()))
            .bytes();
    return Zips.edit(book, "xl/worksheets/sheet1.xml", xml -> xml + " ".repeat(Limits.SMALL_PART));
  }

  static List<Case> cases() {
    byte[] workbook = WORKBOOK;
    var parts = Zips.entries(workbook);
    int largest = parts.values().stream().mapToInt(part -> part.length).max().orElseThrow();
    int all = parts.values().stream().mapToInt(part -> part.length).sum();
    return List.of(
        new Case("bytes of the file", 0, workbook.length, "file-too-large"),
        new Case("parts", 1, parts.size(), "too-many-parts"),
        new Case("bytes of a part", 2, largest, "part-too-large"),
        new Case("bytes of all parts", 3, all, "expands-too-large"),
        new Case("expansion", 4, expansion(workbook), "zip-bomb"),
        new Case("sheets", 5, 2, "too-many-sheets"),
        new Case("rows", 6, 11, "too-many-rows"),
        new Case("columns", 7, 11, "too-many-columns"),
        new Case(
            "texts",
            8,
            count(Zips.text(workbook, "xl/sharedStrings.xml"), "<si>"),
            "too-many-texts"),
        new Case("styles", 9, styles(Zips.text(workbook, "xl/styles.xml")), "too-many-styles"),
        new Case("characters of a cell", 10, 300, "cell-too-long"));
  }

  /** The smallest factor that the largest part stays within. */
  private static int expansion(byte[] workbook) {
    for (int factor = 1; ; factor++) {
      if (read(workbook, limits(4, factor)).findings().isEmpty()) {
        return factor;
      }
    }
  }

  private static int count(String xml, String element) {
    return xml.split(element, -1).length - 1;
  }

  private static int styles(String xml) {
    return count(xml.substring(xml.indexOf("<cellXfs"), xml.indexOf("</cellXfs>")), "<xf ");
  }

  private static Limits limits(int position, int value) {
    int[] all = DEFAULT.clone();
    all[position] = value;
    return new Limits(
        all[0],
        all[1],
        all[2],
        all[3],
        all[4],
        all[5],
        all[6],
        all[7],
        all[8],
        all[9],
        all[10],
        all[11],
        Limits.DEFAULT.editedNodes());
  }

  private static WorkbookReader.Contents read(byte[] workbook, Limits limits) {
    return new XlsxWorkbookReader(limits).read(Sample.FILE, workbook, Sample.VOCABULARY);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void what_is_at_the_limit_is_read(Case limit) {
    assertThat(read(WORKBOOK, limits(limit.position(), limit.taken())).findings()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void what_is_one_past_the_limit_is_told(Case limit) {
    // When
    var findings = read(WORKBOOK, limits(limit.position(), limit.taken() - 1)).findings();

    // Then
    assertThat(findings).extracting(finding -> finding.code()).contains(limit.code());
  }

  @Test
  void findings_up_to_their_limit_are_told_one_by_one() {
    assertThat(read(withMistakes(3), limits(11, 3)).findings())
        .extracting(finding -> finding.code())
        .containsExactly("empty-cell", "empty-cell", "empty-cell");
  }

  @Test
  void of_findings_past_their_limit_the_last_says_that_there_are_more() {
    assertThat(read(withMistakes(3), limits(11, 2)).findings())
        .extracting(finding -> finding.code())
        .containsExactly("empty-cell", "empty-cell", "more-findings");
  }

  @Test
  void a_workbook_with_many_mistakes_of_many_kinds_has_a_finding_for_each() {
    // Given
    var mistakes =
        List.of(
            new Mistake("B2", "Not An Id", "table-id"),
            new Mistake("B4", "sometimes", "hit-policy"),
            new Mistake("B5", "1; 2; 3", "otherwise-count"),
            new Mistake("B7", "{nobody}", "unknown-term"),
            new Mistake("C1", "stray", "stray-cell"),
            new Mistake("A9", "M A", "not-a-word"),
            new Mistake("B9", "C", "word-not-allowed"),
            new Mistake("C9", "2025", "number-as-text"),
            new Mistake("D9", "[5..3]", "empty-range"),
            new Mistake("E9", "1 May 2025", "not-a-day"),
            new Mistake("F9", "maybe", "not-yes-or-no"),
            new Mistake("G9", "1; 2", "not-one-value"),
            new Mistake("H9", "{year", "bad-sentence"),
            new Mistake("I9", null, "empty-cell"),
            new Mistake("J9", "certain", "standing"),
            new Mistake("K9", 5, "not-text"),
            new Mistake("G10", new Formula("1+1"), "formula"),
            new Mistake("G11", 0.1234567, "too-many-decimals"),
            new Mistake("A11", "M\u200BA", "odd-character"),
            new Mistake("M11", "stray", "stray-cell"),
            new Mistake("A15", "stray", "stray-cell"));
    var book = Sample.table();
    mistakes.forEach(mistake -> book.set(mistake.cell(), mistake.value()));

    // When
    var reading = Sample.reading(Sample.read(book.bytes()));

    // Then
    assertThat(reading)
        .containsExactlyInAnyOrderElementsOf(
            mistakes.stream().map(m -> m.code() + "@" + m.cell()).toList());
  }

  private record Mistake(String cell, @Nullable Object value, String code) {}

  private static byte[] withMistakes(int count) {
    var book = Sample.table();
    for (int i = 0; i < count; i++) {
      book.set("G" + (9 + i), null);
    }
    return book.bytes();
  }
}
