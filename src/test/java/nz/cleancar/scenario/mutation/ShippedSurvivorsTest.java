package nz.cleancar.scenario.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nz.cleancar.policy.CompiledPolicy;
import nz.cleancar.policy.Facts;
import nz.cleancar.scenario.ScenarioRunner;
import nz.cleancar.testing.OwnAnswers;
import nz.cleancar.testing.ShippedPolicy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of mutants of the shipped policy that no scenario kills, since there is none. */
class ShippedSurvivorsTest {

  private static final CompiledPolicy SHIPPED = ShippedPolicy.compiled();

  @AfterAll
  static void close() {
    SHIPPED.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "acceptance.xlsx B10: >= 0 became > 0",
        "acceptance.xlsx B11: < 0 became < -0.001",
        "vehicle-types.xlsx B10: <= 3500 became < 3500",
        "weight-adjustment.xlsx C16: [1200..2000] became (1200..2000]",
        "charge-rates.xlsx A9: [2023-01-01..2024-12-31] became [2023-01-01..2024-12-30]",
        "exclusions.xlsx, when no row matches: NONE became MOTORSPORT",
        "credit-transfer.xlsx H17: no became yes"
      })
  void a_suggested_question_kills_the_mutant_once_it_is_a_scenario(String text) {
    // Given
    var mutant = mutant(text);

    // When
    var fate = (Fate.Survived) fate(mutant);

    // Then
    var question = fate.question().orElseThrow().question();
    var scenario =
        OwnAnswers.scenario(SHIPPED, text, new Facts(question.topic(), question.values()));
    assertThat(ScenarioRunner.run(SHIPPED, scenario).passed()).isTrue();
    assertThat(ScenarioRunner.run(SHIPPED.with(mutant.changed()), scenario).passed()).isFalse();
    assertThat(scenario.expectations().getFirst().text()).isNotEqualTo("UNDECIDED");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "credit-transfer.xlsx A15: ACTIVE became any",
        "fleet-settlement.xlsx B9: [2023..2025] became [2022..2025]"
      })
  void what_no_scenario_could_kill_is_left_out(String text) {
    assertThat(fate(mutant(text))).isInstanceOf(Fate.Equivalent.class);
  }

  @Test
  void a_day_that_no_question_asks_for_is_left_out() {
    // Given
    String text = "charge-rates.xlsx A9: [2023-01-01..2024-12-31] became [2022-12-31..2024-12-31]";

    // When
    try (var vehiclesAlone = ShippedPolicy.compiledWithout("charge-payment.drl")) {

      // Then
      assertThat(fate(vehiclesAlone, mutant(text))).isInstanceOf(Fate.Equivalent.class);
      assertThat(fate(mutant(text))).isInstanceOf(Fate.Survived.class);
    }
  }

  private static Fate fate(Mutant mutant) {
    return fate(SHIPPED, mutant);
  }

  private static Fate fate(CompiledPolicy policy, Mutant mutant) {
    return switch (new MutationRun(policy, List.of(), MutationRun.Options.USUAL)
        .tryAll(List.of(mutant), MutationRun.Progress.silent())) {
      case Mutation.Tried(MutationReport report) -> report.trials().getFirst().fate();
      case Mutation.Refused refused -> throw new AssertionError(refused.because());
      case Mutation.TooMuch tooMuch -> throw new AssertionError(tooMuch.because());
    };
  }

  private static Mutant mutant(String text) {
    return Mutants.of(SHIPPED.policy()).stream()
        .filter(mutant -> mutant.text().equals(text))
        .findFirst()
        .orElseThrow(() -> new AssertionError("There is no mutant " + text));
  }
}
