package nz.cleancar.scenario.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import nz.cleancar.policy.Policy;
import nz.cleancar.policy.table.Value;
import nz.cleancar.policy.yaml.YamlText;
import nz.cleancar.scenario.Scenario;
import nz.cleancar.scenario.SuiteReader;
import nz.cleancar.testing.ShippedPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class YamlSuiteReaderTest {

  private static final Policy POLICY = ShippedPolicy.read();

  /** A suite with its case from line 13. */
  private static final String SUITE =
      """
      suite: charges
      title: Charges
      purpose: What a pay-as-you-go account pays.
      topic: vehicle
      given: {vehicleClass: MA, condition: USED, Tare weight (kg): 1500, accountNumber: A1,
        grossVehicleMass: 1950, testCycle: WLTP_3P, accountCondition: USED, scheme: PAYG,
        accountStatus: ACTIVE, firstRegistered: 2019-06-01,
        autoAcceptAtOrBelowTarget: yes,
        autoAcceptAboveTarget: no,
        legalDate: 2026-03-02,
        }
      scenarios:
        - name: A used car 41.4 g above its target
          reason: domain.md, P1
          tags: [published]
          given: {co2: 150}
          expect:
            outcome: AWAIT_ACCEPTANCE
            charge: 248.40
            target: 108.6 ± 0.1
            reason codes: [above-target]
            rows used: [charge-rates 17]
      """;

  private final List<Scenario> cases = new ArrayList<>();

  private SuiteReader.Contents read(String text) {
    return new YamlSuiteReader()
        .read("charges.yml", text.getBytes(StandardCharsets.UTF_8), POLICY, cases::add);
  }

  @Test
  void a_suite_is_read_with_its_lines() {
    // When
    var contents = read(SUITE);

    // Then
    assertThat(contents.findings()).isEmpty();
    var found = cases.getFirst();
    assertThat(found.place().toString()).isEqualTo("charges.yml, line 13");
    assertThat(found.given().values())
        .containsEntry("co2", Value.of(new BigDecimal("150")))
        .containsEntry("autoAcceptAtOrBelowTarget", Value.of(true))
        .containsEntry("attribute", Value.of(List.<String>of()));
    assertThat(found.expectations())
        .extracting(each -> each.place().cell() + " " + each.heading() + " " + each.text())
        .containsExactly(
            "line 18 Outcome AWAIT_ACCEPTANCE",
            "line 19 Charge (NZD) 248.40",
            "line 20 Target (g CO2/km) 108.6 ± 0.1",
            "line 21 Reason codes above-target",
            "line 22 Rows used charge-rates 17");
  }

  @Test
  void a_number_is_exact_quoted_or_not() {
    // When
    read(SUITE.replace("co2: 150", "co2: \"150.100000\""));

    // Then
    assertThat(cases.getFirst().given().values())
        .containsEntry("co2", Value.of(new BigDecimal("150.1")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "suite: charges        | suite: My suite           | suite-id@line 1",
        "topic: vehicle        | topic: vehicles           | unknown-suite-topic@line 4",
        "title: Charges        | titel: Charges            | unknown-key@line 2, missing-key@line 1",
        "vehicleClass: MA      | vehicleClas: MA           | unknown-fact@line 5, missing-fact@line 13",
        "co2: 150              | co2: much                 | not-a-number@line 16",
        "co2: 150              | co2: 1e2                  | not-a-number@line 16",
        "co2: 150              | co2: -1                   | below-least@line 16",
        "co2: 150              | co2: [1, 2]               | not-one-value@line 16",
        "co2: 150              | co2: 1, CO2 (g/km): 2     | duplicate-key@line 16",
        "co2: 150              | tareWeight: none          | missing-fact@line 16",
        "AWAIT_ACCEPTANCE      | WAIT                      | unknown-outcome@line 18",
        "charge: 248.40        | charg: 248.40             | unknown-column@line 19",
        "charge: 248.40        | co2: 150                  | not-an-answer@line 19",
        "charge: 248.40        | Vehicle class: MA         | not-an-answer@line 19",
        "charge: 248.40        | charge: 248.40 ± -1       | tolerance@line 19",
        "[charge-rates 17]     | [charge-rates 900]        | unknown-row@line 22",
        "[published]           | [much used]               | not-a-word@line 15",
        "[published]           | !!java.net.URL [a]        | yaml-tag@line 15",
        "[published]           | {a: b                     | broken-yaml@line 16",
        "legalDate: 2026-03-02,| tags: [],                 | unknown-fact@line 10, missing-fact@line 13"
      })
  void a_mistake_is_told_with_its_line(String right, String wrong, String expected) {
    // Given
    assertThat(SUITE).contains(right);

    // When
    var contents = read(SUITE.replace(right, wrong));

    // Then
    assertThat(contents.findings())
        .extracting(finding -> finding.code() + "@" + finding.place().cell())
        .containsExactlyInAnyOrder(expected.split(", "));
    assertThat(cases).isEmpty();
  }

  @Test
  void a_case_twice_and_a_case_without_expectations_are_told() {
    // When
    var contents =
        read(SUITE + "  - name: A used car 41.4 g above its target\n    given: {co2: 1}\n");

    // Then
    assertThat(contents.findings())
        .extracting(finding -> finding.code() + "@" + finding.place().cell())
        .containsExactlyInAnyOrder("duplicate-scenario@line 23", "no-expectation@line 23");
    assertThat(cases).hasSize(1);
  }

  @Test
  void a_large_suite_belongs_into_a_workbook() {
    // When
    var contents = read(SUITE + "#".repeat(YamlSuiteReader.MOST_BYTES));

    // Then
    assertThat(contents.findings())
        .extracting(finding -> finding.code(), finding -> finding.repair())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "file-too-large",
                "Split the suite, or keep it in a workbook (.xlsx), which may be larger."));
  }

  @Test
  void a_file_of_a_great_many_values_is_refused_before_they_are_held() {
    // Given
    var many = "a,".repeat(YamlText.MOST_EVENTS);

    // When
    var contents = read("suite: many\nscenarios: [" + many + "]\n");

    // Then
    assertThat(contents.findings())
        .extracting(finding -> finding.code())
        .containsExactly("too-many-values");
  }

  @Test
  void facts_that_lack_are_told_beside_a_bad_expectation() {
    // When
    var contents =
        read(
            """
            suite: gap
            title: Gap
            purpose: Gap
            topic: closing
            scenarios:
              - name: lacks a fact and has a bad expectation
                given:
                  creditsLeft: yes
                expect: {outcom: DECIDED}
            """);

    // Then
    assertThat(contents.findings())
        .extracting(finding -> finding.code() + "@" + finding.place().cell())
        .containsExactlyInAnyOrder("missing-fact@line 6", "unknown-column@line 9");
  }

  @Test
  void cases_on_one_line_are_each_told_for_themselves() {
    // When
    var contents =
        read(
            "{suite: flow, title: a, purpose: a, topic: credit-life, scenarios: ["
                + "{name: a, given: {earndOn: 2025-03-01}, expect: {outcome: DECIDED}}, "
                + "{name: b, given: {earnedOn: 2025-03-01}, expect: {outcome: DECIDED}}, "
                + "{name: c, given: {earnedOn: 2025-03-01, legalDate: 2026-03-02}}]}");

    // Then
    assertThat(contents.findings())
        .extracting(finding -> finding.code())
        .containsExactly("unknown-fact", "missing-fact", "no-expectation");
    assertThat(cases).isEmpty();
  }

  @Test
  void a_mistyped_name_is_told_with_the_nearest_heading() {
    // When
    var contents = read(SUITE.replace("charge: 248.40", "chrage: 248.40"));

    // Then
    assertThat(contents.findings())
        .extracting(finding -> finding.repair())
        .containsExactly("The nearest is `Charge (NZD)`.");
  }
}
