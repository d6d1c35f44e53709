package nz.cleancar.impact;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import nz.cleancar.decision.DecisionMaker;
import nz.cleancar.decision.InMemoryDecisionLog;
import nz.cleancar.impact.Impact.Transition;
import nz.cleancar.policy.CompiledPolicy;
import nz.cleancar.standard.Grams;
import nz.cleancar.standard.Money;
import nz.cleancar.standard.Scheme;
import nz.cleancar.standard.VehicleCondition;
import nz.cleancar.testing.PolicyCopy;
import nz.cleancar.testing.ShippedPolicy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImpactsTest {

  private static final CompiledPolicy LIVE = ShippedPolicy.compiled();

  @TempDir private Path folder;

  private final InMemoryDecisionLog log = new InMemoryDecisionLog();
  private final LoggedQuestions logged = new LoggedQuestions(log);
  private PolicyCopy draft;

  @AfterAll
  static void close() {
    LIVE.close();
  }

  @BeforeEach
  void copyTheShippedPolicy() {
    draft = PolicyCopy.of(ShippedPolicy.FOLDER, folder.resolve("draft"));
  }

  @Test
  void a_draft_that_says_the_same_changes_nothing() {
    // Given
    logged.keep(VehicleCondition.USED, Scheme.PAYG, "150");

    // When
    var impact = impact();

    // Then
    assertThat(impact.decidedAgain()).isOne();
    assertThat(impact.changed()).isEqualTo(Impact.Sums.NONE);
    assertThat(impact.shares()).isEmpty();
    assertThat(impact.transitions()).isEmpty();
    assertThat(impact.examples()).isEmpty();
  }

  @Test
  void charges_before_and_after_are_summed_by_condition_and_scheme() {
    // Given
    draft.table("charge-rates").change("D17", 27);
    draft.table("charge-rates").change("D20", 67.5);
    logged.keep(VehicleCondition.USED, Scheme.PAYG, "150");
    logged.keep(VehicleCondition.USED, Scheme.PAYG, "118.6");
    logged.keep(VehicleCondition.NEW, Scheme.FLEET_AVERAGE, "118.6");
    logged.keep(VehicleCondition.NEW, Scheme.PAYG, "150");
    logged.keep(VehicleCondition.USED, Scheme.PAYG, "100");

    // When
    var impact = impact();

    // Then
    assertThat(impact.decidedAgain()).isEqualTo(5);
    assertThat(impact.changed())
        .isEqualTo(sums(3, 248_40 + 60_00 + 150_00, 1_117_80 + 270_00 + 675_00));
    assertThat(impact.shares())
        .containsExactlyInAnyOrder(
            new Impact.Share(
                VehicleCondition.USED, Scheme.PAYG, sums(2, 248_40 + 60_00, 1_117_80 + 270_00)),
            new Impact.Share(VehicleCondition.NEW, Scheme.FLEET_AVERAGE, sums(1, 150_00, 675_00)));
  }

  @Test
  void the_largest_changes_come_first_with_their_decisions() {
    // Given
    draft.table("charge-rates").change("D17", 27);
    var small = logged.keep(VehicleCondition.USED, Scheme.PAYG, "118.6");
    var large = logged.keep(VehicleCondition.USED, Scheme.PAYG, "150");

    // When
    var examples = impact().examples();

    // Then
    assertThat(examples).extracting(Impact.Example::id).containsExactly(large, small);
    assertThat(examples.getFirst().chargeBefore()).isEqualTo(new Money(248_40));
    assertThat(examples.getFirst().chargeAfter()).isEqualTo(new Money(1_117_80));
  }

  @Test
  void what_becomes_of_vehicles_is_counted_from_and_to() {
    // Given
    draft.table("exclusions").add("any", "any", "any", "EVERYTHING", "a test", "assumed", "");
    logged.keep(VehicleCondition.USED, Scheme.PAYG, "150");
    logged.keep(VehicleCondition.USED, Scheme.PAYG, "118.6");
    logged.keep(VehicleCondition.USED, Scheme.PAYG, "100");

    // When
    var impact = impact();

    // Then
    assertThat(impact.transitions())
        .containsExactly(
            new Transition("AUTO_ACCEPT", "NOT_SUBJECT", 1),
            new Transition("AWAIT_ACCEPTANCE", "NOT_SUBJECT", 2));
    assertThat(impact.changed().creditsBefore()).isEqualTo(Grams.of("8.6"));
    assertThat(impact.changed().creditsAfter()).isEqualTo(Grams.ZERO);
  }

  @Test
  void nothing_is_logged() {
    // Given
    draft.table("charge-rates").change("D17", 27);
    logged.keep(VehicleCondition.USED, Scheme.PAYG, "150");

    // When
    impact();

    // Then
    assertThat(log.decisions()).hasSize(1);
  }

  private Impact impact() {
    try (CompiledPolicy other = ShippedPolicy.compiled(draft.folder())) {
      return new Impacts(log, new DecisionMaker()).of(LIVE, other);
    }
  }

  private static Impact.Sums sums(int decisions, long centsBefore, long centsAfter) {
    return new Impact.Sums(
        decisions, new Money(centsBefore), new Money(centsAfter), Grams.ZERO, Grams.ZERO);
  }
}
