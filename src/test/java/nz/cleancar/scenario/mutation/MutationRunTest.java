package nz.cleancar.scenario.mutation;

import static nz.cleancar.testing.Tables.is;
import static nz.cleancar.testing.Tables.table;
import static nz.cleancar.testing.Tables.when;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nz.cleancar.policy.CompiledPolicy;
import nz.cleancar.policy.Facts;
import nz.cleancar.policy.Place;
import nz.cleancar.policy.Policy;
import nz.cleancar.policy.PolicyVersion;
import nz.cleancar.policy.RuleSet;
import nz.cleancar.policy.Witness;
import nz.cleancar.policy.analysis.ChangedQuestion;
import nz.cleancar.policy.table.Condition;
import nz.cleancar.policy.table.Condition.Bound;
import nz.cleancar.policy.table.Coverage;
import nz.cleancar.policy.table.Kind;
import nz.cleancar.policy.table.PolicyTable;
import nz.cleancar.policy.table.Term;
import nz.cleancar.policy.table.Value;
import nz.cleancar.policy.table.Vocabulary;
import nz.cleancar.scenario.Expectation;
import nz.cleancar.scenario.Scenario;
import nz.cleancar.scenario.Suite;
import nz.cleancar.scenario.mutation.MutationReport.Score;
import nz.cleancar.testing.OwnAnswers;
import nz.cleancar.testing.ShippedPolicy;
import org.junit.jupiter.api.Test;

/** Mutants are killed by scenarios that fail on them, and what survives is looked into. */
class MutationRunTest {

  /** A change for a year that the targets do not know. */
  private static final String LATER = "rates.xlsx B11: [2027..2035] became [2027..2036]";

  private static final Term SCHEME =
      new Term("scheme", "Scheme", Kind.WORD, "", List.of("PAYG", "FLEET"), false, "a scheme");
  private static final Term YEAR =
      new Term("year", "Year", Kind.WHOLE, "", List.of(), false, "a year", new BigDecimal("2023"));
  private static final Term TARGET = number("target");
  private static final Term RATE = number("rate");

  private static final PolicyTable TARGETS =
      table("targets")
          .asks(YEAR)
          .answers(TARGET)
          .row(when(years(2023, 2025)), decimal("145"))
          .row(when(years(2026, 2029)), decimal("112"))
          .build();

  private static final PolicyTable RATES =
      table("rates")
          .asks(SCHEME, YEAR)
          .answers(RATE)
          .row(when(is("PAYG"), years(2023, 2026)), decimal("6"))
          .row(when(is("FLEET"), years(2023, 2026)), decimal("3"))
          .row(when(is("PAYG"), years(2027, 2035)), decimal("7"))
          .row(when(is("FLEET"), years(2027, 2035)), decimal("4"))
          .build();

  private static final String RULES =
      """
      package nz.cleancar.rules
      rule "Targets first" when Topic(name == "charge") then askTargets(known); end
      rule "Then rates" when TargetsRow() then askRates(known); end
      """;

  @Test
  void scenarios_that_fail_without_a_change_are_named_and_nothing_is_tried() {
    try (var policy = policy(Coverage.PLAIN)) {
      // Given
      var wrong =
          new Scenario(
              new Suite("charges", "", "", "charge", "charges.yml", ""),
              "A wrong one",
              "",
              List.of(),
              Place.of("charges.yml"),
              asking("PAYG", 2026),
              List.of(new Expectation.Outcome(Place.of("charges.yml"), "UNDECIDED")));

      // When
      var mutation =
          new MutationRun(
                  policy, List.of(scenario(policy, "PAYG", 2024), wrong), MutationRun.Options.USUAL)
              .tryAll(MutationRun.Progress.silent());

      // Then
      assertThat(mutation).isInstanceOf(Mutation.Refused.class);
      assertThat(((Mutation.Refused) mutation).because())
          .isEqualTo(
              "Mutants are tried once every scenario passes; these fail: charges: A wrong one.");
    }
  }

  @Test
  void a_mutant_is_killed_by_the_first_scenario_that_fails_on_it() {
    try (var policy = policy(Coverage.PLAIN)) {
      // Given
      var fleet = scenario(policy, "FLEET", 2024);
      var payg = scenario(policy, "PAYG", 2024);

      // Then
      assertThat(fate(policy, "rates.xlsx C9: 6 became 60", fleet, payg))
          .isEqualTo(new Fate.Killed(List.of(payg)));
      assertThat(fate(policy, "targets.xlsx B9: 145 became 154", fleet, payg))
          .isEqualTo(new Fate.Killed(List.of(fleet)));
    }
  }

  @Test
  void all_killers_are_found_where_all_are_asked_for_on_any_number_of_threads() {
    try (var policy = policy(Coverage.PLAIN)) {
      // Given
      var mutants = Mutants.of(policy.policy());
      var scenarios = List.of(scenario(policy, "FLEET", 2024), scenario(policy, "PAYG", 2024));

      // When
      var one = report(policy, mutants, scenarios, new MutationRun.Options(1, true, false));
      var four = report(policy, mutants, scenarios, new MutationRun.Options(4, true, false));

      // Then
      assertThat(one.killed())
          .filteredOn(trial -> trial.mutant().text().equals("targets.xlsx B9: 145 became 154"))
          .extracting(MutationReport.Trial::fate)
          .containsExactly(new Fate.Killed(scenarios));
      assertThat(four).isEqualTo(one);
      assertThat(one.trials()).extracting(MutationReport.Trial::mutant).isEqualTo(mutants);
      assertThat(one.verdicts()).isEqualTo(2L * mutants.size());
    }
  }

  @Test
  void a_survivor_has_a_question_that_kills_it_once_it_is_a_scenario() {
    try (var policy = policy(Coverage.PLAIN)) {
      // Given
      String mutant = "rates.xlsx C9: 6 became 60";
      var survived = (Fate.Survived) fate(policy, mutant, scenario(policy, "FLEET", 2024));
      Witness question = survived.question().map(ChangedQuestion::question).orElseThrow();

      // When
      var suggested =
          OwnAnswers.scenario(policy, "suggested", new Facts(question.topic(), question.values()));

      // Then
      assertThat(fate(policy, mutant, suggested)).isEqualTo(new Fate.Killed(List.of(suggested)));
    }
  }

  @Test
  void a_change_outside_what_a_number_may_be_means_the_same() {
    try (var policy = policy(Coverage.PLAIN)) {
      assertThat(
              fate(
                  policy,
                  "targets.xlsx A9: [2023..2025] became [2022..2025]",
                  scenario(policy, "FLEET", 2024)))
          .isInstanceOfSatisfying(
              Fate.Equivalent.class,
              equivalent -> assertThat(equivalent.ground()).isEqualTo(Fate.Ground.SAME_MEANING));
    }
  }

  @Test
  void a_change_where_a_table_that_answers_together_has_no_row_is_left_out() {
    try (var policy = policy(together())) {
      assertThat(fate(policy, LATER, scenario(policy, "FLEET", 2024)))
          .isEqualTo(
              new Fate.Equivalent(
                  Fate.Ground.NEVER_ASKED,
                  "By the vocabulary's coverage, rates and targets answer together, and targets has"
                      + " no row for any day of the change."));
    }
  }

  @Test
  void a_change_where_that_table_has_a_row_survives() {
    try (var policy = policy(together())) {
      assertThat(
              fate(
                  policy,
                  "rates.xlsx B11: [2027..2035] became [2028..2035]",
                  scenario(policy, "FLEET", 2024)))
          .isInstanceOfSatisfying(
              Fate.Survived.class, survived -> assertThat(survived.question()).isPresent());
    }
  }

  @Test
  void without_the_statement_that_they_answer_together_the_change_survives() {
    try (var policy = policy(Coverage.PLAIN)) {
      assertThat(fate(policy, LATER, scenario(policy, "FLEET", 2024)))
          .isEqualTo(new Fate.Survived(null));
    }
  }

  @Test
  void a_statement_that_a_question_contradicts_leaves_nothing_out() {
    // Given
    String alone =
        RULES + "rule \"Rates alone\" when Topic(name == \"rate\") then askRates(known); end\n";
    try (var policy = policy(together(), alone)) {
      // Then
      assertThat(fate(policy, LATER, scenario(policy, "FLEET", 2024)))
          .isInstanceOfSatisfying(
              Fate.Survived.class,
              survived ->
                  assertThat(survived.question())
                      .hasValueSatisfying(
                          question -> assertThat(question.question().topic()).isEqualTo("rate")));
    }
  }

  @Test
  void a_change_for_words_that_are_not_asked_is_left_out() {
    // Given
    var asked =
        new Coverage(Map.of(), Map.of("rates", Map.of("scheme", List.of("PAYG"))), List.of());
    String payg =
        """
        package nz.cleancar.rules
        rule "Only PAYG" when Topic(name == "charge", word("scheme") == "PAYG") then askRates(known); end
        """;
    try (var policy = policy(asked, payg)) {
      // Then
      assertThat(fate(policy, "rates.xlsx C10: 3 became 4", scenario(policy, "PAYG", 2024)))
          .isEqualTo(
              new Fate.Equivalent(
                  Fate.Ground.NEVER_ASKED,
                  "By the vocabulary's coverage, rates is asked only for Scheme PAYG."));
    }
  }

  @Test
  void a_run_that_takes_more_work_than_is_allowed_stops_and_says_so() {
    try (var policy = policy(Coverage.PLAIN)) {
      // Given
      var scenarios = List.of(scenario(policy, "FLEET", 2024), scenario(policy, "PAYG", 2024));
      long needed = scenarios.size() + runs(policy, scenarios);
      var told = new ArrayList<Integer>();

      // When
      var enough = bounded(policy, scenarios, needed, false).tryAll((done, _) -> told.add(done));
      int all = told.size();
      var tooMuch = bounded(policy, scenarios, needed - 1, false).tryAll((_, _) -> {});
      var atOnce = bounded(policy, scenarios, 1, false).tryAll((done, _) -> told.add(done));

      // Then
      assertThat(enough).isInstanceOf(Mutation.Tried.class);
      assertThat(tooMuch).isEqualTo(new Mutation.TooMuch(needed - 1));
      assertThat(atOnce).isEqualTo(new Mutation.TooMuch(1));
      assertThat(told).hasSize(all);
      assertThat(new Mutation.TooMuch(12).because())
          .isEqualTo(
              "To try these mutants the rules would run more than 12 times, which is more than is"
                  + " allowed here; try fewer scenarios or the mutants of fewer tables.");
    }
  }

  @Test
  void looking_into_survivors_counts_as_work() {
    try (var policy = policy(Coverage.PLAIN)) {
      // Given
      var scenarios = List.of(scenario(policy, "FLEET", 2024));
      long needed = scenarios.size() + runs(policy, scenarios);

      // When
      var mutation = bounded(policy, scenarios, needed, true).tryAll((_, _) -> {});

      // Then
      assertThat(mutation).isEqualTo(new Mutation.TooMuch(needed));
    }
  }

  /** For how many verdicts the rules run anew. */
  private static long runs(CompiledPolicy policy, List<Scenario> scenarios) {
    return report(
            policy,
            Mutants.of(policy.policy()),
            scenarios,
            new MutationRun.Options(2, false, false))
        .runs();
  }

  private static MutationRun bounded(
      CompiledPolicy policy, List<Scenario> scenarios, long mostRuns, boolean explained) {
    return new MutationRun(
        policy, scenarios, new MutationRun.Options(2, false, explained, mostRuns));
  }

  @Test
  void progress_is_told_of_every_mutant() {
    try (var policy = policy(Coverage.PLAIN)) {
      // Given
      var told = new ArrayList<Integer>();
      int all = Mutants.of(policy.policy()).size();

      // When
      new MutationRun(
              policy,
              List.of(scenario(policy, "PAYG", 2024)),
              new MutationRun.Options(2, false, false))
          .tryAll((done, of) -> told.add(of == all ? done : -1));

      // Then
      assertThat(told).hasSize(all).isSorted().first().isEqualTo(1);
    }
  }

  @Test
  void a_score_is_rounded_down_so_that_100_means_all() {
    assertThat(new Score(319, 1, 5).text()).isEqualTo("319 of 320, 99 %");
    assertThat(new Score(320, 0, 5).percent()).isEqualTo(100);
    assertThat(new Score(0, 1, 5).percent()).isZero();
    assertThat(new Score(320, 1, 5).all()).isEqualTo(326);
  }

  @Test
  void the_scores_of_the_tables_add_up() {
    try (var policy = policy(Coverage.PLAIN)) {
      // When
      var report =
          report(
              policy,
              Mutants.of(policy.policy()),
              List.of(scenario(policy, "FLEET", 2024)),
              new MutationRun.Options(2, false, false));

      // Then
      assertThat(report.byTable()).containsOnlyKeys("targets", "rates");
      assertThat(report.byTable().values().stream().mapToInt(Score::all).sum())
          .isEqualTo(report.score().all());
      assertThat(report.killed().size() + report.survivors().size() + report.equivalents().size())
          .isEqualTo(report.trials().size());
    }
  }

  private static Coverage together() {
    return new Coverage(
        Map.of("year", "legalDate"), Map.of(), List.of(List.of("targets", "rates")));
  }

  private static CompiledPolicy policy(Coverage coverage) {
    return policy(coverage, RULES);
  }

  private static CompiledPolicy policy(Coverage coverage, String rules) {
    var facts = List.of("scheme", "year");
    return ShippedPolicy.compiled(
        new Policy(
            new PolicyVersion("sha256:" + "0".repeat(64)),
            new Vocabulary(
                Map.of("charge", facts, "rate", facts),
                List.of(SCHEME, YEAR, TARGET, RATE),
                coverage),
            List.of(RATES, TARGETS),
            List.of(new RuleSet("charges.drl", rules))));
  }

  /** What becomes of one mutant. */
  private static Fate fate(CompiledPolicy policy, String text, Scenario... scenarios) {
    var mutants =
        Mutants.of(policy.policy()).stream().filter(each -> each.text().equals(text)).toList();
    assertThat(mutants).as(text).hasSize(1);
    return report(policy, mutants, List.of(scenarios), MutationRun.Options.USUAL)
        .trials()
        .getFirst()
        .fate();
  }

  private static MutationReport report(
      CompiledPolicy policy,
      List<Mutant> mutants,
      List<Scenario> scenarios,
      MutationRun.Options options) {
    return switch (new MutationRun(policy, scenarios, options)
        .tryAll(mutants, MutationRun.Progress.silent())) {
      case Mutation.Tried(MutationReport report) -> report;
      case Mutation.Refused refused -> throw new AssertionError(refused.because());
      case Mutation.TooMuch tooMuch -> throw new AssertionError(tooMuch.because());
    };
  }

  private static Scenario scenario(CompiledPolicy policy, String scheme, long year) {
    return OwnAnswers.scenario(policy, scheme + " " + year, asking(scheme, year));
  }

  private static Facts asking(String scheme, long year) {
    return new Facts("charge", Map.of("scheme", Value.of(scheme), "year", Value.of(year)));
  }

  private static Condition years(long first, long last) {
    return new Condition.Range(new Bound(Value.of(first), true), new Bound(Value.of(last), true));
  }

  private static Term number(String name) {
    return new Term(name, name, Kind.DECIMAL, "", List.of(), false, name);
  }

  private static Value decimal(String number) {
    return Value.of(new BigDecimal(number));
  }
}
