package nz.cleancar.scenario.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nz.cleancar.policy.Policy;
import nz.cleancar.policy.xlsx.Limits;
import nz.cleancar.scenario.Scenario;
import nz.cleancar.scenario.SuiteReader;
import nz.cleancar.testing.ShippedPolicy;
import nz.cleancar.testing.SuiteBook;
import nz.cleancar.testing.Zips;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that mean harm are refused as tables are, though a suite's sheets are never held. */
final class HostileSuitesTest {

  private static final Policy POLICY = ShippedPolicy.read();
  private static final String SHEET = "xl/worksheets/sheet1.xml";
  private static final byte[] SUITE =
      SuiteBook.vehicles("charges")
          .header("Scenario", "CO2 (g/km)", "expect → Outcome")
          .row("one", 150, "AWAIT_ACCEPTANCE")
          .row("two", 100, "AUTO_ACCEPT")
          .bytes();

  /** A file, and the code of each finding. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Hostile(String name, byte[] file, List<String> codes) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Hostile sheet(String name, UnaryOperator<String> edit, String... codes) {
    return new Hostile(name, Zips.edit(SUITE, SHEET, edit), List.of(codes));
  }

  private static Hostile part(String name, String part, String code) {
    byte[] content = "x".getBytes(StandardCharsets.UTF_8);
    return new Hostile(name, Zips.with(SUITE, part, content), List.of(code));
  }

  static List<Hostile> hostile() {
    return List.of(
        new Hostile("nothing", new byte[0], List.of("empty-file")),
        new Hostile(
            "a text", "Scenario;CO2".getBytes(StandardCharsets.UTF_8), List.of("not-a-workbook")),
        new Hostile("half a file", Arrays.copyOf(SUITE, SUITE.length / 2), List.of("broken-file")),
        part("a macro", "xl/vbaProject.bin", "macro"),
        part("an embedded file", "xl/embeddings/a.bin", "embedded-object"),
        part("another workbook", "xl/externalLinks/a.bin", "external-link"),
        part("a name that climbs", "../a.bin", "broken-file"),
        sheet(
            "a document type",
            xml -> xml.replace("<worksheet", "<!DOCTYPE a><worksheet"),
            "document-type"),
        sheet("half a sheet", xml -> xml.substring(0, xml.length() / 2), "broken-file"),
        sheet("a sheet that is blown up", xml -> xml + " ".repeat(50_000_000), "zip-bomb"),
        sheet(
            "rows that go back",
            xml ->
                xml.replace("<row r=\"21\"", "<row r=\"5\"")
                    .replace("r=\"A21\"", "r=\"A5\"")
                    .replace("r=\"B21\"", "r=\"B5\"")
                    .replace("r=\"C21\"", "r=\"C5\""),
            "broken-cell"),
        sheet(
            "a row before the first",
            xml -> xml.replace("<row r=\"21\"", "<row r=\"-5\""),
            "broken-file"),
        sheet("a cell in another row", xml -> xml.replace("r=\"B21\"", "r=\"B7\""), "broken-cell"),
        sheet(
            "a cell twice",
            xml -> xml.replace("r=\"C21\"", "r=\"B21\""),
            "duplicate-cell",
            "no-expectation"),
        sheet(
            "cells far away",
            xml ->
                xml.replace("r=\"21\"", "r=\"1048576\"")
                    .replaceAll("r=\"([ABC])21\"", "r=\"$11048576\""),
            "too-many-rows"),
        sheet(
            "a text that is not there",
            xml -> xml.replaceFirst("(r=\"C21\" t=\"s\"[^>]*><v>)[0-9]+", "$1999999"),
            "broken-cell"));
  }

  private static SuiteReader.Contents read(byte[] file, Limits limits, List<Scenario> cases) {
    return new XlsxSuiteReader(limits).read("charges.xlsx", file, POLICY, cases::add);
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void a_hostile_file_is_refused_by_name(Hostile hostile) {
    // Given
    var cases = new ArrayList<Scenario>();

    // When
    var contents = read(hostile.file(), Limits.SUITES, cases);

    // Then
    assertThat(contents.findings())
        .extracting(finding -> finding.code())
        .containsExactlyElementsOf(hostile.codes());
    assertThat(cases).noneMatch(found -> found.name().equals("two"));
  }

  @Test
  void a_sheet_may_be_larger_than_parts_that_are_held() {
    // Given
    var limits = limits(65_536, 1 << 20, 1 << 24);
    var large = Zips.edit(SUITE, SHEET, xml -> xml + noise(200_000));
    var cases = new ArrayList<Scenario>();

    // When
    var contents = read(large, limits, cases);

    // Then
    assertThat(contents.findings()).isEmpty();
    assertThat(cases).hasSize(2);
  }

  @Test
  void a_sheet_past_its_limit_is_refused() {
    // Given
    var limits = limits(65_536, 100_000, 1 << 24);
    var large = Zips.edit(SUITE, SHEET, xml -> xml + noise(200_000));

    // When
    var contents = read(large, limits, new ArrayList<>());

    // Then
    assertThat(contents.findings())
        .extracting(finding -> finding.code())
        .containsExactly("part-too-large");
  }

  @Test
  void all_sheets_together_have_a_limit() {
    // Given
    var limits = limits(65_536, 1 << 20, 150_000);
    var large = Zips.edit(SUITE, SHEET, xml -> xml + noise(200_000));

    // When
    var contents = read(large, limits, new ArrayList<>());

    // Then
    assertThat(contents.findings())
        .extracting(finding -> finding.code())
        .containsExactly("expands-too-large");
  }

  static List<Hostile> endless() {
    String value = noise(2 * 1024 * 1024).replaceAll("<!--|-->", "");
    return List.of(
        inRows("a comment", "<!--" + value + "-->"),
        inRows("a comment with brackets", "<!-->" + value.replace("q", "><a b='c'>") + "-->"),
        inRows("an attribute", "<row r=\"90\" x=\"" + value + "\"/>"),
        inRows("an attribute with brackets", "<row x=\"" + value.replace('q', '>') + "\"/>"),
        inRows("many attributes", "<row " + numbered("x%d=\"\" ", 200_000) + "/>"),
        inRows("an instruction", "<?a " + value.replace('q', '>') + "?>"),
        inRows("a text", value.replace('q', '>')),
        inRows("a section", "<![CDATA[" + value.replace("q", "]>") + "]]>"),
        inRows("names", numbered("<n%d/>", 20_000)),
        inRows("names of attributes", numbered("<n a%d=\"\"/>", 20_000)),
        inRows("namespaces", numbered("<n xmlns=\"a:%d\"/>", 20_000)),
        inRows("instructions", numbered("<?n%d ?>", 20_000)),
        inRows("depth", "<n>".repeat(1_000) + "</n>".repeat(1_000)),
        new Hostile(
            "an encoding in which nothing of this shows",
            Zips.edit(SUITE, SHEET, xml -> xml.replace("UTF-8", "ISO-2022-JP")),
            List.of("broken-file")),
        new Hostile(
            "a long list of parts",
            Zips.edit(
                SUITE,
                "[Content_Types].xml",
                xml -> xml.replace("</Types>", numbered("<!--%d-->", 100_000) + "</Types>")),
            List.of("broken-file")));
  }

  private static Hostile inRows(String name, String xml) {
    return new Hostile(
        name,
        Zips.edit(SUITE, SHEET, sheet -> sheet.replace("</sheetData>", xml + "</sheetData>")),
        List.of("broken-file"));
  }

  private static String numbered(String format, int count) {
    return IntStream.range(0, count)
        .mapToObj(number -> format.formatted(number))
        .collect(Collectors.joining());
  }

  @ParameterizedTest
  @MethodSource("endless")
  void what_a_reader_would_have_to_hold_has_an_end(Hostile hostile) {
    // Given
    var wide = new ArrayList<Scenario>();

    // When
    var contents = read(hostile.file(), Limits.SUITES, wide);

    // Then
    assertThat(contents.findings())
        .extracting(finding -> finding.code())
        .containsExactlyElementsOf(hostile.codes());
  }

  @Test
  void the_longest_text_of_a_cell_is_read_however_it_is_written() {
    // Given
    var letters = new java.util.Random(5).ints(Limits.SUITES.cellCharacters(), 'a', 'z');
    String text = letters.mapToObj("&#x%06X;"::formatted).collect(Collectors.joining());
    var file =
        Zips.edit(
            SUITE,
            SHEET,
            xml ->
                xml.replaceFirst(
                    "<c r=\"B21\".*?</c>",
                    "<c r=\"B21\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>"));

    // When
    var contents = read(file, Limits.SUITES, new ArrayList<>());

    // Then
    assertThat(contents.findings())
        .extracting(finding -> finding.code())
        .containsExactly("not-a-number");
  }

  /** Comments that hardly shrink. */
  private static String noise(int length) {
    var random = new java.util.Random(4);
    var noise = new StringBuilder("<!--");
    while (noise.length() < length) {
      noise.append((char) ('a' + random.nextInt(26)));
    }
    return noise.append("-->").toString();
  }

  private static Limits limits(int partBytes, int streamedBytes, int expandedBytes) {
    var all = Limits.SUITES;
    return new Limits(
        all.fileBytes(),
        all.parts(),
        partBytes,
        expandedBytes,
        all.expansion(),
        all.sheets(),
        all.rows(),
        all.columns(),
        all.strings(),
        all.styles(),
        all.cellCharacters(),
        all.findings(),
        all.editedNodes(),
        streamedBytes);
  }
}
