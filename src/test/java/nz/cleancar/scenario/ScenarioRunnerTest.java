package nz.cleancar.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nz.cleancar.policy.Facts;
import nz.cleancar.policy.Fault;
import nz.cleancar.policy.Firing;
import nz.cleancar.policy.Place;
import nz.cleancar.policy.Run;
import nz.cleancar.policy.table.Kind;
import nz.cleancar.policy.table.Term;
import nz.cleancar.policy.table.Value;
import nz.cleancar.scenario.Expectation.TableRow;
import nz.cleancar.testing.ShippedPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenarioRunnerTest {

  private static final Suite SUITE = new Suite("fees", "Fees", "Fees.", "fee", "fees.yml", "");
  private static final Place PLACE = new Place("fees.yml", "", "line 3");
  private static final Term FEE = term("fee", Kind.DECIMAL);
  private static final Term DAY = term("dueOn", Kind.DAY);
  private static final Term MARKS = term("marks", Kind.WORDS);
  private static final Fault FAULT = new Fault.RuleFailed("Some rule", "no reason");

  @ParameterizedTest
  @CsvSource({
    "22.46, 0, true",
    "22.460, 0, true",
    "22.45, 0, false",
    "22.45, 0.01, true",
    "22.47, 0.01, true",
    "22.44, 0.01, false",
    "22.48, 0.01, false"
  })
  void a_number_is_met_exactly_or_within_its_tolerance(
      String expected, String tolerance, boolean met) {
    // Given
    var expectation =
        new Expectation.Amount(PLACE, FEE, new BigDecimal(expected), new BigDecimal(tolerance));

    // When
    var verdict = verdict(expectation, answered(Map.of("fee", decimal("22.46"))));

    // Then
    assertThat(verdict.passed()).isEqualTo(met);
  }

  @Test
  void a_whole_number_meets_the_same_number_with_decimals() {
    // When
    var verdict =
        verdict(
            new Expectation.Amount(PLACE, FEE, new BigDecimal("22.0"), BigDecimal.ZERO),
            answered(Map.of("fee", Value.of(22))));

    // Then
    assertThat(verdict.passed()).isTrue();
  }

  @Test
  void a_miss_tells_what_was_found() {
    // Given
    var expectation =
        new Expectation.Amount(PLACE, FEE, new BigDecimal("22.46"), new BigDecimal("0.1"));

    // When
    var verdict = verdict(expectation, answered(Map.of("fee", decimal("19.53"))));

    // Then
    assertThat(verdict.misses()).containsExactly(new Verdict.Miss(expectation, "19.53"));
    assertThat(expectation.text()).isEqualTo("22.46 ± 0.1");
  }

  @ParameterizedTest
  @CsvSource({
    "NZD, 248.4, 248.40, 19.5, 19.50",
    "NZD per g, 6, 6.00, 5, 5.00",
    "NZD, 0.125, 0.125, 1E+2, 100.00",
    "g, 248.4, 248.4, 19.5, 19.5"
  })
  void dollars_are_told_with_their_cents(
      String unit, String expected, String told, String found, String toldFound) {
    // Given
    var term = new Term("fee", "Fee", Kind.DECIMAL, unit, List.of(), true, "");
    var exactly = new Expectation.Amount(PLACE, term, new BigDecimal(expected), BigDecimal.ZERO);
    var within =
        new Expectation.Amount(PLACE, term, new BigDecimal(expected), new BigDecimal("0.05"));
    var nothing = new Expectation.Nothing(PLACE, term);
    var answer = answered(Map.of("fee", decimal(found)));

    // Then
    assertThat(exactly.text()).isEqualTo(told);
    assertThat(within.text()).isEqualTo(told + " ± 0.05");
    assertThat(found(verdict(exactly, answer))).contains(toldFound);
    assertThat(found(verdict(nothing, answer))).contains(toldFound);
  }

  @Test
  void what_is_not_concluded_is_found_as_none() {
    // Given
    var expectation = new Expectation.Same(PLACE, DAY, Value.of(java.time.LocalDate.EPOCH));

    // When
    var verdict = verdict(expectation, answered(Map.of()));

    // Then
    assertThat(found(verdict)).contains("none");
  }

  @Test
  void nothing_is_expected_of_what_must_not_be_concluded() {
    // Given
    var nothing = new Expectation.Nothing(PLACE, FEE);

    // When
    var without = verdict(nothing, answered(Map.of()));
    var with = verdict(nothing, answered(Map.of("fee", decimal("1"))));

    // Then
    assertThat(without.passed()).isTrue();
    assertThat(found(with)).contains("1");
  }

  @Test
  void words_are_met_in_any_order() {
    // Given
    var expectation = new Expectation.Same(PLACE, MARKS, Value.of(List.of("A", "B")));

    // When
    var same = verdict(expectation, answered(Map.of("marks", Value.of(List.of("B", "A")))));
    var fewer = verdict(expectation, answered(Map.of("marks", Value.of(List.of("A")))));

    // Then
    assertThat(same.passed()).isTrue();
    assertThat(fewer.passed()).isFalse();
  }

  @Test
  void an_undecided_answer_concludes_nothing_whatever_rules_found_on_the_way() {
    // Given
    var run = new Run(Map.of("fee", decimal("22.46")), List.of(), List.of(), List.of(FAULT));

    // When
    var amount =
        verdict(new Expectation.Amount(PLACE, FEE, new BigDecimal("22.46"), BigDecimal.ZERO), run);
    var outcome = verdict(new Expectation.Outcome(PLACE, "UNDECIDED"), run);
    var codes = verdict(new Expectation.ReasonCodes(PLACE, List.of("rule-failed")), run);

    // Then
    assertThat(found(amount)).contains("UNDECIDED");
    assertThat(outcome.passed()).isTrue();
    assertThat(codes.passed()).isTrue();
  }

  @Test
  void all_codes_of_the_grounds_must_be_named_each_as_often_as_it_is_given() {
    // Given
    var run =
        new Run(
            Map.of(),
            List.of(
                new Run.Reason("a", "A."), new Run.Reason("b", "B."), new Run.Reason("b", "B.")),
            List.of(),
            List.of());

    // When
    var all = verdict(new Expectation.ReasonCodes(PLACE, List.of("b", "a", "b")), run);
    var one = verdict(new Expectation.ReasonCodes(PLACE, List.of("a", "b")), run);
    var none = verdict(new Expectation.ReasonCodes(PLACE, List.of()), answered(Map.of()));

    // Then
    assertThat(all.passed()).isTrue();
    assertThat(found(one)).contains("a; b; b");
    assertThat(none.passed()).isTrue();
  }

  @Test
  void rows_that_must_be_used_are_so_among_others() {
    // Given
    var table = ShippedPolicy.read().table("charge-rates").orElseThrow();
    var run =
        new Run(
            Map.of(),
            List.of(),
            List.of(
                new Firing.RowFired("", table, table.rows().get(0)),
                new Firing.RowFired("", table, table.rows().get(1))),
            List.of());

    // When
    var used = verdict(rows(new TableRow("charge-rates", 10)), run);
    var other = verdict(rows(new TableRow("charge-rates", 11)), run);

    // Then
    assertThat(used.passed()).isTrue();
    assertThat(found(other)).contains("charge-rates 9; charge-rates 10");
  }

  @Test
  void a_vehicle_is_answered_as_production_decides_it() {
    // Given
    var facts = new Facts("vehicle", Map.of());
    var run =
        new Run(
            Map.of(
                "acceptanceOutcome", Value.of("NOT_SUBJECT"),
                "mayProceed", Value.of(true),
                "because", new Value.Sentence("not subject")),
            List.of(),
            List.of(),
            List.of());

    // When
    var answer = Answer.of(facts, run);
    var lacking = Answer.of(facts, answered(Map.of()));

    // Then
    assertThat(answer.outcome()).isEqualTo("NOT_SUBJECT");
    assertThat(lacking.outcome()).isEqualTo("UNDECIDED");
    assertThat(lacking.reasonCodes()).containsExactly("no-conclusion");
  }

  private static Expectation rows(TableRow row) {
    return new Expectation.RowsUsed(PLACE, List.of(row));
  }

  private static Optional<String> found(Verdict verdict) {
    return verdict.misses().stream().map(Verdict.Miss::found).findFirst();
  }

  private static Verdict verdict(Expectation expectation, Run run) {
    var scenario =
        new Scenario(
            SUITE,
            "A case",
            "",
            List.of(),
            PLACE,
            new Facts("fee", Map.of()),
            List.of(expectation));
    return ScenarioRunner.verdict(scenario, run);
  }

  private static Run answered(Map<String, Value> values) {
    return new Run(values, List.of(), List.of(), List.of());
  }

  private static Value decimal(String digits) {
    return Value.of(new BigDecimal(digits));
  }

  private static Term term(String name, Kind kind) {
    return new Term(name, name, kind, "", List.of(), false, name);
  }
}
