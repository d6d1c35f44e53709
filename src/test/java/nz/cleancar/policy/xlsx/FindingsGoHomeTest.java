package nz.cleancar.policy.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.function.Consumer;
import nz.cleancar.policy.Finding;
import nz.cleancar.policy.Policy;
import nz.cleancar.policy.PolicyFolder;
import nz.cleancar.policy.PolicyReader;
import nz.cleancar.policy.PolicySources;
import nz.cleancar.policy.analysis.TablesAnalysis;
import nz.cleancar.testing.ShippedPolicy;
import nz.cleancar.testing.TableBook;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A workbook of the shipped policy with a defect is checked and marked; its owner sees the note at
 * the cell, mends it, hands the workbook in with all marks still in it, and it is clean.
 */
class FindingsGoHomeTest {

  /** A defect, where its note is to be seen, and how the owner mends it. */
  record Defect(
      String code,
      String table,
      String noteAt,
      Consumer<XSSFSheet> spoil,
      Consumer<XSSFSheet> mend) {

    @Override
    public String toString() {
      return code + " in " + table;
    }
  }

  static List<Defect> defects() {
    return List.of(
        text("number-as-text", "annual-targets", "C12", "108"),
        new Defect(
            "gap",
            "charge-rates",
            "A18",
            sheet -> Marked.set(sheet, "A18", "[2026-01-01..2027-12-30]"),
            sheet -> Marked.set(sheet, "A18", "[2026-01-01..2027-12-31]")),
        new Defect(
            "overlap",
            "charge-rates",
            "A21",
            sheet -> Marked.set(sheet, "A17", "[2026-01-01..2028-01-01]"),
            sheet -> Marked.set(sheet, "A17", "[2026-01-01..2027-12-31]")),
        text(
            "empty-range",
            "charge-rates",
            "A17",
            "[2027-12-31..2026-01-01]",
            "[2026-01-01..2027-12-31]"),
        text("bad-range", "charge-rates", "A17", "[2026-01-01]", "[2026-01-01..2027-12-31]"),
        text("word-not-allowed", "charge-rates", "B17", "PAYGO", "PAYG"),
        text("unknown-column", "charge-rates", "B8", "Skeme", "Scheme"),
        text("standing", "charge-rates", "I17", "enacte", "reported"),
        text("unknown-key", "charge-rates", "A3", "Purpos", "Purpose"),
        text("hit-policy", "charge-rates", "B4", "exactly two", "exactly one"),
        text("empty-cell", "charge-rates", "C17", "", "USED"),
        text("stray-cell", "charge-rates", "L3", "to do", ""),
        new Defect(
            "formula",
            "annual-targets",
            "C12",
            sheet -> TableBook.cell(sheet, "C12").setCellFormula("100+8"),
            sheet -> number(sheet, "C12", 108)),
        new Defect(
            "not-a-word",
            "charge-rates",
            "C17",
            sheet -> number(sheet, "C17", 3),
            sheet -> Marked.set(sheet, "C17", "USED")));
  }

  private static Defect text(String code, String table, String cell, String wrong) {
    return new Defect(
        code,
        table,
        cell,
        sheet -> Marked.set(sheet, cell, wrong),
        sheet -> number(sheet, cell, Double.parseDouble(wrong)));
  }

  private static Defect text(String code, String table, String cell, String wrong, String right) {
    return new Defect(
        code,
        table,
        cell,
        sheet -> Marked.set(sheet, cell, wrong),
        sheet -> Marked.set(sheet, cell, right));
  }

  private static void number(XSSFSheet sheet, String cell, double number) {
    var at = TableBook.cell(sheet, cell);
    at.setBlank();
    at.setCellValue(number);
  }

  private static byte[] shipped(String table) {
    try {
      return Files.readAllBytes(
          ShippedPolicy.FOLDER.resolve("decision-tables").resolve(table + ".xlsx"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The findings of the shipped policy with this workbook in it, but for notes. */
  private static List<Finding> check(String table, byte[] workbook) {
    var files = new PolicyFolder(ShippedPolicy.FOLDER).read().sources().files();
    files.put("decision-tables/" + table + ".xlsx", workbook);
    return switch (ShippedPolicy.reader().read(new PolicySources(files))) {
      case PolicyReader.Reading.Unreadable(List<Finding> findings) -> findings;
      case PolicyReader.Reading.Read(Policy policy, List<Finding> _) ->
          new TablesAnalysis()
              .findings(policy).stream()
                  .filter(finding -> finding.severity() != Finding.Severity.NOTE)
                  .toList();
    };
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("defects")
  void a_defect_is_seen_at_its_cell_and_once_mended_the_workbook_is_clean(Defect defect) {
    // Given
    byte[] original = shipped(defect.table());
    byte[] spoilt = Marked.edit(original, defect.spoil());
    var findings = check(defect.table(), spoilt);

    // When
    byte[] marked = new XlsxWorkbookMarker().mark(defect.table() + ".xlsx", spoilt, findings);
    byte[] mended = Marked.edit(marked, defect.mend());

    // Then
    assertThat(findings).anyMatch(Finding::isError);
    assertThat(Marked.note(marked, defect.noteAt())).contains("error  " + defect.code());
    assertThat(Marked.colours(marked, defect.noteAt())).contains("FFF4A6A0");
    assertThat(check(defect.table(), mended)).isEqualTo(check(defect.table(), original));
  }
}
