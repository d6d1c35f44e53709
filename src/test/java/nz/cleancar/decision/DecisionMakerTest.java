package nz.cleancar.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import nz.cleancar.policy.CompiledPolicy;
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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DecisionMakerTest {

  private static CompiledPolicy policy;

  @BeforeAll
  static void compile() {
    policy = ShippedPolicy.compiled();
  }

  @AfterAll
  static void close() {
    policy.close();
  }

  @Test
  void the_explanation_is_in_the_order_of_reasoning() {
    // When
    Decision decision = new DecisionMaker().decide(policy, sample("MA", 1500, "150", "2026-03-02"));

    // Then
    assertThat(decision.explanation().steps())
        .extracting(Explanation.Step::rule)
        .containsExactly(
            "vehicle-types",
            "exclusions",
            "annual-targets",
            "weight-adjustment",
            "test-cycles",
            "vehicle-assessment: Its target follows its tare weight",
            "vehicle-assessment: Its target follows its tare weight",
            "charge-rates",
            "vehicle-assessment: The charge is the rate for each gram above target",
            "account-standing",
            "acceptance");
  }

  @Test
  void the_same_question_gets_the_same_decision() {
    // Given
    var question = sample("NA", 2300, "240", "2026-03-02");

    // When
    Decision first = new DecisionMaker().decide(policy, question);
    Decision second = new DecisionMaker().decide(policy, question);

    // Then
    assertThat(second).isEqualTo(first);
  }

  @Test
  void a_year_without_a_target_is_undecided_and_names_the_nearest_row() {
    // When
    Decision decision = new DecisionMaker().decide(policy, sample("MA", 1500, "150", "2031-03-02"));

    // Then
    assertThat(decision.outcome()).isInstanceOf(Outcome.Undecided.class);
    assertThat(decision.outcome().reasons())
        .extracting(Outcome.Reason::says)
        .anySatisfy(
            says ->
                assertThat(says)
                    .contains("annual-targets.xlsx", "Year 2031", "row 15", "misses on Year"));
  }

  static Question sample(String vehicleClass, int tare, String grams, String day) {
    return new Question(
        new Vehicle(
            new Vin("7AT0H65MX26000017"),
            new VehicleClass(vehicleClass),
            VehicleCondition.USED,
            tare,
            tare + 450,
            new Co2(new Grams(new BigDecimal(grams)), TestCycle.WLTP_3P),
            LocalDate.of(2019, 6, 1),
            List.of()),
        new AccountFacts(
            new AccountNumber("CO2-100001"),
            VehicleCondition.USED,
            Scheme.PAYG,
            AccountStatus.ACTIVE,
            new AutoAccept(true, false)),
        LegalDate.of(day));
  }
}
