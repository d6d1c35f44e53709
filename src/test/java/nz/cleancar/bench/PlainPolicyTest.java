package nz.cleancar.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nz.cleancar.decision.Decision;
import nz.cleancar.decision.DecisionMaker;
import nz.cleancar.decision.Outcome;
import nz.cleancar.policy.CompiledPolicy;
import nz.cleancar.policy.Policy;
import nz.cleancar.standard.Question;
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
                seen.add(answer.name());
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

  /** The same outcome to the letter; what an undecided one says is the engine's own. */
  private static void assertSame(Outcome decided, Outcome plain, Question question) {
    switch (decided) {
      case Outcome.Undecided _ ->
          assertThat(plain).as("%s", question).isInstanceOf(Outcome.Undecided.class);
      case Outcome.NotSubject(List<Outcome.Reason> reasons, var certification) -> {
        assertThat(plain.reasons()).as("%s", question).containsExactlyInAnyOrderElementsOf(reasons);
        assertThat(plain.certification()).isEqualTo(certification);
      }
      case Outcome.Assessed _ -> assertThat(plain).as("%s", question).isEqualTo(decided);
    }
  }
}
