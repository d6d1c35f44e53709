package nz.cleancar.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import nz.cleancar.policy.CompiledPolicy;
import nz.cleancar.policy.Finding;
import nz.cleancar.policy.table.Nearest;
import nz.cleancar.policy.table.PolicyTable;
import nz.cleancar.report.HtmlReport;
import nz.cleancar.report.RunResult;
import nz.cleancar.scenario.Scenario;
import nz.cleancar.scenario.ScenarioRunner;
import nz.cleancar.scenario.Unmet;
import nz.cleancar.scenario.coverage.CoverageRun;
import nz.cleancar.scenario.mutation.Fate;
import nz.cleancar.scenario.mutation.Mutant;
import nz.cleancar.scenario.mutation.Mutants;
import nz.cleancar.scenario.mutation.Mutation;
import nz.cleancar.scenario.mutation.MutationReport;
import nz.cleancar.scenario.mutation.MutationReport.Trial;
import nz.cleancar.scenario.mutation.MutationRun;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Changes one cell at a time, and tells which change no scenario would notice. */
@Command(
    name = "mutate",
    mixinStandardHelpOptions = true,
    description = {
      "Change one cell at a time as people mistype it, and tell which change no scenario notices.",
      "The last line is the score. Exit code 1 says that a scenario fails as it is, that a suite has"
          + " faults, that there is no scenario, or that the score is below --at-least."
    })
final class Mutate implements Callable<Integer> {

  /** What all scenarios may be, since all of them are held at once. */
  private static final int MOST_SCENARIOS = 50_000;

  @Mixin private ChosenSuites chosen = new ChosenSuites();

  @Mixin private ProvedPolicy proved = new ProvedPolicy();

  @Option(
      names = "--table",
      paramLabel = "TABLE",
      split = ",",
      description = "Only cells of this table, or one of these.")
  private Set<String> tables = Set.of();

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description =
          "Write the page of `ccs test --html`, with what no scenario notices at its cells.")
  private @Nullable Path html;

  @Option(
      names = "--all",
      description = "Print also the mutants that are left out since they mean the same, and why.")
  private boolean all;

  @Option(
      names = "--at-least",
      paramLabel = "PERCENT",
      description = "How many of a hundred mutants must be noticed (default: none).")
  private int atLeast;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    ChosenSuites.checkPercent(atLeast, spec.commandLine());
    Optional.ofNullable(html).ifPresent(Written::check);
    try (var opened = proved.open()) {
      var policy = opened.policy();
      checkTables(policy.policy().tables());
      var mutants =
          Mutants.of(policy.policy()).stream()
              .filter(mutant -> tables.isEmpty() || tables.contains(mutant.table()))
              .toList();
      var scenarios = scenarios(opened);
      var run = new MutationRun(policy, scenarios, MutationRun.Options.USUAL);
      return switch (tried(run, mutants)) {
        case Mutation.Refused refused -> throw new Ccs.Refusal(refused.because());
        case Mutation.TooMuch tooMuch -> throw new Ccs.Refusal(tooMuch.because());
        case Mutation.Tried(MutationReport report) -> {
          if (html != null) {
            writeHtml(html, policy, scenarios, report);
          }
          print(report, out);
          yield report.score().percent() < atLeast ? Ccs.FAULTY : 0;
        }
      };
    }
  }

  private static void writeHtml(
      Path html, CompiledPolicy policy, List<Scenario> scenarios, MutationReport report) {
    var coverage = new CoverageRun(policy);
    var gathering = new RunResult.Gathering();
    for (Scenario scenario : scenarios) {
      var watched = policy.watch(scenario.given());
      coverage.add(scenario, watched);
      gathering.add(ScenarioRunner.verdict(scenario, watched.run()));
    }
    Written.text(
        html,
        file ->
            new HtmlReport().write(gathering.result(), coverage.report(), List.of(), report, file));
  }

  private static Mutation tried(MutationRun run, List<Mutant> mutants) {
    try (var progress = Progress.of("Mutants", mutants.size())) {
      return run.tryAll(mutants, (done, _) -> progress.stepTo(done));
    }
  }

  private void checkTables(List<PolicyTable> known) {
    var ids = known.stream().map(PolicyTable::id).toList();
    for (String table : tables) {
      if (!ids.contains(table)) {
        throw new Ccs.Refusal(
            "There is no table `%s`%s."
                .formatted(
                    table, Nearest.to(table, ids).map(id -> "; is it `" + id + "`?").orElse("")));
      }
    }
  }

  private List<Scenario> scenarios(ProvedPolicy.Opened opened) {
    var scenarios = new ArrayList<Scenario>();
    var reading =
        SuiteFiles.suites()
            .read(
                opened.policy().policy(),
                chosen.files(opened.sources()),
                chosen.selection(),
                scenario -> {
                  if (scenarios.size() == MOST_SCENARIOS) {
                    throw new Ccs.Refusal(
                        "Mutants are tried on at most %,d scenarios; choose some by suite or tag."
                            .formatted(MOST_SCENARIOS));
                  }
                  scenarios.add(scenario);
                });
    if (reading.findings().stream().anyMatch(Finding::isError)) {
      throw new Ccs.Refusal(
          reading.findings().stream()
              .map(Finding::lines)
              .collect(Collectors.joining(System.lineSeparator())));
    }
    if (!reading.unmet().isEmpty()) {
      throw new Ccs.Refusal(
          reading.unmet().stream()
              .map(Unmet::says)
              .collect(Collectors.joining(System.lineSeparator())));
    }
    if (scenarios.isEmpty()) {
      throw new Ccs.Refusal("No suite has a scenario.");
    }
    return scenarios;
  }

  private void print(MutationReport report, PrintWriter out) {
    if (!report.survivors().isEmpty()) {
      out.println("No scenario notices");
      report.survivors().forEach(trial -> survivor(trial, out));
      out.println();
    }
    if (all && !report.equivalents().isEmpty()) {
      out.println("Left out, since no scenario could notice");
      report.equivalents().forEach(trial -> equivalent(trial, out));
      out.println();
    }
    int widest = report.byTable().keySet().stream().mapToInt(String::length).max().orElse(1);
    report
        .byTable()
        .forEach((table, score) -> out.printf("  %-" + widest + "s  %s%n", table, score.text()));
    var score = report.score();
    out.printf(
        "%n%,d scenarios on %,d mutants: %,d verdicts, %,d of them run anew; %,d mutants left out,"
            + " since they mean the same or are never asked.%n",
        report.scenarios(), score.all(), report.verdicts(), report.runs(), score.equivalent());
    out.printf("Mutation score %s%n", score.text());
  }

  private static void survivor(Trial trial, PrintWriter out) {
    out.printf("  %s%n", trial.mutant().text());
    if (trial.fate() instanceof Fate.Survived survived) {
      survived
          .question()
          .ifPresentOrElse(
              question -> out.printf("    shown by  %s%n", question.question().text()),
              () -> out.printf("    no question was found that shows it%n"));
    }
  }

  private static void equivalent(Trial trial, PrintWriter out) {
    out.printf("  %s%n", trial.mutant().text());
    if (trial.fate() instanceof Fate.Equivalent equivalent) {
      out.printf("    %s%n", equivalent.why());
    }
  }
}
