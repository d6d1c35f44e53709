package nz.cleancar.bench;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nz.cleancar.policy.CompiledPolicy;
import nz.cleancar.policy.Policy;
import nz.cleancar.policy.PolicyFolder;
import nz.cleancar.scenario.Scenario;
import nz.cleancar.scenario.ScenarioRunner;
import nz.cleancar.scenario.Selection;
import nz.cleancar.scenario.SuiteFile;
import nz.cleancar.scenario.Suites;
import nz.cleancar.scenario.mutation.Fate;
import nz.cleancar.scenario.mutation.Mutant;
import nz.cleancar.scenario.mutation.Mutants;
import nz.cleancar.scenario.mutation.Mutation;
import nz.cleancar.scenario.mutation.MutationReport;
import nz.cleancar.scenario.mutation.MutationRun;
import nz.cleancar.scenario.xlsx.XlsxSuiteReader;
import nz.cleancar.scenario.yaml.YamlSuiteReader;
import nz.cleancar.testing.ShippedPolicy;

/**
 * How many verdicts, of a case on a mutant, are settled in a second: by the mutation run of the
 * shipped policy, and by building the policy anew for each mutant and running every case on it.
 * Both use two threads, and every verdict of a build is held against the run's.
 */
final class MutateFigures {

  private static final double LEAST_RATIO = 50;
  private static final int THREADS = 2;
  private static final int BUILDS_A_ROUND = 16;
  private static final MutationRun.Options ALL_KILLERS =
      new MutationRun.Options(THREADS, true, false);

  private final Plan plan;
  private final Rounds perSecond = new Rounds();

  MutateFigures(Plan plan) {
    this.plan = plan;
  }

  void measure(Figures figures) throws InterruptedException {
    try (var policy = ShippedPolicy.compiled()) {
      var mutants = Mutants.of(policy.policy());
      var cases = cases(policy.policy());
      MutationReport report = run(policy, cases);
      hold(report, builds(policy, sample(mutants, 0), cases));
      long verdicts = 0;
      for (int round = 1; round <= plan.mutateRounds(); round++) {
        long start = System.nanoTime();
        report = run(policy, cases);
        perSecond.add("run", report.verdicts() / seconds(start));
        start = System.nanoTime();
        var built = builds(policy, sample(mutants, round), cases);
        long settled = (long) built.size() * cases.size();
        perSecond.add("builds", settled / seconds(start));
        hold(report, built);
        verdicts += settled;
        Plan.say(
            "mutate, round %d: %s cases a second, one build a mutant %s"
                .formatted(
                    round,
                    Figures.number(perSecond.last("run")),
                    Figures.number(perSecond.last("builds"))));
      }
      tell(figures, report, verdicts);
    }
  }

  /** All cases of the shipped suites. */
  private static List<Scenario> cases(Policy policy) {
    var cases = new ArrayList<Scenario>();
    var files = SuiteFile.of(new PolicyFolder(ShippedPolicy.FOLDER).read().sources());
    var findings =
        new Suites(List.of(new XlsxSuiteReader(), new YamlSuiteReader()))
            .read(policy, files, Selection.ALL, cases::add)
            .findings();
    if (cases.isEmpty() || !findings.isEmpty()) {
      throw new IllegalStateException("The shipped suites cannot be read: " + findings);
    }
    return cases;
  }

  private void tell(Figures figures, MutationReport report, long held) {
    figures.atLeast(
        LEAST_RATIO,
        "mutation run, verdicts of %,d cases on %,d mutants, against a build for each mutant"
            .formatted(report.scenarios(), report.trials().size()),
        Figures.number(perSecond.median("run")) + "/s",
        Figures.number(perSecond.median("builds")) + "/s",
        perSecond.ratio("run", "builds"));
    figures.alone(
        "verdicts of a mutation run, and those for which the rules run anew",
        "%,d and %,d".formatted(report.verdicts(), report.runs()));
    figures.alone(
        "verdicts that were the same with a build, and those that were not",
        "%,d and 0".formatted(held));
  }

  private static MutationReport run(CompiledPolicy policy, List<Scenario> cases) {
    return switch (new MutationRun(policy, cases, ALL_KILLERS)
        .tryAll(MutationRun.Progress.silent())) {
      case Mutation.Tried(MutationReport report) -> report;
      case Mutation.Refused refused -> throw new IllegalStateException(refused.because());
      case Mutation.TooMuch tooMuch -> throw new IllegalStateException(tooMuch.because());
    };
  }

  /** Mutants spread over all tables, others in each round. */
  private static List<Mutant> sample(List<Mutant> mutants, int round) {
    int apart = mutants.size() / BUILDS_A_ROUND;
    return IntStream.range(0, BUILDS_A_ROUND)
        .mapToObj(number -> mutants.get(number * apart + (round * 37) % apart))
        .toList();
  }

  /**
   * What a build comes to.
   *
   * @param failing the names of the cases that fail on it
   */
  private record Built(Mutant mutant, Set<String> failing) {}

  private static List<Built> builds(
      CompiledPolicy policy, List<Mutant> mutants, List<Scenario> cases)
      throws InterruptedException {
    try (var threads = Executors.newFixedThreadPool(THREADS)) {
      var built = new ArrayList<Built>();
      for (Future<Built> each :
          threads.invokeAll(
              mutants.stream()
                  .map(mutant -> (Callable<Built>) () -> build(policy, mutant, cases))
                  .toList())) {
        built.add(each.get());
      }
      return built;
    } catch (ExecutionException e) {
      throw new IllegalStateException("A build failed.", e.getCause());
    }
  }

  private static Built build(CompiledPolicy policy, Mutant mutant, List<Scenario> cases) {
    try (var built = ShippedPolicy.compiledWith(mutant.changed(), policy.policy())) {
      return new Built(
          mutant,
          cases.stream()
              .filter(each -> !ScenarioRunner.run(built, each).passed())
              .map(MutateFigures::name)
              .collect(Collectors.toSet()));
    }
  }

  /** A verdict that differs ends the run. */
  private static void hold(MutationReport report, List<Built> built) {
    for (Built each : built) {
      var failing =
          report.trials().stream()
              .filter(trial -> trial.mutant().equals(each.mutant()))
              .map(trial -> killers(trial.fate()))
              .findFirst()
              .orElseThrow();
      if (!failing.equals(each.failing())) {
        throw new IllegalStateException("A build has other verdicts: " + each.mutant().text());
      }
    }
  }

  private static Set<String> killers(Fate fate) {
    return switch (fate) {
      case Fate.Killed(List<Scenario> killers) ->
          killers.stream().map(MutateFigures::name).collect(Collectors.toSet());
      case Fate.Survived _, Fate.Equivalent _ -> new HashSet<>();
    };
  }

  private static String name(Scenario scenario) {
    return scenario.suite().id() + ": " + scenario.name();
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
