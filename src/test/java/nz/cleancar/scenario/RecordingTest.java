package nz.cleancar.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import nz.cleancar.decision.CountingDecisionIds;
import nz.cleancar.decision.DecisionMaker;
import nz.cleancar.decision.LoggedDecision;
import nz.cleancar.policy.CompiledPolicy;
import nz.cleancar.policy.table.Value;
import nz.cleancar.standard.AccountFacts;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.AccountStatus;
import nz.cleancar.standard.AutoAccept;
import nz.cleancar.standard.Co2;
import nz.cleancar.standard.Grams;
import nz.cleancar.standard.LegalDate;
import nz.cleancar.standard.Question;
import nz.cleancar.standard.Scheme;
import nz.cleancar.standard.TestCycle;
import nz.cleancar.standard.Vehicle;
import nz.cleancar.standard.VehicleClass;
import nz.cleancar.standard.VehicleCondition;
import nz.cleancar.standard.Vin;
import nz.cleancar.testing.ShippedPolicy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class RecordingTest {

  private static final CompiledPolicy POLICY = ShippedPolicy.compiled();
  private static final Instant MOMENT = Instant.parse("2026-03-01T21:15:30.123Z");
  private static final Suite SUITE =
      new Suite("recorded", "Recorded", "Recorded.", "vehicle", "recorded.yml", "");

  private final CountingDecisionIds ids = new CountingDecisionIds();

  @AfterAll
  static void close() {
    POLICY.close();
  }

  @Test
  void what_was_decided_is_expected_again() {
    // Given
    var recording = recording(10);
    Stream.of("90", "108.6", "150", "200.5").map(this::decided).forEach(recording::take);

    // When
    var verdicts =
        recording.scenarios().stream()
            .map(scenario -> ScenarioRunner.run(POLICY, scenario))
            .toList();

    // Then
    assertThat(verdicts).hasSize(4).allMatch(Verdict::passed);
    assertThat(verdicts.get(2).scenario().expectations())
        .extracting(expectation -> expectation.heading() + " " + expectation.text())
        .containsExactly(
            "Outcome AWAIT_ACCEPTANCE",
            "Reason codes above-target",
            "Target (g CO2/km) 108.6",
            "Difference (g CO2/km) -41.4",
            "Charge (NZD) 248.40",
            "Credits (g/km) 0");
  }

  @Test
  void neither_vehicle_nor_account_can_be_told() {
    // Given
    var recording = recording(10);
    recording.take(decided("150", "CO2-100001"));
    recording.take(decided("151", "CO2-200002"));
    recording.take(decided("152", "CO2-100001"));

    // When
    var scenarios = recording.scenarios();

    // Then
    assertThat(scenarios)
        .extracting(scenario -> scenario.given().values().get("accountNumber"))
        .containsExactly(Value.of("MASKED-1"), Value.of("MASKED-2"), Value.of("MASKED-1"));
    assertThat(scenarios.toString())
        .doesNotContain("CO2-100001", "CO2-200002", "7AT0H65MX26000017");
  }

  @Test
  void so_many_that_went_the_same_way_are_enough() {
    // Given
    var recording = recording(2);

    // When
    var taken =
        Stream.of("150", "151", "152", "90").map(grams -> recording.take(decided(grams))).toList();

    // Then
    assertThat(taken).containsExactly(true, true, false, true);
  }

  @Test
  void the_same_question_is_recorded_once() {
    // Given
    var recording = recording(10);

    // When
    boolean first = recording.take(decided("150"));
    boolean again = recording.take(decided("150"));

    // Then
    assertThat(first).isTrue();
    assertThat(again).isFalse();
  }

  @Test
  void the_same_question_again_takes_no_place_of_its_way() {
    // Given
    var recording = recording(2);
    Stream.of("150", "150", "150").map(this::decided).forEach(recording::take);

    // When
    boolean another = recording.take(decided("151"));

    // Then
    assertThat(another).isTrue();
    assertThat(recording.scenarios()).hasSize(2);
  }

  private static Recording recording(int ofEachWay) {
    return new Recording(SUITE, POLICY.policy().vocabulary(), ofEachWay);
  }

  private LoggedDecision decided(String grams) {
    return decided(grams, "CO2-100001");
  }

  private LoggedDecision decided(String grams, String account) {
    var vehicle =
        new Vehicle(
            new Vin("7AT0H65MX26000017"),
            new VehicleClass("MA"),
            VehicleCondition.USED,
            1500,
            1950,
            new Co2(Grams.of(grams), TestCycle.WLTP_3P),
            null,
            List.of());
    var facts =
        new AccountFacts(
            new AccountNumber(account),
            VehicleCondition.USED,
            Scheme.PAYG,
            AccountStatus.ACTIVE,
            new AutoAccept(true, false));
    var question = new Question(vehicle, facts, LegalDate.of("2026-03-02"));
    return new LoggedDecision(
        ids.next(MOMENT), MOMENT, new DecisionMaker().decide(POLICY, question));
  }
}
