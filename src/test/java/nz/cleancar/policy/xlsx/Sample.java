package nz.cleancar.policy.xlsx;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nz.cleancar.policy.WorkbookReader;
import nz.cleancar.policy.table.Kind;
import nz.cleancar.policy.table.PolicyTable;
import nz.cleancar.policy.table.Row;
import nz.cleancar.policy.table.Term;
import nz.cleancar.policy.table.Vocabulary;
import nz.cleancar.testing.TableBook;

/** A vocabulary with a term of each kind, and a table with a column of each. */
final class Sample {

  static final String FILE = "sample.xlsx";

  static final Vocabulary VOCABULARY =
      new Vocabulary(
          Map.of("vehicle", List.of("code")),
          List.of(
              term("code", "Code", Kind.WORD, ""),
              new Term(
                  "vehicleType",
                  "Vehicle type",
                  Kind.WORD,
                  "",
                  List.of("A", "B", "NONE"),
                  false,
                  "A type."),
              term("attribute", "Attribute", Kind.WORDS, ""),
              term("year", "Year", Kind.WHOLE, ""),
              term("co2", "CO2", Kind.DECIMAL, "g/km"),
              term("legalDate", "Legal date", Kind.DAY, ""),
              term("subject", "Subject", Kind.YES_NO, ""),
              term("annualTarget", "Annual target", Kind.DECIMAL, "g CO2/km"),
              term("reason", "Reason", Kind.SENTENCE, "")));

  private Sample() {}

  static Term term(String name) {
    return VOCABULARY.named(name).orElseThrow();
  }

  private static Term term(String name, String heading, Kind kind, String unit) {
    return new Term(name, heading, kind, unit, List.of(), false, "A term.");
  }

  /**
   * A faultless table: A Code, B Vehicle type, C Year, D CO2, E Legal date, F Subject, G Annual
   * target, H Reason, I Source, J Standing, K Note; rows 9 to 11.
   */
  static TableBook table() {
    return TableBook.table("sample")
        .columns(
            "Code",
            "Vehicle type",
            "Year",
            "CO2 (g/km)",
            "Legal date",
            "Subject",
            "→ Annual target (g CO2/km)",
            "→ Reason")
        .row("MA", "A", 2025, 100.5, LocalDate.of(2025, 1, 1), "yes", 112.6, "The first.")
        .row("MB", "B; NONE", "[2026..2028]", ">= 0.5", ">= 2026-01-01", "any", 0.0343, "Second.")
        .row("any", "any", "2026; 2027", "any", "any", false, 1500, "The {Year} third.");
  }

  static WorkbookReader.Contents read(byte[] workbook) {
    return new XlsxWorkbookReader().read(FILE, workbook, VOCABULARY);
  }

  /** The findings as {@code code@cell}, or the typed cells as {@code A9=MA}. */
  static List<String> reading(WorkbookReader.Contents contents) {
    return contents.findings().isEmpty()
        ? contents.tables().stream().flatMap(table -> cells(table).stream()).toList()
        : contents.findings().stream()
            .map(finding -> finding.code() + "@" + finding.place().cell())
            .toList();
  }

  /** The typed values of a table whose columns stand as in {@link #table()}. */
  private static List<String> cells(PolicyTable table) {
    var cells = new ArrayList<String>();
    for (Row row : table.rows()) {
      int column = 1;
      for (var condition : row.conditions()) {
        cells.add(new Address(row.number(), column++) + "=" + condition.text());
      }
      for (var outcome : row.outcomes()) {
        cells.add(new Address(row.number(), column++) + "=" + outcome.text());
      }
      cells.add(new Address(row.number(), column++) + "=" + row.source());
      cells.add(new Address(row.number(), column++) + "=" + row.standing());
      cells.add(new Address(row.number(), column) + "=" + row.note());
    }
    return cells;
  }
}
