package nz.cleancar.scenario.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import nz.cleancar.policy.Policy;
import nz.cleancar.scenario.Scenario;
import nz.cleancar.testing.Formula;
import nz.cleancar.testing.ShippedPolicy;
import nz.cleancar.testing.SuiteBook;
import nz.cleancar.testing.TableBook;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every mistake that people make in a suite is told once, with its cell and code. */
final class SeededMistakesTest {

  private static final Policy POLICY = ShippedPolicy.read();

  /** A workbook with mistakes, and every finding as {@code code@cell}. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Mistake(String name, byte[] workbook, List<String> expected) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Mistake mistake(String name, SuiteBook workbook, String... expected) {
    return new Mistake(name, workbook.bytes(), List.of(expected));
  }

  /** Two cases in rows 20 and 21 under a header in row 19. */
  private static SuiteBook charges() {
    return SuiteBook.vehicles("charges")
        .header(
            "Scenario",
            "CO2 (g/km)",
            "expect → Outcome",
            "expect → Charge (NZD)",
            "expect → Rows used")
        .row("one", 150, "AWAIT_ACCEPTANCE", 248.4, "charge-rates 17")
        .row("two", 100, "AUTO_ACCEPT", null, null);
  }

  /** One case in row 20 with a column of its own for a fact, which is in B. */
  private static SuiteBook with(String heading, @Nullable Object value) {
    return SuiteBook.vehicles("charges")
        .header("Scenario", heading, "expect → Outcome")
        .row("one", value, "AWAIT_ACCEPTANCE");
  }

  /** One case in row 20 with an expectation of its own, which is in B. */
  private static SuiteBook expecting(String heading, Object value) {
    return SuiteBook.vehicles("charges").header("Scenario", heading).row("one", value);
  }

  static List<Mistake> cells() {
    return List.of(
        mistake("a formula", charges().set("B20", new Formula("75*2")), "formula@B20"),
        mistake("a formula expected", charges().set("D20", new Formula("1+1")), "formula@D20"),
        mistake("a number as text", charges().set("B20", "150"), "number-as-text@B20"),
        mistake("thousands", charges().set("B20", "1,500"), "not-a-number@B20"),
        mistake("a truth as number", charges().set("B20", true), "not-a-number@B20"),
        mistake("below the least", charges().set("B20", -1), "below-least@B20"),
        mistake("many decimals", charges().set("B20", 150.1234567), "too-many-decimals@B20"),
        mistake("a condition", charges().set("B20", ">= 150"), "not-one-value@B20"),
        mistake("any", charges().set("B20", "any"), "not-one-value@B20"),
        mistake("two values", charges().set("B20", "150; 160"), "not-one-value@B20"),
        mistake(
            "an error",
            charges()
                .then(
                    sheet ->
                        TableBook.cell(sheet, "B20")
                            .setCellErrorValue(FormulaError.DIV0.getCode())),
            "error-cell@B20"),
        mistake("part of a kilogram", with("Tare weight (kg)", 1500.5), "not-whole@B20"),
        mistake("no such class", with("Vehicle class", "MAA"), "word-not-allowed@B20"),
        mistake(
            "a space that does not break", with("Vehicle class", "MA\u00A0"), "odd-character@B20"),
        mistake("a day that is none", with("Legal date", "2026-02-30"), "not-a-day@B20"),
        mistake("a day as people say it", with("Legal date", "2/3/2026"), "not-a-day@B20"),
        mistake("a number as day", with("Legal date", 46083), "not-a-day@B20"),
        mistake("maybe", with("Auto-accept above target", "maybe"), "not-yes-or-no@B20"),
        mistake("words with a space", with("Attribute", "MOTOR SPORT"), "not-a-word@B20"),
        mistake("a number as words", with("Attribute", 5), "not-a-word@B20"),
        mistake("left out though needed", with("Tare weight (kg)", "none"), "missing-fact@B20"),
        mistake("tags with a space", with("Tags", "much used"), "not-a-word@B20"),
        mistake("a reason in figures", with("Reason", 5), "not-text@B20"),
        mistake("a long name", charges().set("A20", "x".repeat(201)), "too-long@A20"),
        mistake("no name", charges().set("A20", null), "empty-cell@A20"),
        mistake("a name twice", charges().set("A21", "one"), "duplicate-scenario@A21"));
  }

  static List<Mistake> expectations() {
    return List.of(
        mistake("no such outcome", charges().set("C20", "ACCEPT"), "unknown-outcome@C20"),
        mistake("small letters", charges().set("C20", "refuse"), "unknown-outcome@C20"),
        mistake("no such row", charges().set("E20", "charge-rates 900"), "unknown-row@E20"),
        mistake("no such table", charges().set("E20", "charge-rate 17"), "unknown-row@E20"),
        mistake("a row in words", charges().set("E20", "charge-rates row 17"), "unknown-row@E20"),
        mistake("a tolerance below 0", charges().set("D20", "248.4 ± -1"), "tolerance@D20"),
        mistake("a tolerance in words", charges().set("D20", "248.4 ± some"), "not-a-number@D20"),
        mistake("a charge with a sign", charges().set("D20", "$248.40"), "not-a-number@D20"),
        mistake("no such word", expecting("expect → Charge due", "NEVER"), "word-not-allowed@B20"),
        mistake("a sentence in figures", expecting("expect → Because", 5), "not-text@B20"),
        mistake(
            "codes in a sentence", expecting("expect → Reason codes", "It is."), "not-a-word@B20"),
        mistake(
            "nothing expected",
            charges().set("C20", null).set("D20", null).set("E20", null),
            "no-expectation@A20:E20"));
  }

  static List<Mistake> headers() {
    return List.of(
        mistake("no such fact", with("Tear weight (kg)", 1500), "unknown-column@B19"),
        mistake("a fact as an answer", expecting("expect → CO2", 150), "not-an-answer@B19"),
        mistake("no such term", expecting("expect → Charg (NZD)", 5), "unknown-column@B19"),
        mistake("a term as fact", with("Target (g CO2/km)", 100), "not-a-fact@B19"),
        mistake("an arrow alone", charges().set("D19", "→ Charge (NZD)"), "unknown-column@D19"),
        mistake(
            "a column twice",
            charges().set("D19", "expect → outcome"),
            "duplicate-column@D19",
            "not-text@D20"),
        mistake("a blank heading", charges().set("D19", null), "blank-header@D19"),
        mistake("no name at all", charges().set("A19", "Tags"), "missing-column@A19:E19"),
        mistake(
            "no expectation at all",
            SuiteBook.vehicles("charges").header("Scenario", "CO2").row("one", 5),
            "no-expectation@A19:B19"),
        mistake(
            "a fact that is nowhere",
            charges().withoutKey("Given: Tare weight"),
            "missing-fact@A18:E18"),
        mistake(
            "a fact that is not in its row",
            with("Tare weight (kg)", null).withoutKey("Given: Tare weight"),
            "missing-fact@B19"));
  }

  static List<Mistake> blocks() {
    return List.of(
        mistake("no title", charges().titled(""), "empty-cell@A1"),
        mistake("no such topic", charges().key("Topic", "vehicles"), "unknown-suite-topic@B4"),
        mistake("no topic", charges().withoutKey("Topic"), "missing-key@A2:B17"),
        mistake("an id with a space", charges().key("Suite", "My suite"), "suite-id@B2"),
        mistake("a mistyped key", charges().set("A3", "Purpos"), "unknown-key@A3"),
        mistake("a key twice", charges().given("co2 (g/km)", 5), "duplicate-key@A19"),
        mistake("no such fact given", charges().given("Wheels", 4), "unknown-fact@A19"),
        mistake("nothing beside a key", charges().given("Attribute", ""), "empty-cell@B19"),
        mistake("no such word given", charges().given("Scheme", "FLEET"), "word-not-allowed@B14"),
        mistake("a value beside a value", charges().set("C3", "more"), "stray-cell@C3"));
  }

  static List<Mistake> sheets() {
    return List.of(
        mistake(
            "merged cells",
            charges().then(sheet -> sheet.addMergedRegion(CellRangeAddress.valueOf("C20:C21"))),
            "merged-cells@C20:C21"),
        mistake(
            "a hidden row",
            charges().then(sheet -> sheet.getRow(19).setZeroHeight(true)),
            "hidden-row@A20:E20"),
        mistake(
            "a hidden column",
            charges().then(sheet -> sheet.setColumnHidden(1, true)),
            "hidden-column@B1:B21"),
        mistake("a blank row", charges().row().row("three", 5, "REFUSE"), "blank-row@A22:E22"),
        mistake("a cell beside", charges().set("G20", "see me"), "stray-cell@G20"),
        mistake(
            "a suite below",
            charges().row().row("Scenario", "CO2", "expect → Outcome").row("three", 5, "REFUSE"),
            "second-table@A23:C24"),
        mistake(
            "no cases",
            SuiteBook.vehicles("charges").header("Scenario", "expect → Outcome"),
            "no-rows@A20:B20"),
        mistake("no header", SuiteBook.vehicles("charges"), "no-suite@"),
        new Mistake(
            "an id twice",
            SuiteBook.workbook(charges(), charges().onSheet("Again")),
            List.of("duplicate-suite@B2")),
        mistake(
            "a hidden sheet",
            charges()
                .then(
                    sheet -> {
                      sheet.getWorkbook().createSheet("Seen").createRow(0);
                      sheet.getWorkbook().setSheetHidden(0, true);
                    }),
            "hidden-sheet@"));
  }

  @ParameterizedTest
  @MethodSource({"cells", "expectations", "headers", "blocks", "sheets"})
  void a_mistake_is_told_with_its_cell(Mistake mistake) {
    // Given
    var cases = new ArrayList<Scenario>();

    // When
    var contents =
        new XlsxSuiteReader().read("charges.xlsx", mistake.workbook(), POLICY, cases::add);

    // Then
    assertThat(contents.findings())
        .extracting(finding -> finding.code() + "@" + finding.place().cell())
        .containsExactlyInAnyOrderElementsOf(mistake.expected());
    assertThat(contents.findings())
        .allSatisfy(
            finding -> {
              assertThat(finding.repair()).endsWith(".");
              assertThat(finding.line()).doesNotContain("null", "nz.cleancar", "Exception");
            });
  }

  @Test
  void a_row_with_a_mistake_is_never_handed_on() {
    // Given
    var mistakes = cells();

    for (Mistake mistake : mistakes) {
      var cases = new ArrayList<Scenario>();

      // When
      new XlsxSuiteReader().read("charges.xlsx", mistake.workbook(), POLICY, cases::add);

      // Then
      String row = mistake.expected().getFirst().replaceAll(".*@[A-Z]+", "");
      assertThat(cases).as(mistake.name()).noneMatch(found -> found.place().cell().endsWith(row));
    }
  }

  @Test
  void all_mistakes_are_told_at_once() {
    // Given
    var workbook =
        charges()
            .key("Suite", "My suite")
            .set("B20", "much")
            .set("C20", "ACCEPT")
            .set("B21", -1)
            .set("E21", "charge-rates 1")
            .bytes();

    // When
    var contents = new XlsxSuiteReader().read("charges.xlsx", workbook, POLICY, _ -> {});

    // Then
    assertThat(contents.findings())
        .extracting(finding -> finding.code() + "@" + finding.place().cell())
        .containsExactly(
            "suite-id@B2",
            "not-a-number@B20",
            "unknown-outcome@C20",
            "below-least@B21",
            "unknown-row@E21");
  }

  @Test
  void an_unknown_column_is_told_with_the_nearest() {
    // When
    var contents =
        new XlsxSuiteReader()
            .read("a.xlsx", with("Tear weight (kg)", 1500).bytes(), POLICY, _ -> {});

    // Then
    assertThat(contents.findings().getFirst().repair())
        .isEqualTo("The nearest heading is `Tare weight (kg)`.");
  }
}
