package nz.cleancar.scenario.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import nz.cleancar.policy.CompiledPolicy;
import nz.cleancar.policy.table.PolicyTable;
import nz.cleancar.scenario.Scenario;
import nz.cleancar.scenario.ScenarioRunner;
import nz.cleancar.scenario.mutation.Mutant.Slip;
import nz.cleancar.testing.OwnAnswers;
import nz.cleancar.testing.ShippedPolicy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What the run says of a mutant is what a policy that is built with it does. */
class MutationAgainstBuildsTest {

  private static final int SCENARIOS = 800;
  private static final int OF_EACH_SLIP = 4;
  private static final int LEAST_BUILT = 60;
  private static final long SEED = 20_260_302;

  private static final CompiledPolicy SHIPPED = ShippedPolicy.compiled();

  @AfterAll
  static void close() {
    SHIPPED.close();
  }

  @Test
  void every_verdict_on_a_mutant_is_that_of_a_build_with_it() {
    // Given
    var mutants = chosen(Mutants.of(SHIPPED.policy()));
    var scenarios = OwnAnswers.of(SHIPPED, SCENARIOS);

    // When
    var all = report(mutants, scenarios, new MutationRun.Options(2, true, false));
    var first = report(mutants, scenarios, new MutationRun.Options(2, false, false));

    // Then
    assertThat(mutants).hasSizeGreaterThanOrEqualTo(LEAST_BUILT);
    assertThat(all.killed()).as("killed mutants").hasSizeGreaterThan(LEAST_BUILT / 3);
    for (int number = 0; number < mutants.size(); number++) {
      var mutant = mutants.get(number);
      var failing = failing(mutant, scenarios);
      assertThat(killers(all, number)).as(mutant.text()).isEqualTo(failing);
      assertThat(killers(first, number))
          .as(mutant.text())
          .isEqualTo(failing.stream().limit(1).toList());
    }
  }

  private static MutationReport report(
      List<Mutant> mutants, List<Scenario> scenarios, MutationRun.Options options) {
    return switch (new MutationRun(SHIPPED, scenarios, options)
        .tryAll(mutants, MutationRun.Progress.silent())) {
      case Mutation.Tried(MutationReport report) -> report;
      case Mutation.Refused refused -> throw new AssertionError(refused.because());
      case Mutation.TooMuch tooMuch -> throw new AssertionError(tooMuch.because());
    };
  }

  private static List<String> killers(MutationReport report, int number) {
    return switch (report.trials().get(number).fate()) {
      case Fate.Killed(List<Scenario> killers) -> killers.stream().map(Scenario::name).toList();
      case Fate.Survived _, Fate.Equivalent _ -> List.of();
    };
  }

  private static List<String> failing(Mutant mutant, List<Scenario> scenarios) {
    try (var built = ShippedPolicy.compiledWith(mutant.changed(), SHIPPED.policy())) {
      return scenarios.stream()
          .filter(scenario -> !ScenarioRunner.run(built, scenario).passed())
          .map(Scenario::name)
          .toList();
    }
  }

  /** Some of each slip, of as many tables as can be, and one at least of every table. */
  private static List<Mutant> chosen(List<Mutant> mutants) {
    var shuffled = new ArrayList<>(mutants);
    Collections.shuffle(shuffled, new Random(SEED));
    Map<Slip, List<Mutant>> bySlip =
        shuffled.stream()
            .collect(
                Collectors.groupingBy(
                    Mutant::slip, () -> new EnumMap<>(Slip.class), Collectors.toList()));
    var chosen = new ArrayList<Mutant>();
    bySlip.values().forEach(some -> chosen.addAll(ofManyTables(some)));
    var tables = chosen.stream().map(Mutant::table).collect(Collectors.toSet());
    for (PolicyTable table : SHIPPED.policy().tables()) {
      if (!tables.contains(table.id())) {
        shuffled.stream()
            .filter(mutant -> mutant.table().equals(table.id()))
            .findFirst()
            .ifPresent(chosen::add);
      }
    }
    return chosen;
  }

  private static List<Mutant> ofManyTables(List<Mutant> mutants) {
    var tables = new HashSet<String>();
    var firsts = mutants.stream().filter(mutant -> tables.add(mutant.table())).toList();
    var others = mutants.stream().filter(mutant -> !firsts.contains(mutant)).toList();
    var ordered = new ArrayList<>(firsts);
    ordered.addAll(others);
    return ordered.stream().limit(OF_EACH_SLIP).toList();
  }
}
