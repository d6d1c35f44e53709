package nz.cleancar.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import nz.cleancar.decision.DecisionMaker;
import nz.cleancar.policy.CompiledPolicy;
import nz.cleancar.policy.Facts;
import nz.cleancar.policy.PolicyFolder;
import nz.cleancar.policy.table.Condition;
import nz.cleancar.policy.table.Row;
import nz.cleancar.policy.table.Value;
import nz.cleancar.scenario.Answer;
import nz.cleancar.scenario.Scenario;
import nz.cleancar.scenario.ScenarioRunner;
import nz.cleancar.scenario.Selection;
import nz.cleancar.scenario.SuiteFile;
import nz.cleancar.scenario.Suites;
import nz.cleancar.scenario.mutation.Fate;
import nz.cleancar.scenario.mutation.Mutant;
import nz.cleancar.scenario.mutation.Mutants;
import nz.cleancar.scenario.mutation.Mutation;
import nz.cleancar.scenario.mutation.MutationRun;
import nz.cleancar.scenario.xlsx.XlsxSuiteReader;
import nz.cleancar.scenario.yaml.YamlSuiteReader;
import nz.cleancar.testing.PolicyCopy;
import nz.cleancar.testing.ShippedPolicy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Breaks single cells of the shipped workbooks as a hand would, in the files themselves, and builds
 * the policy anew. {@code -Dbroken.seed=…} repeats a run.
 */
class BrokenByHandTest {

  private static final int CELLS = 30;

  /** The most cells that may be passed over since a wrong value there means the same. */
  private static final int MOST_SKIPPED = 10;

  private static final int QUESTIONS = 300;
  private static final CompiledPolicy POLICY = ShippedPolicy.compiled();

  private final long seed = Long.getLong("broken.seed", System.nanoTime());
  private final Random random = new Random(seed);

  @TempDir private Path folder;

  @AfterAll
  static void close() {
    POLICY.close();
  }

  @Test
  void any_one_cell_that_is_broken_makes_a_named_scenario_fail() {
    // Given
    System.out.println("broken.seed=" + seed);
    var scenarios = scenarios();

    // When
    var unnoticed = new ArrayList<String>();
    int broken = 0;
    var skipped = new ArrayList<Mutant>();
    for (Mutant mutant : chosen(scenarios, skipped)) {
      var failing = failing(mutant, folder.resolve("broken-" + ++broken), scenarios);
      System.out.println(mutant.text() + " -> " + failing.stream().limit(1).toList());
      if (failing.isEmpty()) {
        unnoticed.add(mutant.text());
      }
    }

    // Then
    assertThat(broken).isEqualTo(CELLS);
    assertThat(skipped).hasSizeLessThanOrEqualTo(MOST_SKIPPED);
    for (Mutant mutant : skipped) {
      assertThat(answeredOtherwise(mutant, folder.resolve("skipped-" + ++broken)))
          .as("said to mean the same: %s, with -Dbroken.seed=%d", mutant.text(), seed)
          .isEmpty();
    }
    assertThat(unnoticed).as("not noticed, with -Dbroken.seed=%d", seed).isEmpty();
  }

  private static List<Scenario> scenarios() {
    var scenarios = new ArrayList<Scenario>();
    var findings =
        new Suites(List.of(new XlsxSuiteReader(), new YamlSuiteReader()))
            .read(
                POLICY.policy(),
                SuiteFile.of(new PolicyFolder(ShippedPolicy.FOLDER).read().sources()),
                Selection.ALL,
                scenarios::add)
            .findings();
    assertThat(findings).isEmpty();
    return scenarios;
  }

  /** A wrong value for each of some cells; those that are said to mean the same are skipped. */
  private List<Mutant> chosen(List<Scenario> scenarios, List<Mutant> skipped) {
    var byCell =
        Mutants.of(POLICY.policy()).stream()
            .filter(mutant -> mutant.cell().cell().matches("[A-Z]+[0-9]+"))
            .collect(Collectors.groupingBy(Mutant::cell));
    var cells = new ArrayList<>(byCell.keySet());
    Collections.sort(cells);
    Collections.shuffle(cells, random);
    var chosen = new ArrayList<Mutant>();
    for (int i = 0; chosen.size() < CELLS; i++) {
      var mutants = byCell.getOrDefault(cells.get(i), List.of());
      var mutant = mutants.get(random.nextInt(mutants.size()));
      (meansTheSame(mutant, scenarios) ? skipped : chosen).add(mutant);
    }
    return chosen;
  }

  private static boolean meansTheSame(Mutant mutant, List<Scenario> scenarios) {
    return switch (new MutationRun(POLICY, scenarios, MutationRun.Options.USUAL)
        .tryAll(List.of(mutant), MutationRun.Progress.silent())) {
      case Mutation.Tried tried ->
          tried.report().trials().getFirst().fate() instanceof Fate.Equivalent;
      case Mutation.Refused refused -> throw new AssertionError(refused.because());
      case Mutation.TooMuch tooMuch -> throw new AssertionError(tooMuch.because());
    };
  }

  /** Questions that are answered otherwise once the cell is changed in its file. */
  private static List<Facts> answeredOtherwise(Mutant mutant, Path folder) {
    var copy = PolicyCopy.of(ShippedPolicy.FOLDER, folder);
    copy.table(mutant.table()).change(mutant.cell().cell(), typed(mutant));
    var classes = POLICY.policy().vocabulary().named("vehicleClass").orElseThrow().allowed();
    var questions = new AnyQuestion(new ReferenceEvaluator(POLICY.policy()), classes).arbitrary();
    try (var broken = ShippedPolicy.compiled(copy.folder())) {
      return questions
          .sampleStream()
          .filter(question -> classes.contains(question.vehicle().vehicleClass().code()))
          .limit(QUESTIONS)
          .map(DecisionMaker::facts)
          .filter(facts -> !isSame(answer(POLICY, facts), answer(broken, facts)))
          .toList();
    }
  }

  private static Answer answer(CompiledPolicy policy, Facts facts) {
    return Answer.of(facts, policy.run(facts));
  }

  private static boolean isSame(Answer before, Answer after) {
    return before.outcome().equals(after.outcome())
        && Set.copyOf(before.reasonCodes()).equals(Set.copyOf(after.reasonCodes()))
        && (before.outcome().equals(Answer.UNDECIDED)
            || before.run().values().equals(after.run().values()));
  }

  /** The names of the scenarios that fail once the cell is changed in its file. */
  private static List<String> failing(Mutant mutant, Path folder, List<Scenario> scenarios) {
    var copy = PolicyCopy.of(ShippedPolicy.FOLDER, folder);
    copy.table(mutant.table()).change(mutant.cell().cell(), typed(mutant));
    try (var broken = ShippedPolicy.compiled(copy.folder())) {
      return scenarios.stream()
          .filter(scenario -> !ScenarioRunner.run(broken, scenario).passed())
          .map(scenario -> scenario.suite().id() + ": " + scenario.name())
          .toList();
    }
  }

  /** What a hand would type: numbers and days as such, the rest as text. */
  private static Object typed(Mutant mutant) {
    String letters = mutant.cell().cell().replaceAll("[0-9]+", "");
    int number = Integer.parseInt(mutant.cell().cell().replaceAll("[A-Z]+", ""));
    int column = mutant.changed().letters().indexOf(letters);
    int inputs = mutant.changed().inputs().size();
    Function<Row, Object> cell =
        row ->
            column < inputs
                ? typed(row.conditions().get(column))
                : typed(row.outcomes().get(column - inputs));
    return mutant.changed().rows().stream()
        .filter(row -> row.number() == number)
        .findFirst()
        .map(cell)
        .orElseThrow();
  }

  private static Object typed(Condition condition) {
    return condition instanceof Condition.OneOf(List<Value> values) && values.size() == 1
        ? typed(values.getFirst())
        : condition.text();
  }

  private static Object typed(Value value) {
    return switch (value) {
      case Value.Whole(long number) -> (double) number;
      case Value.Decimal(var number) -> number.doubleValue();
      case Value.Day(var date) -> date;
      case Value.Word _, Value.Words _, Value.YesNo _, Value.Sentence _ -> value.text();
    };
  }
}
