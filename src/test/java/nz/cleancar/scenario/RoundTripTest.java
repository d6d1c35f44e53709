package nz.cleancar.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nz.cleancar.policy.Facts;
import nz.cleancar.policy.Place;
import nz.cleancar.policy.Policy;
import nz.cleancar.policy.table.Term;
import nz.cleancar.policy.table.Value;
import nz.cleancar.scenario.xlsx.XlsxSuiteReader;
import nz.cleancar.scenario.xlsx.XlsxSuiteWriter;
import nz.cleancar.scenario.yaml.YamlSuiteReader;
import nz.cleancar.scenario.yaml.YamlSuiteWriter;
import nz.cleancar.testing.ShippedPolicy;
import nz.cleancar.testing.SuiteBook;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written reads as it was, but for places. */
final class RoundTripTest {

  private static final Policy POLICY = ShippedPolicy.read();
  private static final Place SOMEWHERE = Place.of("");

  private static SuiteReader reader(String file) {
    return file.endsWith(".xlsx") ? new XlsxSuiteReader() : new YamlSuiteReader();
  }

  private static SuiteWriter writer(String file) {
    return file.endsWith(".xlsx") ? new XlsxSuiteWriter() : new YamlSuiteWriter();
  }

  private static List<Scenario> read(String file, byte[] content) {
    var cases = new ArrayList<Scenario>();
    var contents = reader(file).read(file, content, POLICY, cases::add);
    assertThat(contents.findings()).isEmpty();
    return cases;
  }

  private static Term term(String name) {
    return POLICY.vocabulary().named(name).orElseThrow();
  }

  private static Facts facts(String co2, Map<String, Value> others) {
    var values = new HashMap<String, Value>();
    values.put("vehicleClass", Value.of("MA"));
    values.put("condition", Value.of("USED"));
    values.put("tareWeight", Value.of(1500));
    values.put("grossVehicleMass", Value.of(1950));
    values.put("co2", Value.of(new BigDecimal(co2)));
    values.put("firstRegistered", Value.of(LocalDate.of(1890, 5, 1)));
    values.put("attribute", Value.of(List.<String>of()));
    values.put("accountNumber", Value.of("A1"));
    values.put("accountCondition", Value.of("USED"));
    values.put("scheme", Value.of("PAYG"));
    values.put("accountStatus", Value.of("ACTIVE"));
    values.put("autoAcceptAtOrBelowTarget", Value.of(true));
    values.put("autoAcceptAboveTarget", Value.of(false));
    values.put("legalDate", Value.of(LocalDate.of(2026, 3, 2)));
    values.putAll(others);
    return new Facts("vehicle", values);
  }

  private static List<Scenario> scenarios(Suite suite) {
    return List.of(
        new Scenario(
            suite,
            "=1+1 is \"no\" formula: it's a name, # and all",
            "domain.md, P1 — Te Tāhū ✓ 🚗",
            List.of("published", "boundary"),
            SOMEWHERE,
            facts("191.4", Map.of("attribute", Value.of(List.of("MOTORSPORT", "OTHER")))),
            List.of(
                new Expectation.Outcome(SOMEWHERE, "AWAIT_ACCEPTANCE"),
                new Expectation.Amount(
                    SOMEWHERE, term("charge"), new BigDecimal("248.4"), new BigDecimal("0.05")),
                new Expectation.Same(
                    SOMEWHERE, term("because"), new Value.Sentence("=It waits: {here}.")),
                new Expectation.ReasonCodes(SOMEWHERE, List.of("above-target")),
                new Expectation.RowsUsed(
                    SOMEWHERE,
                    List.of(
                        new Expectation.TableRow("charge-rates", 17),
                        new Expectation.TableRow("annual-targets", 12))))),
        new Scenario(
            suite,
            "-",
            "",
            List.of(),
            SOMEWHERE,
            facts("0.000001", Map.of("legalDate", Value.of(LocalDate.of(2028, 2, 29)))),
            List.of(
                new Expectation.Amount(
                    SOMEWHERE, term("rate"), new BigDecimal("27"), BigDecimal.ZERO),
                new Expectation.Amount(
                    SOMEWHERE, term("effectiveTare"), new BigDecimal("1500"), BigDecimal.ZERO),
                new Expectation.Nothing(SOMEWHERE, term("charge")),
                new Expectation.Same(SOMEWHERE, term("exclusionGround"), Value.of("NONE")),
                new Expectation.Same(
                    SOMEWHERE, term("expiresOn"), Value.of(LocalDate.of(2028, 2, 29))),
                new Expectation.Same(SOMEWHERE, term("mayProceed"), Value.of(true)),
                new Expectation.ReasonCodes(SOMEWHERE, List.of()))));
  }

  private static List<String> plain(List<Scenario> scenarios) {
    return scenarios.stream()
        .map(
            each ->
                String.join(
                    "|",
                    each.name(),
                    each.reason(),
                    each.tags().toString(),
                    new java.util.TreeMap<>(each.given().values()).toString(),
                    each.expectations().stream()
                        .map(
                            expectation ->
                                expectation.getClass().getSimpleName()
                                    + " "
                                    + expectation.heading()
                                    + " "
                                    + expectation.text())
                        .sorted()
                        .toList()
                        .toString()))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"charges.xlsx", "charges.yml"})
  void a_suite_is_written_and_read_again(String file) {
    // Given
    var suite = new Suite("charges", "=Charges", "What is: owed.", "vehicle", file, "");
    var scenarios = scenarios(suite);

    // When
    byte[] content = writer(file).write(suite, scenarios, POLICY.vocabulary());
    var again = read(file, content);

    // Then
    assertThat(plain(again)).isEqualTo(plain(scenarios));
    var read = again.getFirst().suite();
    assertThat(List.of(read.id(), read.title(), read.purpose(), read.topic()))
        .containsExactly("charges", "=Charges", "What is: owed.", "vehicle");
  }

  @Test
  void a_suite_may_move_from_a_workbook_to_yaml_and_back() {
    // Given
    byte[] workbook =
        SuiteBook.vehicles("charges")
            .header("Scenario", "CO2", "Attribute", "expect → Outcome", "expect → Charge")
            .row("one", 150, "A; B", "AWAIT_ACCEPTANCE", "1.5 +- 0.1")
            .row("two", "none", "none", "UNDECIDED", "none")
            .bytes();
    var first = read("a.xlsx", workbook);

    // When
    var yaml =
        read("a.yml", writer("a.yml").write(first.getFirst().suite(), first, POLICY.vocabulary()));
    var back =
        read("a.xlsx", writer("a.xlsx").write(yaml.getFirst().suite(), yaml, POLICY.vocabulary()));

    // Then
    assertThat(plain(yaml)).isEqualTo(plain(first));
    assertThat(plain(back)).isEqualTo(plain(first));
  }

  @Test
  void no_text_becomes_a_formula() throws IOException {
    // Given
    var suite = new Suite("charges", "=1+1", "=1+1", "vehicle", "charges.xlsx", "");

    // When
    byte[] content = new XlsxSuiteWriter().write(suite, scenarios(suite), POLICY.vocabulary());

    // Then
    try (var book = new XSSFWorkbook(new ByteArrayInputStream(content))) {
      var kinds = new ArrayList<CellType>();
      book.getSheetAt(0).forEach(row -> row.forEach(cell -> kinds.add(cell.getCellType())));
      assertThat(kinds).isNotEmpty().doesNotContain(CellType.FORMULA);
    }
  }

  @Test
  void what_all_cases_are_given_alike_goes_to_the_top() {
    // Given
    var suite = new Suite("charges", "Charges", "What is owed.", "vehicle", "charges.yml", "");

    // When
    String text =
        new String(
            new YamlSuiteWriter().write(suite, scenarios(suite), POLICY.vocabulary()),
            StandardCharsets.UTF_8);

    // Then
    assertThat(text.substring(0, text.indexOf("scenarios:")))
        .contains("given:\n  vehicleClass: MA\n  condition: USED\n  tareWeight: 1500")
        .doesNotContain("co2", "legalDate");
    assertThat(text)
        .contains("given: {co2: 191.4, attribute: [MOTORSPORT, OTHER], legalDate: 2026-03-02}");
  }
}
