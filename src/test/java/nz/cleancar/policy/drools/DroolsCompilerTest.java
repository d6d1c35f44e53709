package nz.cleancar.policy.drools;

import static nz.cleancar.testing.Tables.any;
import static nz.cleancar.testing.Tables.atLeast;
import static nz.cleancar.testing.Tables.below;
import static nz.cleancar.testing.Tables.between;
import static nz.cleancar.testing.Tables.is;
import static nz.cleancar.testing.Tables.policy;
import static nz.cleancar.testing.Tables.table;
import static nz.cleancar.testing.Tables.term;
import static nz.cleancar.testing.Tables.when;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import nz.cleancar.policy.Candidate;
import nz.cleancar.policy.CompiledPolicy;
import nz.cleancar.policy.Facts;
import nz.cleancar.policy.Fault;
import nz.cleancar.policy.Finding;
import nz.cleancar.policy.Firing;
import nz.cleancar.policy.Policy;
import nz.cleancar.policy.Run;
import nz.cleancar.policy.table.HitPolicy;
import nz.cleancar.policy.table.Kind;
import nz.cleancar.policy.table.PolicyTable;
import nz.cleancar.policy.table.Term;
import nz.cleancar.policy.table.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DroolsCompilerTest {

  private static final Term COLOUR = term("colour", Kind.WORD);
  private static final Term TAGS = term("tags", Kind.WORDS);
  private static final Term ON = term("on", Kind.DAY);
  private static final Term GRAMS = term("grams", Kind.DECIMAL);
  private static final Term YEAR = term("year", Kind.WHOLE);
  private static final Term RATE = term("rate", Kind.DECIMAL);
  private static final String ASK =
      "rule \"ask\" when Topic(name == \"test\") then askRates(known); end\n";

  @Test
  void the_matching_row_answers_and_explains_itself() {
    // Given
    var rates =
        table("rates")
            .asks(COLOUR)
            .answers(RATE)
            .says("A {colour} one costs {rate}.")
            .row(when(is("RED")), amount("6.00"))
            .row(when(is("BLUE", "GREEN")), amount("7.5"))
            .build();

    // When
    Run run = run(policy(ASK, rates), Map.of("colour", Value.of("GREEN")));

    // Then
    assertThat(run.faults()).isEmpty();
    assertThat(run.value("rate")).contains(amount("7.5"));
    assertThat(run.firings())
        .singleElement()
        .isEqualTo(new Firing.RowFired("A GREEN one costs 7.5.", rates, rates.rows().get(1)));
  }

  @Test
  void a_missing_row_is_a_fault_that_names_the_nearest() {
    // Given
    var rates =
        table("rates")
            .asks(COLOUR, YEAR)
            .answers(RATE)
            .row(when(is("RED"), is(2026)), amount("6"))
            .row(when(is("BLUE"), is(2027)), amount("7"))
            .build();

    // When
    Run run = run(policy(ASK, rates), Map.of("colour", Value.of("BLUE"), "year", Value.of(2031)));

    // Then
    assertThat(run.faults())
        .singleElement()
        .extracting(Fault::says)
        .isEqualTo(
            "No row of rates.xlsx matches colour BLUE, year 2031; the nearest is row 10 (A10:F10),"
                + " which misses on year (2027).");
  }

  @Test
  void two_rows_where_one_must_match_are_a_fault() {
    // Given
    var rates =
        table("rates")
            .asks(COLOUR)
            .answers(RATE)
            .row(when(is("RED")), amount("6"))
            .row(when(any()), amount("7"))
            .build();

    // When
    Run run = run(policy(ASK, rates), Map.of("colour", Value.of("RED")));

    // Then
    assertThat(run.faults())
        .extracting(Fault::says)
        .containsExactly("Rows 9 and 10 of rates.xlsx match at once; one must.");
  }

  @Test
  void first_means_the_first_row_of_the_sheet() {
    // Given
    var rates = table("rates").hits(HitPolicy.FIRST).asks(YEAR).answers(RATE);
    IntStream.range(0, 40).forEach(i -> rates.row(when(any()), amount(Integer.toString(i + 1))));

    // When
    Run run = run(policy(ASK, rates.build()), Map.of("year", Value.of(2026)));

    // Then
    assertThat(run.value("rate")).contains(amount("1"));
    assertThat(run.firings()).hasSize(1);
    assertThat(run.faults()).isEmpty();
  }

  @Test
  void collect_takes_every_matching_row_once_even_for_several_words() {
    // Given
    var grounds =
        table("rates")
            .hits(HitPolicy.COLLECT)
            .asks(TAGS, YEAR)
            .answers(COLOUR)
            .otherwise(Value.of("NONE"))
            .row(when(is("OLD"), any()), Value.of("RED"))
            .row(when(is("FAST"), any()), Value.of("BLUE"))
            .row(when(any(), is(2026)), Value.of("GREEN"))
            .row(when(is("SLOW"), any()), Value.of("GREY"))
            .build();
    String collect =
        ASK
            + "rule \"each\" when RatesRow($colour : colour) then"
            + " known.reason($colour, \"found\"); end\n";

    // When
    Run run =
        run(
            policy(collect, grounds),
            Map.of("tags", Value.of(List.of("FAST", "OLD")), "year", Value.of(2026)));

    // Then
    assertThat(run.reasons())
        .extracting(Run.Reason::code)
        .containsExactlyInAnyOrder("RED", "BLUE", "GREEN");
    assertThat(run.firings()).hasSize(3);
  }

  @Test
  void a_default_answers_only_when_no_row_does() {
    // Given
    var grounds =
        table("rates")
            .hits(HitPolicy.COLLECT)
            .asks(TAGS)
            .answers(COLOUR)
            .otherwise(Value.of("NONE"))
            .row(when(is("OLD")), Value.of("RED"))
            .build();
    String collect =
        ASK
            + "rule \"each\" when RatesRow($colour : colour) then"
            + " known.reason($colour, \"found\"); end\n";

    // When
    Run none = run(policy(collect, grounds), Map.of("tags", Value.of(List.of())));
    Run other = run(policy(collect, grounds), Map.of("tags", Value.of(List.of("RED", "FAST"))));
    Run old = run(policy(collect, grounds), Map.of("tags", Value.of(List.of("OLD"))));

    // Then
    assertThat(none.reasons()).extracting(Run.Reason::code).containsExactly("NONE");
    assertThat(other.reasons()).extracting(Run.Reason::code).containsExactly("NONE");
    assertThat(old.reasons()).extracting(Run.Reason::code).containsExactly("RED");
  }

  @ParameterizedTest
  @CsvSource({"-0.000001, 1", "0, 2", "41.4, 2", "-2147483.648, 1", "4294967296.5, 2"})
  void decimals_meet_their_bounds_exactly(BigDecimal grams, String rate) {
    // Given
    var rates =
        table("rates")
            .asks(GRAMS)
            .answers(RATE)
            .row(when(below("0")), amount("1"))
            .row(when(atLeast("0.0")), amount("2"))
            .build();

    // When
    Run run = run(policy(ASK, rates), Map.of("grams", Value.of(grams)));

    // Then
    assertThat(run.value("rate")).contains(amount(rate));
  }

  @Test
  void what_the_question_left_out_matches_only_any() {
    // Given
    var rates =
        table("rates")
            .asks(GRAMS, COLOUR)
            .answers(RATE)
            .row(when(below("5"), any()), amount("1"))
            .row(when(atLeast("-900000"), any()), amount("2"))
            .row(when(any(), is("RED")), amount("3"))
            .row(when(any(), any()), amount("4"))
            .build();

    // When
    Run run = run(policy(ASK, rates), Map.of());

    // Then
    assertThat(run.faults()).isEmpty();
    assertThat(run.value("rate")).contains(amount("4"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 8, 9, 10, 1000})
  void days_match_whatever_the_number_of_rows(int rows) {
    // Given
    var rates = table("rates").asks(ON).answers(RATE);
    var first = LocalDate.of(2023, 1, 1);
    for (int i = 0; i < rows; i++) {
      rates.row(
          when(between(first.plusDays(10L * i), first.plusDays(10L * i + 9))),
          amount(Integer.toString(i + 1)));
    }

    try (CompiledPolicy compiled = compiled(policy(ASK, rates.build()))) {
      for (int i = 0; i < rows; i += Math.max(1, rows / 20)) {
        // When
        Run start = compiled.run(facts("on", Value.of(first.plusDays(10L * i))));
        Run end = compiled.run(facts("on", Value.of(first.plusDays(10L * i + 9))));

        // Then
        assertThat(start.value("rate")).contains(amount(Integer.toString(i + 1)));
        assertThat(end.value("rate")).contains(amount(Integer.toString(i + 1)));
      }
    }
  }

  @Test
  void rules_that_go_round_in_circles_are_stopped() {
    // Given
    String circle =
        """
        declare Turn
          count : long
        end
        rule "start" when Topic() then insert(new Turn(0)); end
        rule "turn" when $turn : Turn($count : count) then insert(new Turn($count + 1)); end
        """;

    // When
    Run run = run(policy(circle, someRates()), Map.of());

    // Then
    assertThat(run.faults()).containsExactly(new Fault.RanOn(DroolsCompiler.MOST_FIRINGS));
  }

  @Test
  void a_rule_that_fails_is_a_fault_with_its_name_and_reason() {
    // Given
    String failing = "rule \"bad one\" when Topic() then known.whole(\"year\"); end\n";

    // When
    Run run = run(policy(failing, someRates()), Map.of());

    // Then
    assertThat(run.faults())
        .containsExactly(new Fault.RuleFailed("bad one", "`year` is not known."));
  }

  @Test
  void a_conclusion_is_drawn_once() {
    // Given
    String twice =
        """
        rule "twice" when Topic() then
          known.set("colour", "RED");
          known.set("colour", "RED");
          known.set("colour", "BLUE");
        end
        """;

    // When
    Run run =
        run(
            policy(
                twice,
                table("rates").asks(COLOUR).answers(RATE).row(when(any()), amount("1")).build()),
            Map.of());

    // Then
    assertThat(run.faults())
        .containsExactly(
            new Fault.RuleFailed("twice", "`colour` is `RED` and cannot become `BLUE`."));
  }

  @Test
  void rules_that_do_not_compile_are_findings_with_file_and_line() {
    // Given
    String broken = "rule \"one\" when Topic() then\n  known.nonsense();\nend\n";

    // When
    Candidate candidate = new DroolsCompiler().compile(policy(broken, someRates()));

    // Then
    assertThat(candidate).isInstanceOf(Candidate.Refused.class);
    assertThat(candidate.findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.place().file()).isEqualTo("test.drl");
              assertThat(finding.place().cell()).startsWith("line ");
              assertThat(finding.found()).contains("nonsense");
            });
  }

  @Test
  void two_rules_of_one_name_are_a_finding() {
    // Given
    String twice = "rule \"one\" when Topic() then end\nrule \"one\" when Topic() then end\n";

    // When
    Candidate candidate = new DroolsCompiler().compile(policy(twice, someRates()));

    // Then
    assertThat(candidate.findings())
        .extracting(Finding::code, finding -> finding.place().cell())
        .containsExactly(org.assertj.core.groups.Tuple.tuple("rule-name-twice", "line 3"));
  }

  @Test
  void policies_compiled_at_the_same_time_keep_to_their_own_tables() throws Exception {
    // Given
    List<Callable<String>> compilations =
        IntStream.range(0, 24)
            .<Callable<String>>mapToObj(
                i ->
                    () -> {
                      var rates =
                          table("rates")
                              .asks(COLOUR)
                              .answers(RATE)
                              .row(when(any()), amount(Integer.toString(i + 1)))
                              .build();
                      return run(policy(ASK, rates), Map.of()).value("rate").orElseThrow().text();
                    })
            .toList();

    // When
    List<String> answers;
    try (var threads = Executors.newFixedThreadPool(8)) {
      var answered = new ArrayList<String>();
      for (Future<String> each : threads.invokeAll(compilations)) {
        answered.add(each.get());
      }
      answers = answered;
    }

    // Then
    assertThat(answers)
        .isEqualTo(IntStream.range(0, 24).mapToObj(i -> Integer.toString(i + 1)).toList());
  }

  @Test
  void every_build_of_a_policy_reasons_in_the_same_order() {
    // Given
    var rules = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      rules.append(
          "rule \"%d\" when Topic() then known.says(kcontext, \"%d\"); end\n".formatted(i, i));
    }
    var policy = policy(rules.toString(), someRates());

    // When
    var orders =
        IntStream.range(0, 5).mapToObj(_ -> run(policy, Map.of()).firings()).distinct().toList();

    // Then
    assertThat(orders).hasSize(1);
  }

  @Test
  void the_nearest_row_is_the_nearest_year() {
    // Given
    var rates =
        table("rates")
            .asks(YEAR)
            .answers(RATE)
            .row(when(is(2023)), amount("6"))
            .row(when(is(2029)), amount("7"))
            .row(when(is(2025)), amount("8"))
            .build();

    // When
    Run run = run(policy(ASK, rates), Map.of("year", Value.of(2031)));

    // Then
    assertThat(run.faults()).extracting(Fault::says).first().asString().contains("row 10 (");
  }

  private static PolicyTable someRates() {
    return table("rates")
        .asks(COLOUR, YEAR)
        .answers(RATE)
        .row(when(any(), any()), amount("1"))
        .build();
  }

  private static Value amount(String decimal) {
    return Value.of(new BigDecimal(decimal));
  }

  private static Facts facts(String name, Value value) {
    return new Facts("test", Map.of(name, value));
  }

  private static Run run(Policy policy, Map<String, Value> facts) {
    try (CompiledPolicy compiled = compiled(policy)) {
      return compiled.run(new Facts("test", facts));
    }
  }

  private static CompiledPolicy compiled(Policy policy) {
    Candidate candidate = new DroolsCompiler().compile(policy);
    assertThat(candidate.findings()).isEmpty();
    return ((Candidate.Accepted) candidate).policy();
  }
}
