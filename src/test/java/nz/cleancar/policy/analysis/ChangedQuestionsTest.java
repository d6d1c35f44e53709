package nz.cleancar.policy.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import nz.cleancar.policy.Candidate;
import nz.cleancar.policy.CompiledPolicy;
import nz.cleancar.policy.Facts;
import nz.cleancar.policy.Fault;
import nz.cleancar.policy.Finding;
import nz.cleancar.policy.PolicyFolder;
import nz.cleancar.policy.Witness;
import nz.cleancar.policy.table.Value;
import nz.cleancar.testing.PolicyCopy;
import nz.cleancar.testing.ShippedPolicy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole questions that show what a change or a finding is about. */
class ChangedQuestionsTest {

  private static final CompiledPolicy SHIPPED = ShippedPolicy.compiled();

  @TempDir private Path folder;

  private PolicyCopy copy;

  @AfterAll
  static void close() {
    SHIPPED.close();
  }

  @BeforeEach
  void copyTheShippedPolicy() {
    copy = PolicyCopy.of(ShippedPolicy.FOLDER, folder.resolve("policy"));
  }

  @Test
  void a_changed_rate_is_shown_by_a_question_whose_charge_differs() {
    // Given
    copy.table("charge-rates").change("D17", 27);

    // When
    var found = inFirstRegion();

    // Then
    assertThat(found.asked()).isPositive();
    var question = found.different().getFirst();
    assertThat(question.changes().getFirst().heading()).isEqualTo("Charge");
    assertThat(question.changes().getFirst().difference()).startsWith("+$");
    assertThat(question.changes())
        .anySatisfy(
            change ->
                assertThat(change.text())
                    .isEqualTo("Charge rate $6.00 per g → $27.00 per g (+$21.00 per g)"));
  }

  @Test
  void the_same_policies_are_shown_by_the_same_questions() {
    // Given
    copy.table("charge-rates").change("D17", 27);

    // When
    var once = inFirstRegion();
    var again = inFirstRegion();

    // Then
    assertThat(again).isEqualTo(once);
  }

  @Test
  void a_region_that_no_question_comes_to_is_told_as_such() {
    // Given
    copy.table("weight-adjustment").add(weightRow());

    // When
    var found = inFirstRegion();

    // Then
    assertThat(found.drawn()).isGreaterThan(1_000);
    assertThat(found.asked()).isZero();
    assertThat(found.different()).isEmpty();
  }

  @Test
  void every_topic_is_sampled_where_nothing_is_proved() {
    // Given
    copy.table("administration-fee").change(feeCell(), 99);

    // When
    try (CompiledPolicy changed = ShippedPolicy.compiled(copy.folder())) {
      var sample = new ChangedQuestions(SHIPPED, changed).sample(900, 1);

      // Then
      assertThat(sample.asked()).isEqualTo(900);
      assertThat(sample.different()).isBetween(1, 100);
      assertThat(sample.some().getFirst().question().topic()).isEqualTo("administration-fee");
    }
  }

  @Test
  void an_overlap_is_shown_by_a_whole_question_that_meets_it() {
    // Given
    copy.table("charge-rates").change("A13", "[2025-01-01..2026-01-01]");

    // When
    var findings = ShippedPolicy.loader().check(new PolicyFolder(copy.folder()).read());

    // Then
    assertThat(findings).isInstanceOf(Candidate.Refused.class);
    Finding overlap =
        findings.findings().stream()
            .filter(each -> each.code().equals("overlap"))
            .findFirst()
            .orElseThrow();
    Witness shown = overlap.witness().orElseThrow();
    assertThat(shown.topic()).isNotEmpty();
    assertThat(shown.values()).containsEntry("condition", Value.of("USED"));
    try (CompiledPolicy overlapping = ShippedPolicy.compiled(copy.folder())) {
      assertThat(overlapping.run(new Facts(shown.topic(), shown.values())).faults())
          .hasOnlyElementsOfType(Fault.SeveralRows.class)
          .isNotEmpty();
    }
  }

  /** A row for vehicles that are of no type, which the rules never ask for. */
  private static Object[] weightRow() {
    return new Object[] {
      "NONE", 2026, "any", 0, 1482, 1200, 2000, 1, "HALF_UP", "a test", "assumed", "-"
    };
  }

  private static String feeCell() {
    var table = SHIPPED.policy().table("administration-fee").orElseThrow();
    return table.letters().get(table.inputs().size()) + table.rows().getFirst().number();
  }

  private ChangedQuestions.InRegion inFirstRegion() {
    try (CompiledPolicy changed = ShippedPolicy.compiled(copy.folder())) {
      var region =
          MeaningComparison.between(SHIPPED.policy(), changed.policy()).regions().getFirst();
      return new ChangedQuestions(SHIPPED, changed).in(region, 3);
    }
  }
}
