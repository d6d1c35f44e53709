package nz.cleancar.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nz.cleancar.decision.Decision;
import nz.cleancar.decision.DecisionMaker;
import nz.cleancar.decision.Outcome;
import nz.cleancar.policy.CompiledPolicy;
import nz.cleancar.policy.Policy;
import nz.cleancar.standard.Question;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The benchmarks compare like with like: baseline, shipped and grown policy decide the same. */
class PlainPolicyTest {

  private static final int QUESTIONS = 5_000;

  private final DecisionMaker maker = new DecisionMaker();
  private final Policy shipped = BenchPolicies.shipped();

  @Test
  void the_baseline_decides_as_the_policy_does() {
    // Given
    var plain = new PlainPolicy(shipped);
    var seen = new HashSet<String>();

    try (CompiledPolicy policy = BenchPolicies.compiled(shipped)) {
      BenchQuestions.any(1)
          .limit(QUESTIONS)
          .forEach(
              question -> {
                // When
                var answer = plain.decide(question);

                // Then
                assertSame(maker.decide(policy, question).outcome(), answer, question);
                seen.add(answer.outcome());
              });
    }
    assertThat(seen)
        .isEqualTo(Set.of("AUTO_ACCEPT", "AWAIT_ACCEPTANCE", "REFUSE", "NOT_SUBJECT", "UNDECIDED"));
  }

  @Test
  void the_grown_policy_decides_as_the_shipped_one() {
    // Given
    var grown = BenchPolicies.grown();
    var plain = new PlainPolicy(shipped);

    try (CompiledPolicy policy = BenchPolicies.compiled(grown)) {
      for (Question question : BenchQuestions.mix()) {
        // When
        Decision decision = maker.decide(policy, question);

        // Then
        assertSame(decision.outcome(), plain.decide(question), question);
      }
    }
    assertThat(
            List.of(
                    "vehicle-types",
                    "exclusions",
                    "test-cycles",
                    "annual-targets",
                    "weight-adjustment",
                    "charge-rates",
                    "acceptance",
                    "account-standing")
                .stream()
                .mapToInt(id -> grown.table(id).orElseThrow().rows().size())
                .sum())
        .isEqualTo(1_600);
  }

  private static void assertSame(Outcome outcome, PlainPolicy.Answer answer, Question question) {
    switch (outcome) {
      case Outcome.Undecided _ ->
          assertThat(answer.outcome()).as("%s", question).isEqualTo("UNDECIDED");
      case Outcome.NotSubject notSubject -> {
        assertThat(answer.outcome()).as("%s", question).isEqualTo("NOT_SUBJECT");
        assertThat(notSubject.reasons()).extracting("code").contains(answer.reason());
        assertThat(answer.mayProceed()).isEqualTo(notSubject.certification().mayProceed());
      }
      case Outcome.Assessed assessed -> {
        var assessment = assessed.assessment();
        assertThat(answer.outcome()).as("%s", question).isEqualTo(assessed.acceptance().name());
        assertThat(assessed.reasons()).extracting("code").containsExactly(answer.reason());
        assertThat(answer.mayProceed()).isEqualTo(assessed.certification().mayProceed());
        assertThat(answer.type()).isEqualTo(assessment.vehicleType());
        assertNumber(answer.target(), assessment.target().rounded().perKilometre(), question);
        assertNumber(answer.difference(), assessment.difference().perKilometre(), question);
        assertNumber(answer.charge(), assessment.charge().amount().dollars(), question);
        assertNumber(answer.credits(), assessment.credits().perKilometre(), question);
      }
    }
  }

  private static void assertNumber(
      @Nullable BigDecimal answered, BigDecimal decided, Question question) {
    assertThat(answered).as("%s", question).isEqualByComparingTo(decided);
  }
}
