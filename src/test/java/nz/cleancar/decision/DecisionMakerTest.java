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
  void the_sample_question_gets_the_sample_answer() {
    // When
    Decision decision = new DecisionMaker().decide(policy, sample("MA", 1500, "150", "2026-03-02"));

    // Then
    decision.explanation().steps().forEach(System.out::println);
    System.out.println(decision.outcome());
    assertThat(decision.outcome()).isInstanceOf(Outcome.Assessed.class);
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
