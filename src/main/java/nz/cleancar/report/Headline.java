package nz.cleancar.report;

import java.util.ArrayList;
import java.util.List;
import nz.cleancar.scenario.coverage.CoverageReport;
import nz.cleancar.scenario.coverage.Share;

/** What came of a run, in a sentence and in figures. */
record Headline(RunResult run, CoverageReport coverage, SurvivorCells survivors) {

  /** The sentence. */
  String text() {
    String faults = run.faulty() == 0 ? "" : faulty(run) + ". ";
    return faults + (run.scenarios() == 0 ? "No scenario was run." : passed() + untried());
  }

  /** {@code 1 suite has faults}. */
  static String faulty(RunResult run) {
    return run.faulty() == 1
        ? "1 suite has faults"
        : "%,d suites have faults".formatted(run.faulty());
  }

  private String passed() {
    if (run.failed() > 0) {
      return "%,d of %,d scenarios failed".formatted(run.failed(), run.scenarios());
    }
    return run.faulty() == 0
        ? "All %,d scenarios passed".formatted(run.scenarios())
        : "The %,d scenarios that could be read passed".formatted(run.scenarios());
  }

  private String untried() {
    int untried = coverage.untried().size();
    return untried == 0
        ? ", and nothing of the policy is left untried."
        : "; %,d things of the policy are tried by none.".formatted(untried);
  }

  /** The figures. */
  List<Page.Tile> tiles() {
    var tiles = new ArrayList<Page.Tile>();
    tiles.add(scenarios());
    tiles.add(tile("Rows", coverage.rows()));
    tiles.add(tile("Bounds, both sides", coverage.boundaries()));
    tiles.add(tile("Listed values", coverage.values()));
    tiles.add(tile("Rules", coverage.ruleShare()));
    survivors.score().ifPresent(share -> tiles.add(tile("Changes noticed", share)));
    return tiles;
  }

  private Page.Tile scenarios() {
    var share = new Share(run.scenarios() - run.failed(), run.scenarios());
    return new Page.Tile(
        "Scenarios passed",
        share.all() == 0 ? "–" : percent(share),
        share.all() == 0 ? "none was run" : parts(share),
        !run.isGreen());
  }

  private static Page.Tile tile(String label, Share share) {
    return new Page.Tile(label, percent(share), parts(share), !share.isWhole());
  }

  private static String percent(Share share) {
    return share.percent() + " %";
  }

  private static String parts(Share share) {
    return "%,d of %,d".formatted(share.tried(), share.all());
  }
}
