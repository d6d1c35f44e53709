package nz.cleancar.examples;

import static nz.cleancar.testing.Questions.aCar;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import nz.cleancar.testing.PolicyCopy;
import nz.cleancar.testing.RunningService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a change of cells or rules changes, without an edit of code. */
class PolicyIsDataIT {

  @TempDir private Path folder;

  private PolicyCopy copy;
  private int services;

  @BeforeEach
  void copyTheShippedPolicy() {
    copy = PolicyCopy.of(RunningService.SHIPPED_POLICY, folder.resolve("policy"));
  }

  @Test
  void one_cell_of_the_charge_rates_changes_the_charge() {
    // Given
    var car = aCar().json();
    String before = charge(car);

    // When
    copy.table("charge-rates").change("D17", 6.50);

    // Then
    assertThat(before).isEqualTo("248.40");
    assertThat(charge(car)).isEqualTo("269.10");
  }

  @ParameterizedTest
  @CsvSource({"2028-12-31, 74.2, 74.2", "2029-01-01, 63.2, 62.6", "2029-12-31, 63.2, 62.6"})
  void a_new_formula_holds_from_its_first_day_and_not_a_day_before(
      String day, String before, String after) {
    // Given: a car of 1,500 kg, 49 kg below the mean weight of 2028
    var car = aCar().on(day).json();
    String byTheOldFormula = target(car);

    // When: the formula of 2029 takes the place of that of 2028 carried forward
    var formula = copy.table("weight-adjustment");
    formula.remove(21);
    formula.add(
        "A", 2029, "any", 0.0484, 1549, 1200, 2000, 1, "HALF_UP", "SL 2028/1", "enacted", "");

    // Then
    assertThat(byTheOldFormula).isEqualTo(before);
    assertThat(target(car)).isEqualTo(after);
  }

  @Test
  void a_value_of_another_test_cycle_counts_in_three_phase_wltp_by_its_row() {
    // Given
    var measured = aCar().emitting("100").measuredBy("NEDC").json();
    String before = outcome(measured);

    // When
    copy.table("test-cycles")
        .add("NEDC", "> 0", 1.1, 5, 3, "HALF_UP", "a conversion to test with", "assumed", "");

    // Then: 115 g/km, 6.4 above the target of 108.6
    assertThat(before).isEqualTo("UNDECIDED");
    try (var service = service()) {
      var answer = service.post("/decisions/what-if", measured);
      assertThat(answer.at("/difference")).as(answer.body()).isEqualTo("-6.4");
    }
  }

  @Test
  void p2_the_fleet_charges_of_2021_come_back_with_the_rates_of_2021() {
    // When
    copy.table("charge-rates").change("D16", 75);
    copy.table("charge-rates").change("D15", 37.5);

    // Then
    try (var service = service()) {
      assertThat(fleetCharge(service, "NEW")).isEqualTo("4950");
      assertThat(fleetCharge(service, "USED")).isEqualTo("2475");
    }
  }

  @Test
  void a_new_ground_for_exclusion_is_a_row() {
    // Given
    var fireEngine = aCar().with("FIRE_ENGINE").json();
    String before = outcome(fireEngine);

    // When
    copy.table("exclusions")
        .add("FIRE_ENGINE", "any", "any", "FIRE_ENGINE", "SL 2027/1", "enacted", "");

    // Then
    assertThat(before).isEqualTo("AWAIT_ACCEPTANCE");
    assertThat(outcome(fireEngine)).isEqualTo("NOT_SUBJECT");
  }

  @Test
  void a_small_table_and_its_rule_take_part_without_java() throws IOException {
    // Given
    copy.file("rules/vocabulary.yml")
        .append(
            """
              recallHold:
                heading: Recall hold
                kind: yes-no
                meaning: Whether a safety recall keeps the vehicle from being accepted.
            """);
    copy.newTable(
        "recalls",
        "exactly one",
        "no",
        new String[] {"Vehicle class", "Year", "→ Recall hold", "Source", "Standing", "Note"},
        new Object[] {"MA", 2026, "yes", "a recall notice", "published", ""});
    Files.writeString(
        copy.folder().resolve("rules/recalls.drl"),
        """
        package nz.cleancar.rules

        rule "Recalls are looked up"
        when
          Difference()
        then
          askRecalls(known);
        end

        rule "A recalled vehicle says so"
        when
          RecallsRow(recallHold == true)
        then
          known.reason("recall", "A safety recall of {year} holds vehicles of class {vehicleClass}.");
          known.says(kcontext, "The vehicle is under a safety recall.");
        end
        """);

    // When
    try (var service = service()) {
      var answer = service.post("/decisions/what-if", aCar().json());

      // Then
      assertThat(answer.json().at("/acceptance/reasons").findValuesAsText("code"))
          .contains("above-target", "recall");
      assertThat(answer.json().at("/explanation").findValuesAsText("rule"))
          .contains("recalls", "recalls: A recalled vehicle says so");
      assertThat(answer.json().at("/explanation").findValuesAsText("workbook"))
          .contains("recalls.xlsx");
    }
  }

  private static String fleetCharge(RunningService service, String condition) {
    return service
        .post(
            "/questions/fleet-settlement",
            """
            {"condition": "%s", "year": 2025, "fleetSize": 1, "fleetTarget": "105",
             "fleetAverage": "171"}
            """
                .formatted(condition))
        .at("/conclusions/charge");
  }

  private String target(String question) {
    try (var service = service()) {
      return service.post("/decisions/what-if", question).at("/target/gramsPerKm");
    }
  }

  private String charge(String question) {
    try (var service = service()) {
      return service.post("/decisions/what-if", question).at("/charge/amount");
    }
  }

  private String outcome(String question) {
    try (var service = service()) {
      return service.post("/decisions/what-if", question).at("/acceptance/outcome");
    }
  }

  private RunningService service() {
    // A database of its own, for which the folder's policy is the first and live at once.
    return RunningService.start(copy.folder(), folder.resolve("data-" + ++services));
  }
}
