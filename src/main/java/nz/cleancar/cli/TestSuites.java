package nz.cleancar.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import nz.cleancar.policy.Finding;
import nz.cleancar.report.HtmlReport;
import nz.cleancar.scenario.SuiteFile;
import nz.cleancar.scenario.Suites;
import nz.cleancar.scenario.coverage.CoverageReport;
import nz.cleancar.scenario.coverage.CoverageRun;
import nz.cleancar.scenario.coverage.Goal;
import nz.cleancar.scenario.coverage.Suggestion;
import nz.cleancar.scenario.coverage.TableCoverage;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs suites of scenarios, and says what they touch of the policy. */
@Command(
    name = "test",
    mixinStandardHelpOptions = true,
    description = {
      "Run suites of scenarios on a policy, and say what failed, why, and what was never tried.",
      "Exit code 1 says that a scenario failed, that a suite has faults, that nothing was run, or that"
          + " less was tried than --at-least asks for."
    })
final class TestSuites implements Callable<Integer> {

  private static final int MOST_FAILURES = 20;

  @Mixin private ChosenSuites chosen = new ChosenSuites();

  @Mixin private ProvedPolicy proved = new ProvedPolicy();

  @Option(names = "--junit", paramLabel = "FILE", description = "Write JUnit XML to this file.")
  private @Nullable Path junit;

  @Option(names = "--html", paramLabel = "FILE", description = "Write a report to this file.")
  private @Nullable Path html;

  @Option(
      names = "--mark",
      paramLabel = "DIR",
      description =
          "Write the suites' workbooks to this folder with what was found, and the tables' with what"
              + " was never tried.")
  private @Nullable Path marked;

  @Option(
      names = "--suggest",
      paramLabel = "DIR",
      description =
          "Write suites of ready cases for what was never tried to this folder, for a person to"
              + " confirm.")
  private @Nullable Path suggested;

  @Option(
      names = "--untried",
      description = "List every row, value, bound and rule that was never tried.")
  private boolean untried;

  @Option(
      names = "--at-least",
      paramLabel = "PERCENT",
      description = "How much of the policy must be tried, of a hundred (default: nothing).")
  private int atLeast;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    ChosenSuites.checkPercent(atLeast, spec.commandLine());
    Optional.ofNullable(html).ifPresent(Written::check);
    Optional.ofNullable(suggested).ifPresent(SuggestedSuites::check);
    try (var opened = proved.open();
        var records = new TestRecords(Optional.ofNullable(junit))) {
      var files = chosen.files(opened.sources());
      var copies =
          Optional.ofNullable(marked)
              .map(folder -> new MarkedResults(folder, files, opened.sources()));
      var coverage = new CoverageRun(opened.policy());
      var results = run(opened, files, coverage, records);
      results.findings().forEach(records::found);
      var report = coverage.report();
      print(results, records, report, out);
      var suggestions =
          html == null && suggested == null
              ? List.<Suggestion>of()
              : SuggestedSuites.of(opened.policy(), report);
      if (html != null) {
        Written.text(
            html, file -> new HtmlReport().write(records.result(), report, suggestions, file));
        out.println("Written: " + html);
      }
      copies
          .map(each -> each.write(results.findings(), records.results(), report))
          .ifPresent(written -> written.forEach(copy -> out.println("Marked: " + copy)));
      if (suggested != null) {
        SuggestedSuites.write(suggested, suggestions, opened.policy().policy().vocabulary(), out);
      }
      return passed(results, report, out) ? 0 : Ccs.FAULTY;
    }
  }

  private Suites.Results run(
      ProvedPolicy.Opened opened,
      List<SuiteFile> files,
      CoverageRun coverage,
      TestRecords records) {
    var suites = SuiteFiles.suites();
    try (var progress = progress(suites, opened, files)) {
      return suites.run(
          opened.policy(),
          files,
          chosen.selection(),
          (verdict, watched) -> {
            coverage.add(verdict.scenario(), watched);
            records.judged(verdict);
            progress.step();
          });
    }
  }

  /** A bar where somebody sees it; the cases are counted before they are run. */
  private Progress progress(Suites suites, ProvedPolicy.Opened opened, List<SuiteFile> files) {
    if (!Progress.isSeen()) {
      return Progress.none();
    }
    long[] cases = new long[1];
    suites.read(opened.policy().policy(), files, chosen.selection(), _ -> cases[0]++);
    return Progress.of("Scenarios", cases[0]);
  }

  private void print(
      Suites.Results results, TestRecords records, CoverageReport report, PrintWriter out) {
    results.findings().forEach(finding -> out.println(finding.lines()));
    records.result().failures().stream()
        .limit(MOST_FAILURES)
        .forEach(failure -> out.println(VerdictText.of(failure)));
    if (results.failed() > MOST_FAILURES) {
      out.printf("%,d more failed; --junit has them all.%n%n", results.failed() - MOST_FAILURES);
    }
    int widest =
        results.suites().stream().mapToInt(each -> each.suite().id().length()).max().orElse(0);
    for (Suites.SuiteResult each : results.suites()) {
      out.printf(
          "  %-" + Math.max(1, widest) + "s  %s%n",
          each.suite().id(),
          each.failed() == 0
              ? "%,d passed".formatted(each.passed())
              : "%,d passed, %,d FAILED".formatted(each.passed(), each.failed()));
    }
    out.printf(
        "%n%,d of %,d scenarios passed.%n", results.passed(), results.passed() + results.failed());
    if (!results.suites().isEmpty()) {
      tried(report, out);
    }
  }

  private void tried(CoverageReport report, PrintWriter out) {
    out.printf("%nTried of the policy%n");
    out.printf("  rows        %s%n", report.rows().text());
    out.printf("  values      %s%n", report.values().text());
    out.printf("  boundaries  %s%n", report.boundaries().text());
    out.printf("  rules       %s%n", report.ruleShare().text());
    var missing = report.untried();
    int apart = report.notAsked().size();
    if (apart > 0) {
      out.printf("  %d more sides of bounds cannot be asked%n", apart);
    }
    if (untried || report.all().percent() < atLeast) {
      missing.forEach(goal -> out.printf("  %s: %s%n", goal.place(), goal.says()));
    } else if (!missing.isEmpty() && chosen.isAll()) {
      byTable(report, missing, out);
    }
  }

  private static void byTable(CoverageReport report, List<Goal> missing, PrintWriter out) {
    report.tables().stream()
        .sorted(Comparator.comparing((TableCoverage table) -> table.table().id()))
        .filter(table -> missingOf(table, missing) > 0)
        .forEach(
            table ->
                out.printf(
                    "    %-20s %d never tried%n", table.table().id(), missingOf(table, missing)));
    out.printf("  --untried lists them, --suggest writes cases for them.%n");
  }

  private static long missingOf(TableCoverage table, List<Goal> missing) {
    return missing.stream()
        .filter(
            goal ->
                goal instanceof Goal.OfTable ofTable
                    && ofTable.table().id().equals(table.table().id()))
        .count();
  }

  private boolean passed(Suites.Results results, CoverageReport report, PrintWriter out) {
    long errors = results.findings().stream().filter(Finding::isError).count();
    if (errors > 0) {
      out.printf("%d %s in the suites.%n", errors, errors == 1 ? "fault" : "faults");
    }
    boolean ran = hasRun(results, out);
    boolean enough = isTriedEnough(report, out);
    return ran && enough && results.isGreen();
  }

  /** Whether everything that was asked for had something to run, or has its faults told above. */
  private static boolean hasRun(Suites.Results results, PrintWriter out) {
    var unmet =
        results.unmet().stream()
            .filter(
                each ->
                    results.findings().stream()
                        .noneMatch(
                            finding -> SuiteFile.isCalled(finding.place().file(), each.said())))
            .toList();
    unmet.forEach(each -> out.println(each.says()));
    if (unmet.isEmpty() && results.suites().isEmpty()) {
      out.println("No scenario was run.");
    }
    return unmet.isEmpty() && !results.suites().isEmpty();
  }

  private boolean isTriedEnough(CoverageReport report, PrintWriter out) {
    if (report.all().percent() >= atLeast) {
      return true;
    }
    out.printf(
        "%d %% of rows, values, boundaries and rules together were tried; at least %d %% must be.%n",
        report.all().percent(), atLeast);
    return false;
  }
}
