package nz.cleancar.policy.drools;

import static nz.cleancar.testing.Tables.any;
import static nz.cleancar.testing.Tables.atLeast;
import static nz.cleancar.testing.Tables.below;
import static nz.cleancar.testing.Tables.is;
import static nz.cleancar.testing.Tables.table;
import static nz.cleancar.testing.Tables.term;
import static nz.cleancar.testing.Tables.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nz.cleancar.policy.CompiledPolicy;
import nz.cleancar.policy.Facts;
import nz.cleancar.policy.Fault;
import nz.cleancar.policy.Firing;
import nz.cleancar.policy.Run;
import nz.cleancar.policy.Watched;
import nz.cleancar.policy.table.HitPolicy;
import nz.cleancar.policy.table.Kind;
import nz.cleancar.policy.table.Otherwise;
import nz.cleancar.policy.table.PolicyTable;
import nz.cleancar.policy.table.Term;
import nz.cleancar.policy.table.Value;
import nz.cleancar.testing.OwnAnswers;
import nz.cleancar.testing.ShippedPolicy;
import nz.cleancar.testing.Tables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A policy with one table's cells changed runs as one that was built with them. */
class ChangedTableTest {

  private static final int QUESTIONS = 4_000;
  private static final Term CLASS = term("vehicleClass", Kind.WORD);
  private static final Term ATTRIBUTE = term("attribute", Kind.WORDS);
  private static final Term GRAMS = term("grams", Kind.DECIMAL);
  private static final Term RATE = term("rate", Kind.DECIMAL);
  private static final Term REASON = term("reason", Kind.SENTENCE);

  private static final String RULES =
      """
      rule "Asks" when Topic(name == "test") then askRates(known); end
      rule "Says" when RatesRow($rate : rate) then known.reason("rate-" + $rate, "It is " + $rate + "."); end
      """;

  @Test
  void every_shipped_table_in_its_own_place_changes_nothing() {
    try (var policy = ShippedPolicy.compiled()) {
      // Given
      var questions = questions(policy);

      for (PolicyTable table : policy.policy().tables()) {
        var same = policy.with(table);

        // When
        var different =
            questions.stream()
                .filter(question -> !same.run(question).equals(policy.run(question)))
                .toList();

        // Then
        assertThat(different).as("questions to %s", table.id()).isEmpty();
      }
    }
  }

  @Test
  void a_watched_run_is_the_run_and_tells_what_each_table_was_asked() {
    try (var policy = ShippedPolicy.compiled()) {
      for (Facts question : questions(policy)) {
        // When
        Watched watched = policy.watch(question);

        // Then
        assertThat(watched.run()).isEqualTo(policy.run(question));
        assertThat(
                watched.lookups().stream()
                    .flatMap(
                        lookup ->
                            lookup.rows().stream().map(row -> lookup.table().id() + row.number())))
            .containsExactlyElementsOf(
                watched.run().firings().stream()
                    .filter(Firing.RowFired.class::isInstance)
                    .map(Firing.RowFired.class::cast)
                    .map(fired -> fired.table().id() + fired.row().number())
                    .toList());
        assertThat(policy.rules()).containsAll(watched.rules());
      }
    }
  }

  @ParameterizedTest
  @EnumSource(HitPolicy.class)
  void several_matching_rows_count_as_the_hit_policy_has_it(HitPolicy hits) {
    // Given
    var narrow = rates(hits).row(when(is("MA"), any(), any()), number("1")).build();
    var wide =
        rates(hits)
            .row(when(is("MA"), any(), any()), number("3"))
            .row(when(any(), any(), below("5")), number("2"))
            .row(when(any(), any(), any()), number("4"))
            .build();

    // Then
    assertSame(narrow, wide, asking("MA", "1"), asking("MB", "1"), asking("MB", "9"));
    assertSame(wide, narrow, asking("MA", "1"), asking("MB", "1"), asking("MB", "9"));
  }

  @ParameterizedTest
  @EnumSource(HitPolicy.class)
  void several_words_at_once_are_one_question(HitPolicy hits) {
    // Given
    var one = rates(hits).row(when(any(), is("WAGON"), any()), number("1")).build();
    var two =
        rates(hits)
            .row(when(any(), is("TOWED", "WAGON"), any()), number("1"))
            .row(when(any(), is("RARE"), any()), number("2"))
            .otherwise(number("7"))
            .build();
    var questions =
        Stream.of(List.<String>of(), List.of("WAGON", "TOWED"), List.of("RARE", "WAGON"))
            .map(words -> facts(Map.of("attribute", Value.of(words))))
            .toArray(Facts[]::new);

    // Then
    assertSame(one, two, questions);
    assertSame(two, one, questions);
  }

  @Test
  void another_answer_without_a_row_is_given_and_none_is_a_fault() {
    // Given
    var fault = rates(HitPolicy.EXACTLY_ONE).row(when(is("MA"), any(), any()), number("1")).build();
    var answer = fault.with(new Otherwise.Answer(List.of(number("9"))));

    // Then
    assertSame(fault, answer, asking("MB", "1"), asking("MA", "1"));
    assertSame(answer, fault, asking("MB", "1"), asking("MA", "1"));
  }

  @Test
  void the_bounds_of_numbers_are_as_the_engine_has_them() {
    // Given
    var before = rates(HitPolicy.FIRST).row(when(any(), any(), any()), number("1")).build();
    var after =
        rates(HitPolicy.FIRST)
            .row(when(any(), any(), atLeast("41.4")), number("1"))
            .row(when(any(), any(), below("-2")), number("2"))
            .build();

    // Then
    assertSame(
        before,
        after,
        asking("MA", "41.4"),
        asking("MA", "41.399999"),
        asking("MA", "-2"),
        asking("MA", "-2.000001"),
        asking("MA", "0.0000001"),
        asking("MA", "9999999999999"),
        facts(Map.of("grams", Value.of(42))),
        facts(Map.of()));
  }

  @Test
  void a_table_of_other_columns_or_of_no_such_name_is_refused() {
    // Given
    var rates = rates(HitPolicy.FIRST).row(when(any(), any(), any()), number("1")).build();
    try (var policy = ShippedPolicy.compiled(Tables.policy(RULES, rates))) {
      var other = table("others").asks(CLASS).answers(RATE).build();
      var fewer = table("rates").hits(HitPolicy.FIRST).asks(CLASS).answers(RATE).build();

      // Then
      assertThatThrownBy(() -> policy.with(other)).hasMessageContaining("no table others");
      assertThatThrownBy(() -> policy.with(fewer)).hasMessageContaining("Only rows of rates");
    }
  }

  @Test
  void a_sentence_that_answers_without_a_row_has_its_gaps_filled() {
    // Given
    var table =
        table("rates")
            .asks(CLASS)
            .answers(RATE, REASON)
            .row(when(is("MA")), number("1"), new Value.Sentence("Because of {vehicleClass}."))
            .otherwise(number("2"), new Value.Sentence("There is none of {vehicleClass}."))
            .build();
    try (var policy = ShippedPolicy.compiled(Tables.policy(RULES, table))) {
      // When
      var run = policy.run(facts(Map.of("vehicleClass", Value.of("MB"))));

      // Then
      assertThat(run.value("reason")).contains(new Value.Sentence("There is none of MB."));
    }
  }

  /** Builds both, and holds the first with the second's cells against the second. */
  private static void assertSame(PolicyTable built, PolicyTable changed, Facts... questions) {
    try (var policy = ShippedPolicy.compiled(Tables.policy(RULES, built));
        var other = ShippedPolicy.compiled(Tables.policy(RULES, changed))) {
      var rules = policy.with(changed);
      for (Facts question : questions) {
        assertThat(plain(rules.run(question)))
            .as("%s", question)
            .isEqualTo(plain(other.run(question)));
      }
    }
  }

  /** Without the name of a rule that a row became, which only the engine's own match has. */
  private static Run plain(Run run) {
    return new Run(
        run.values(),
        run.reasons(),
        run.firings(),
        run.faults().stream()
            .map(
                fault ->
                    fault instanceof Fault.RuleFailed(String rule, String reason)
                        ? new Fault.RuleFailed(rule.replaceAll(" (row \\d+|told)$", ""), reason)
                        : fault)
            .toList());
  }

  private static List<Facts> questions(CompiledPolicy policy) {
    return OwnAnswers.questions(policy, QUESTIONS);
  }

  private static Tables rates(HitPolicy hits) {
    return table("rates").hits(hits).asks(CLASS, ATTRIBUTE, GRAMS).answers(RATE);
  }

  private static Value number(String number) {
    return Value.of(new BigDecimal(number));
  }

  private static Facts asking(String vehicleClass, String grams) {
    return facts(Map.of("vehicleClass", Value.of(vehicleClass), "grams", number(grams)));
  }

  private static Facts facts(Map<String, Value> values) {
    return new Facts("test", values);
  }
}
