package nz.cleancar.api;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;
import nz.cleancar.policy.CompiledPolicy;
import nz.cleancar.policy.Finding;
import nz.cleancar.policy.Shade;
import nz.cleancar.publishing.Version;
import nz.cleancar.publishing.Versions;
import nz.cleancar.report.CoverageShades;
import nz.cleancar.report.RunResult;
import nz.cleancar.scenario.Selection;
import nz.cleancar.scenario.SuiteFile;
import nz.cleancar.scenario.SuiteResults;
import nz.cleancar.scenario.Suites;
import nz.cleancar.scenario.coverage.CoverageReport;
import nz.cleancar.scenario.coverage.CoverageRun;

/** Runs a version's own scenarios on it. Nothing is kept. */
@Singleton
final class ScenarioRuns {

  private final Versions versions;
  private final Suites suites;

  ScenarioRuns(Versions versions, Suites suites) {
    this.versions = versions;
    this.suites = suites;
  }

  /**
   * What a run came to.
   *
   * @param results each suite with its numbers, and what is wrong with their files
   * @param result the first failures
   * @param home what goes home into the suites
   * @param coverage what was touched of the policy
   */
  record Ran(Suites.Results results, RunResult result, SuiteResults home, CoverageReport coverage) {

    /** What is wrong with the suites, and what was not met. */
    List<Finding> findings() {
      return Stream.concat(results.findings().stream(), home.findings().stream()).toList();
    }

    /** Expectations that were met, and how often rows answered. */
    List<Shade> shades() {
      return Stream.concat(home.shades().stream(), CoverageShades.of(coverage).stream()).toList();
    }
  }

  /** Runs the scenarios that are selected. */
  Ran run(Version version, CompiledPolicy compiled, Selection selection) {
    var coverage = new CoverageRun(compiled);
    var gathering = new RunResult.Gathering();
    var home = new SuiteResults();
    var results =
        suites.run(
            compiled,
            files(version),
            selection,
            (verdict, watched) -> {
              coverage.add(verdict.scenario(), watched);
              gathering.add(verdict);
              home.add(verdict);
            });
    results.findings().forEach(gathering::add);
    return new Ran(results, gathering.result(), home, coverage.report());
  }

  /** The version's suites. */
  List<SuiteFile> files(Version version) {
    return SuiteFile.of(versions.sources(version.id()).orElseThrow());
  }
}
