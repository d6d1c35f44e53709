package nz.cleancar.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.AfterFailureMode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.statistics.Statistics;
import nz.cleancar.decision.Decision;
import nz.cleancar.decision.DecisionMaker;
import nz.cleancar.policy.Candidate;
import nz.cleancar.policy.CompiledPolicy;
import nz.cleancar.policy.Policy;
import nz.cleancar.policy.drools.DroolsCompiler;
import nz.cleancar.policy.table.PolicyTable;
import nz.cleancar.policy.table.Row;
import nz.cleancar.standard.Question;
import nz.cleancar.testing.ShippedPolicy;

/** The engine decides as an evaluator does that shares nothing with it but the tables. */
class ReferenceEvaluatorTest {

  private static final List<String> TABLES =
      List.of(
          "vehicle-types",
          "exclusions",
          "test-cycles",
          "annual-targets",
          "weight-adjustment",
          "charge-rates",
          "account-standing",
          "acceptance");

  private static final CompiledPolicy COMPILED = ShippedPolicy.compiled();
  private static final CompiledPolicy COMPILED_AGAIN = ShippedPolicy.compiled();
  private static final Policy POLICY = ShippedPolicy.read();

  private final DecisionMaker maker = new DecisionMaker();
  private final ReferenceEvaluator reference = new ReferenceEvaluator(POLICY);

  @AfterContainer
  static void close() {
    COMPILED.close();
    COMPILED_AGAIN.close();
  }

  @Property(
      tries = 20_000,
      edgeCases = EdgeCasesMode.NONE,
      afterFailure = AfterFailureMode.RANDOM_SEED)
  void the_engine_gives_the_answer_and_the_rows_of_the_reference(
      @ForAll("questions") Question question) {
    // When
    var answer = ReferenceAnswer.of(maker.decide(COMPILED, question));

    // Then
    assertThat(answer).isEqualTo(reference.answer(question));
    Statistics.collect(answer.outcome());
    Statistics.coverage(
        coverage -> {
          coverage.check("ASSESSED").percentage(share -> share > 20);
          coverage.check("NOT_SUBJECT").percentage(share -> share > 10);
          coverage.check("UNDECIDED").percentage(share -> share > 10);
        });
  }

  @Property(tries = 1)
  void the_questions_reach_every_row_of_the_tables() {
    // When
    var used = new TreeSet<String>();
    questions()
        .sampleStream()
        .limit(20_000)
        .forEach(one -> used.addAll(reference.answer(one).rows()));

    // Then
    assertThat(used)
        .containsExactlyInAnyOrderElementsOf(
            tables()
                .flatMap(
                    table -> table.rows().stream().map(row -> table.workbook() + "!" + row.cells()))
                .toList());
  }

  @Property(
      tries = 500,
      edgeCases = EdgeCasesMode.NONE,
      afterFailure = AfterFailureMode.RANDOM_SEED)
  void the_same_question_has_the_same_decision_again_and_in_another_compilation(
      @ForAll("questions") Question question) {
    // When
    Decision first = maker.decide(COMPILED, question);

    // Then
    assertThat(maker.decide(COMPILED, question)).isEqualTo(first);
    assertThat(maker.decide(COMPILED_AGAIN, question)).isEqualTo(first);
  }

  /** A row of the shipped policy that is taken away, or doubled. */
  record Spoilt(String table, Row row, boolean doubled) {}

  @Property(
      tries = 24,
      edgeCases = EdgeCasesMode.NONE,
      shrinking = ShrinkingMode.OFF,
      afterFailure = AfterFailureMode.RANDOM_SEED)
  void the_engine_agrees_with_the_reference_on_a_policy_with_a_gap_or_an_overlap(
      @ForAll("spoilt") Spoilt spoilt) {
    // Given
    Policy policy = changed(spoilt);
    var spoiltReference = new ReferenceEvaluator(policy);
    var concerned =
        questions()
            .sampleStream()
            .limit(3_000)
            .filter(one -> !reference.answer(one).equals(spoiltReference.answer(one)))
            .limit(100)
            .toList();

    // When
    try (CompiledPolicy compiled = compiled(policy)) {
      // Then
      for (Question question : concerned) {
        assertThat(ReferenceAnswer.of(maker.decide(compiled, question)))
            .as("%s", question)
            .isEqualTo(spoiltReference.answer(question));
      }
    }
  }

  @Provide
  Arbitrary<Question> questions() {
    var classes = POLICY.vocabulary().named("vehicleClass").orElseThrow().allowed();
    return new AnyQuestion(reference, classes).arbitrary();
  }

  @Provide
  Arbitrary<Spoilt> spoilt() {
    var rows =
        Arbitraries.of(TABLES)
            .flatMap(
                id ->
                    Arbitraries.of(POLICY.table(id).orElseThrow().rows())
                        .map(row -> new Spoilt(id, row, false)));
    return Combinators.combine(rows, Arbitraries.of(true, false))
        .as((gap, doubled) -> new Spoilt(gap.table(), gap.row(), doubled));
  }

  private static Stream<PolicyTable> tables() {
    return TABLES.stream().map(id -> POLICY.table(id).orElseThrow());
  }

  private static CompiledPolicy compiled(Policy policy) {
    return switch (new DroolsCompiler().compile(policy)) {
      case Candidate.Accepted accepted -> accepted.policy();
      case Candidate.Refused refused -> throw new AssertionError(refused.findings());
    };
  }

  private static Policy changed(Spoilt spoilt) {
    var tables =
        POLICY.tables().stream()
            .map(table -> table.id().equals(spoilt.table()) ? changed(table, spoilt) : table)
            .toList();
    return new Policy(POLICY.version(), POLICY.vocabulary(), tables, POLICY.ruleSets());
  }

  private static PolicyTable changed(PolicyTable table, Spoilt spoilt) {
    var rows = new ArrayList<>(table.rows());
    if (spoilt.doubled()) {
      Row row = spoilt.row();
      rows.add(
          new Row(
              1_000,
              "A1000:Z1000",
              row.conditions(),
              row.outcomes(),
              row.source(),
              row.standing(),
              row.note()));
    } else {
      rows.remove(spoilt.row());
    }
    return table.with(rows);
  }
}
