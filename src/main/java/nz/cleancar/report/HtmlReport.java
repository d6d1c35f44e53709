package nz.cleancar.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.WriterOutput;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nz.cleancar.policy.table.Value;
import nz.cleancar.scenario.Verdict;
import nz.cleancar.scenario.coverage.CoverageReport;
import nz.cleancar.scenario.coverage.Goal;
import nz.cleancar.scenario.coverage.NotAsked;
import nz.cleancar.scenario.coverage.Share;
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
    write(page(run, coverage, suggestions, Survivors.unknown()), out);
  }

  /** Writes the page with what came of trying mutants. */
  public void write(
      RunResult run,
      CoverageReport coverage,
      List<Suggestion> suggestions,
      MutationReport mutation,
      Writer out) {
    write(page(run, coverage, suggestions, Survivors.of(mutation)), out);
  }

  private void write(Page page, Writer out) {
    engine.render(TEMPLATE, page, new WriterOutput(out));
  }

  private static Page page(
      RunResult run, CoverageReport coverage, List<Suggestion> suggestions, Survivors survivors) {
    var untried = coverage.untried();
    var ready = ready(suggestions);
    return new Page(
        "What the scenarios prove",
        coverage.policy().name(),
        headline(run, coverage),
        tiles(run, coverage, survivors),
        TableGrid.SHARES,
        run.failures().stream().map(HtmlReport::failure).toList(),
        run.failuresLeftOut(),
        run.suites().stream().map(HtmlReport::suite).toList(),
        untried.stream().limit(MOST_LINES).map(goal -> untried(goal, ready)).toList(),
        Math.max(0, untried.size() - MOST_LINES),
        survivors.texts().stream().limit(MOST_LINES).toList(),
        Math.max(0, survivors.texts().size() - MOST_LINES),
        coverage.tables().stream().map(table -> new TableGrid(table, survivors).table()).toList(),
        coverage.rules().stream().map(HtmlReport::rule).toList(),
        coverage.notAsked().stream().map(HtmlReport::notAsked).toList());
  }

  private static String headline(RunResult run, CoverageReport coverage) {
    String passed =
        run.failed() == 0
            ? "All %,d scenarios passed".formatted(run.scenarios())
            : "%,d of %,d scenarios failed".formatted(run.failed(), run.scenarios());
    int untried = coverage.untried().size();
    return passed
        + (untried == 0
            ? ", and nothing of the policy is left untried."
            : "; %,d things of the policy are tried by none.".formatted(untried));
  }

  private static List<Page.Tile> tiles(
      RunResult run, CoverageReport coverage, Survivors survivors) {
    var tiles = new ArrayList<Page.Tile>();
    tiles.add(tile("Scenarios passed", new Share(run.scenarios() - run.failed(), run.scenarios())));
    tiles.add(tile("Rows", coverage.rows()));
    tiles.add(tile("Bounds, both sides", coverage.boundaries()));
    tiles.add(tile("Listed values", coverage.values()));
    tiles.add(tile("Rules", coverage.ruleShare()));
    survivors.score().ifPresent(share -> tiles.add(tile("Changes noticed", share)));
    return tiles;
  }

  private static Page.Tile tile(String label, Share share) {
    return new Page.Tile(
        label,
        share.percent() + " %",
        "%,d of %,d".formatted(share.tried(), share.all()),
        !share.isWhole());
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

  private static String given(Map<String, Value> values) {
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

  /** By what they try, which two goals never say alike. */
  private static Map<String, Suggestion> ready(List<Suggestion> suggestions) {
    var ready = new TreeMap<String, Suggestion>();
    for (Suggestion suggestion : suggestions) {
      ready.put(key(suggestion.goal()), suggestion);
      if (suggestion instanceof Suggestion.Ready each) {
        each.also().forEach(goal -> ready.put(key(goal), suggestion));
      }
    }
    return ready;
  }

  private static String key(Goal goal) {
    return goal.place() + " " + goal.says();
  }

  private static Page.Untried untried(Goal goal, Map<String, Suggestion> ready) {
    String place = goal.place().toString();
    return switch (Optional.ofNullable(ready.get(key(goal)))
        .orElse(new Suggestion.NoneFound(goal))) {
      case Suggestion.Ready each ->
          new Page.Untried(
              goal.says(),
              place,
              true,
              each.scenario().expectations().getFirst().text(),
              each.scenario().name(),
              given(each.scenario().given().values()),
              each.scenario().expectations().stream()
                  .map(expectation -> expectation.heading() + " " + expectation.text())
                  .collect(Collectors.joining("; ")));
      case Suggestion.NoneFound _ ->
          new Page.Untried(
              goal.says(),
              place,
              false,
              ready.isEmpty() ? "not looked for" : "no question was found",
              "",
              "",
              "");
    };
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
