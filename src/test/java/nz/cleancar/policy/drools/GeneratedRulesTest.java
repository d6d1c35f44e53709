package nz.cleancar.policy.drools;

import static nz.cleancar.testing.Tables.is;
import static nz.cleancar.testing.Tables.table;
import static nz.cleancar.testing.Tables.term;
import static nz.cleancar.testing.Tables.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nz.cleancar.policy.Finding;
import nz.cleancar.policy.WorkbookReader;
import nz.cleancar.policy.table.Kind;
import nz.cleancar.policy.table.PolicyTable;
import nz.cleancar.policy.table.Row;
import nz.cleancar.policy.table.Value;
import nz.cleancar.policy.table.Vocabulary;
import nz.cleancar.policy.xlsx.XlsxWorkbookReader;
import nz.cleancar.testing.ShippedPolicy;
import nz.cleancar.testing.TableBook;
import nz.cleancar.testing.Zips;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a cell says, it is refused at its place, or it leaves the shape of the rules alone. */
class GeneratedRulesTest {

  private static final long SEED = 20260302;
  private static final Vocabulary VOCABULARY = ShippedPolicy.read().vocabulary();
  private static final int FIRST_ROW = 9;

  /** A heading or a cell, and what might stand there. */
  private record Place(String where, List<String> valid) {
    static Place of(String where, String... valid) {
      return new Place(where, List.of(valid));
    }
  }

  private static final List<Place> COLUMNS =
      List.of(
          Place.of("Account number", "CO2-1", "any", "CO2-1; CO2-2", "end", "true", "2026"),
          Place.of("Vehicle type", "A", "any", "A; B"),
          Place.of("Attribute", "MOTORSPORT", "any", "MOTORSPORT; MILITARY"),
          Place.of("Year", "any", "2025; 2026", "[2025..2028)", "(2024..2026]", ">= 2025", "< -3"),
          Place.of("CO2 (g/km)", "any", "1.5; 2.5", "[0.5..99.25]", "> 0.000001", "<= -1.5"),
          Place.of("Legal date", "2026-01-01", "any", ">= 2026-01-01", "[2024-02-29..2025-12-31]"),
          Place.of("May close", "yes", "no", "any"),
          Place.of("→ Exclusion ground", "MOTORSPORT", "NONE", "rule"),
          Place.of("→ Charge due", "ANNUAL", "ON_ACCEPTANCE"),
          Place.of("→ Mean weight (kg)", "1482"),
          Place.of("→ Slope (g/km per kg)", "0.0343"),
          Place.of("→ No expiry before", "2028-12-31"),
          Place.of("→ Subject", "yes", "no"),
          Place.of("→ Reason", "It is {Year}.", "Plain \"words\" (and more)."),
          Place.of("Source", "Land Transport Act 1998, s 175"),
          Place.of("Standing", "enacted", "assumed"),
          Place.of("Note", "A note.", ""));

  /** Columns whose cells are numbers to the file. */
  private static final List<Integer> NUMBERS = List.of(3, 4, 5, 9, 10, 11);

  private static final Object[] HARMLESS = {
    "any",
    "any",
    "any",
    "any",
    "any",
    "any",
    "any",
    "WORD",
    "ANNUAL",
    1482,
    0.5,
    LocalDate.of(2028, 12, 31),
    "yes",
    "A reason.",
    "An Act",
    "enacted",
    "A note."
  };

  private static final List<Place> AROUND =
      List.of(
          Place.of("A1", "A title"),
          Place.of("A2", "Table"),
          Place.of("A4", "Hit policy"),
          Place.of("B2", "annual-targets", "end", "rule", "a", "x9", "9x", "a-9-b"),
          Place.of("B3", "Says what a year starts from."),
          Place.of("B4", "exactly one", "first", "collect"),
          Place.of("B5", "error", "NONE; ANNUAL; 1; 0.5; 2028-12-31; yes; A sentence about {Year}"),
          Place.of("B6", "Policy team"),
          Place.of("B7", "In {Year} {Vehicle type} is {CO2}.", ""),
          Place.of("A8", "Account number", "Scheme"),
          Place.of("D8", "Year", "Tare weight (kg)"),
          Place.of("H8", "→ Exclusion ground", "-> Refusal code"),
          Place.of("J8", "→ Mean weight (kg)", "→ Floor (kg)"),
          Place.of("O8", "Source"),
          Place.of("Q8", "Note"));

  /** A text in a cell; raw if the file is to claim that it is a number. */
  private record Fuzzed(String sheet, String cell, String text, boolean raw) {
    boolean isAt(Finding finding) {
      return finding.place().sheet().equals(sheet) && finding.place().cell().equals(cell);
    }
  }

  private final FuzzedTexts texts = new FuzzedTexts(SEED);
  private final List<Fuzzed> accepted = new ArrayList<>();
  private final List<Fuzzed> refused = new ArrayList<>();

  @Test
  void ten_thousand_texts_in_cells_never_change_the_shape_of_the_rules() {
    // When
    for (int batch = 0; batch < 40; batch++) {
      int rows = 200;
      var inRows = IntStream.range(FIRST_ROW, FIRST_ROW + rows).mapToObj(this::inAColumn).toList();
      exercise("rows.xlsx", inRows, fuzzed -> rowsBook(rows, fuzzed));
    }
    for (int batch = 0; batch < 80; batch++) {
      int sheets = 25;
      var onSheets = IntStream.range(0, sheets).mapToObj(this::aroundTheRows).toList();
      exercise("sheets.xlsx", onSheets, fuzzed -> sheetsBook(sheets, fuzzed));
    }

    // Then
    assertThat(accepted.size() + refused.size()).isEqualTo(10_000);
    assertThat(accepted).hasSizeGreaterThan(2_000);
    assertThat(refused).hasSizeGreaterThan(2_000);
  }

  @Test
  void texts_in_any_cell_of_the_shipped_workbooks_never_change_the_shape_of_the_rules()
      throws IOException {
    // When
    for (int round = 0; round < 3; round++) {
      for (Path file : shipped()) {
        byte[] content = Files.readAllBytes(file);
        exercise(file.getFileName().toString(), anywhere(content), fuzzed -> with(content, fuzzed));
      }
    }

    // Then
    assertThat(accepted).hasSizeGreaterThan(50);
    assertThat(refused).hasSizeGreaterThan(50);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "MA\"",
        "MA\" || true || \"",
        "a b",
        "a\nb",
        "é",
        "-a",
        "{x}",
        "\\u0022",
        "a.b",
        "$x"
      })
  void a_word_that_is_no_word_is_not_written(String word) {
    // Given
    var rates =
        table("rates")
            .asks(term("colour", Kind.WORD))
            .answers(term("rate", Kind.WHOLE))
            .row(when(is(word)), Value.of(1))
            .build();

    // Then
    assertThatThrownBy(() -> DrlWriter.write(List.of(rates)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void the_shape_tells_a_literal_from_code() {
    // Given
    var plain = DrlShape.of("rule \"a 1\" when X(a == \"MA\", n >= 5) then f(x); end");

    // Then
    assertThat(DrlShape.of("rule \"b 2\" when Y(b == \"NB\", k >= -7) then g(z); end"))
        .isEqualTo(plain);
    for (String other :
        List.of(
            "rule \"a 1\" when X(a == \"MA\" || true, n >= 5) then f(x); end",
            "rule \"a 1\" when X(a == \"M\\u0022\", n >= 5) then f(x); end",
            "rule \"a 1\" when X(a == \"MA\", n >= 5L) then f(x); end",
            "rule \"a 1\" when X(a == MA, n >= 5) then f(x); end",
            "rule \"a 1\" when X(a == \"MA\", n >= 5) then f(x); // end",
            "rule \"a 1\" when 2X(a == \"MA\", n >= 5) then f(x); end",
            "rule \"a 1\" when end(a == \"MA\", n >= 5) then f(x); end")) {
      assertThat(DrlShape.of(other)).as(other).isNotEqualTo(plain);
    }
  }

  /** Refuses texts until the workbook reads, then compares its rules with harmless ones. */
  private void exercise(String name, List<Fuzzed> fuzzed, Function<List<Fuzzed>, byte[]> workbook) {
    List<Fuzzed> kept = fuzzed;
    WorkbookReader.Contents contents = read(name, workbook.apply(kept));
    while (!contents.findings().isEmpty()) {
      List<Finding> findings = contents.findings();
      var atFindings = kept.stream().filter(one -> findings.stream().anyMatch(one::isAt)).toList();
      // a blank in a corner of the header makes the table begin beside it, where it is then told
      var wrong =
          atFindings.isEmpty()
              ? kept.stream().filter(one -> one.text().isBlank()).toList()
              : atFindings;
      assertThat(wrong).as("Texts at %s", findings).isNotEmpty();
      refused.addAll(wrong);
      kept = kept.stream().filter(one -> !wrong.contains(one)).toList();
      contents = read(name, workbook.apply(kept));
    }
    accepted.addAll(kept);
    assertThat(contents.tables()).isNotEmpty();
    for (PolicyTable table : contents.tables()) {
      if (!keepsItsShape(table)) {
        assertThat(table.rows())
            .as("%s among %s", table, kept)
            .allMatch(row -> keepsItsShape(only(row, table)));
        assertThat(false).as("%s among %s", table, kept).isTrue();
      }
    }
  }

  private static boolean keepsItsShape(PolicyTable table) {
    return shape(table).equals(shape(DrlShape.harmless(table, 1)));
  }

  private static List<String> shape(PolicyTable table) {
    return DrlShape.of(DrlWriter.write(List.of(table)));
  }

  private static PolicyTable only(Row row, PolicyTable table) {
    return table.with(List.of(row));
  }

  private static WorkbookReader.Contents read(String name, byte[] workbook) {
    return new XlsxWorkbookReader().read(name, workbook, VOCABULARY);
  }

  private Fuzzed inAColumn(int row) {
    int column = texts.number(COLUMNS.size());
    boolean raw = NUMBERS.contains(column) && texts.number(3) == 0;
    String cell = new CellReference(row - 1, column).formatAsString(false);
    return new Fuzzed(
        "Rows", cell, raw ? texts.number() : texts.text(COLUMNS.get(column).valid()), raw);
  }

  private Fuzzed aroundTheRows(int sheet) {
    Place place = AROUND.get(texts.number(AROUND.size()));
    return new Fuzzed("Sheet " + sheet, place.where(), texts.text(place.valid()), false);
  }

  private static TableBook harmlessTable(String id, String sheet) {
    return TableBook.table(id)
        .onSheet(sheet)
        .header(COLUMNS.stream().map(Place::where).toArray(String[]::new));
  }

  private static byte[] rowsBook(int rows, List<Fuzzed> fuzzed) {
    TableBook book = harmlessTable("rows", "Rows");
    for (int i = 0; i < rows; i++) {
      book.rawRow(HARMLESS);
    }
    fuzzed.stream().filter(one -> !one.raw()).forEach(one -> book.set(one.cell(), one.text()));
    Map<String, String> raw =
        fuzzed.stream().filter(Fuzzed::raw).collect(Collectors.toMap(Fuzzed::cell, Fuzzed::text));
    return raw.isEmpty()
        ? book.bytes()
        : Zips.edit(book.bytes(), "xl/worksheets/sheet1.xml", xml -> withNumbers(xml, raw));
  }

  private static String withNumbers(String xml, Map<String, String> raw) {
    Function<MatchResult, String> replaced =
        cell ->
            raw.containsKey(cell.group(1))
                ? "<c r=\""
                    + cell.group(1)
                    + "\"><v>"
                    + escaped(raw.get(cell.group(1)))
                    + "</v></c>"
                : cell.group();
    return Pattern.compile("<c r=\"([A-Z]+[0-9]+)\"[^>]*>.*?</c>", Pattern.DOTALL)
        .matcher(xml)
        .replaceAll(cell -> Matcher.quoteReplacement(replaced.apply(cell)));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static byte[] sheetsBook(int sheets, List<Fuzzed> fuzzed) {
    try (var book = new XSSFWorkbook()) {
      for (int i = 0; i < sheets; i++) {
        String sheet = "Sheet " + i;
        TableBook table = harmlessTable("sheet-" + i, sheet).rawRow(HARMLESS);
        fuzzed.stream()
            .filter(one -> one.sheet().equals(sheet))
            .forEach(one -> table.set(one.cell(), one.text()));
        table.write(book);
      }
      return bytes(book);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> shipped() throws IOException {
    try (Stream<Path> files = Files.list(ShippedPolicy.FOLDER.resolve("decision-tables"))) {
      return files.filter(file -> file.toString().endsWith(".xlsx")).sorted().toList();
    }
  }

  /** A text for one cell of each row of each sheet. */
  private List<Fuzzed> anywhere(byte[] workbook) {
    var fuzzed = new ArrayList<Fuzzed>();
    try (var book = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
      for (var sheet : book) {
        for (var row : sheet) {
          Cell cell = row.getCell(texts.number(row.getLastCellNum()));
          if (cell != null) {
            fuzzed.add(
                new Fuzzed(
                    sheet.getSheetName(),
                    new CellReference(cell).formatAsString(false),
                    texts.text(List.of(cell.toString())),
                    false));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return fuzzed;
  }

  private static byte[] with(byte[] workbook, List<Fuzzed> fuzzed) {
    try (var book = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
      for (Fuzzed one : fuzzed) {
        TableBook.cell(book.getSheet(one.sheet()), one.cell()).setCellValue(one.text());
      }
      return bytes(book);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(XSSFWorkbook book) throws IOException {
    var out = new ByteArrayOutputStream();
    book.write(out);
    return out.toByteArray();
  }
}
