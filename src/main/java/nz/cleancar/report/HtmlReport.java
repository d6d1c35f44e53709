package nz.cleancar.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.WriterOutput;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nz.cleancar.policy.Finding;
import nz.cleancar.policy.table.Value;
import nz.cleancar.scenario.Verdict;
import nz.cleancar.scenario.coverage.CoverageReport;
import nz.cleancar.scenario.coverage.Goal;
import nz.cleancar.scenario.coverage.NotAsked;
import nz.cleancar.scenario.coverage.Suggestion;
import nz.cleancar.scenario.coverage.Tried;
import nz.cleancar.scenario.mutation.MutationReport;

/**
 * One page of what scenarios prove of a policy: what failed, what no scenario tries, and each table
 * as a grid of how often its rows answered. It needs nothing but itself, runs no script, and shows
 * whatever suites and policies say as text.
 */
public final class HtmlReport {

  /** The most rows of a table that are shown; more than that and covered rows are left out. */
  static final int MOST_ROWS = 500;

  private static final int MOST_LINES = 500;
  private static final String TEMPLATE = "report.jte";

  private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);

  /**
   * Writes the page.
   *
   * @param run what came of the scenarios
   * @param coverage what they touched
   * @param suggestions ready cases for what they did not; none if they were not looked for
   * @param out where it goes, as UTF-8
   */
  public void write(
      RunResult run, CoverageReport coverage, List<Suggestion> suggestions, Writer out) {
    write(page(run, coverage, suggestions, SurvivorCells.unknown()), out);
  }

  /** Writes the page with what came of trying mutants. */
  public void write(
      RunResult run,
      CoverageReport coverage,
      List<Suggestion> suggestions,
      MutationReport mutation,
      Writer out) {
    write(page(run, coverage, suggestions, SurvivorCells.of(mutation)), out);
  }

  private void write(Page page, Writer out) {
    engine.render(TEMPLATE, page, new WriterOutput(out));
  }

  private static Page page(
      RunResult run,
      CoverageReport coverage,
      List<Suggestion> suggestions,
      SurvivorCells survivors) {
    var untried = coverage.untried();
    var ready = new ReadyCases(suggestions);
    var headline = new Headline(run, coverage, survivors);
    return new Page(
        "What the scenarios prove",
        coverage.policy().name(),
        headline.text(),
        run.isGreen(),
        faults(run),
        headline.tiles(),
        TableGrid.shares(survivors),
        run.failures().stream().map(HtmlReport::failure).toList(),
        run.failuresLeftOut(),
        run.suites().stream().map(HtmlReport::suite).toList(),
        untried.stream().limit(MOST_LINES).map(ready::untried).toList(),
        Math.max(0, untried.size() - MOST_LINES),
        !suggestions.isEmpty(),
        survivors.texts().stream().limit(MOST_LINES).toList(),
        Math.max(0, survivors.texts().size() - MOST_LINES),
        coverage.tables().stream().map(table -> new TableGrid(table, survivors).table()).toList(),
        coverage.rules().stream().map(HtmlReport::rule).toList(),
        coverage.notAsked().stream().map(HtmlReport::notAsked).toList());
  }

  private static Page.Faults faults(RunResult run) {
    var findings = run.findings();
    return new Page.Faults(
        run.faulty() == 0 ? "Look at these" : Headline.faulty(run),
        run.faulty() > 0,
        findings.stream()
            .sorted(Comparator.comparing(Finding::severity))
            .limit(MOST_LINES)
            .map(
                each ->
                    new Page.Fault(
                        each.place().toString(), each.expected(), each.found(), each.repair()))
            .toList(),
        Math.max(0, findings.size() - MOST_LINES));
  }

  private static Page.Failure failure(Verdict verdict) {
    var scenario = verdict.scenario();
    var steps = new ArrayList<Page.Step>();
    verdict
        .answer()
        .run()
        .firings()
        .forEach(
            firing -> steps.add(new Page.Step(Step.of(firing).says(), Step.of(firing).from())));
    verdict
        .answer()
        .run()
        .faults()
        .forEach(fault -> steps.add(new Page.Step(fault.says(), fault.code())));
    return new Page.Failure(
        scenario.name(),
        scenario.suite().id(),
        scenario.place().toString(),
        scenario.reason(),
        verdict.misses().stream()
            .map(
                miss ->
                    new Page.Missed(
                        miss.expectation().heading(),
                        miss.expectation().text(),
                        miss.found(),
                        miss.expectation().place().cell()))
            .toList(),
        given(scenario.given().values()),
        steps);
  }

  static String given(Map<String, Value> values) {
    return new TreeMap<>(values)
        .entrySet().stream()
            .map(each -> each.getKey() + " " + each.getValue().text())
            .collect(Collectors.joining(", "));
  }

  private static Page.OfSuite suite(RunResult.OfSuite each) {
    var suite = each.suite();
    return new Page.OfSuite(
        suite.id(), suite.title(), suite.file(), each.scenarios(), each.failed());
  }

  private static Page.OfRule rule(Tried tried) {
    return switch (tried.goal()) {
      case Goal.RuleFires(var rule) ->
          new Page.OfRule(
              rule.ruleSet(),
              rule.rule(),
              TableGrid.fired(tried.times()),
              TableGrid.heat(tried.times()));
      case Goal.OfTable ofTable ->
          throw new IllegalArgumentException(ofTable.says() + " is no rule.");
    };
  }

  private static Page.Step notAsked(NotAsked each) {
    return new Page.Step(each.side().says() + ".", each.why());
  }
}
