package nz.cleancar.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.stream.Stream;
import nz.cleancar.policy.Fault;
import nz.cleancar.policy.Firing;
import nz.cleancar.policy.PolicyVersion;
import nz.cleancar.scenario.Suites;
import nz.cleancar.scenario.Verdict;
import nz.cleancar.scenario.coverage.CoverageReport;
import nz.cleancar.scenario.coverage.Goal;
import nz.cleancar.scenario.coverage.Share;

/**
 * What came of running suites on a version of the policy.
 *
 * @param version the version
 * @param green whether a scenario was run, none failed, and every suite could be read as a whole
 * @param passed how many scenarios passed
 * @param failed how many failed
 * @param suites what each suite came to
 * @param failures those that failed first
 * @param failuresLeftOut how many more failed
 * @param findings what is wrong with the suites
 * @param tried what they touched of the policy
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "ScenarioRun")
public record ScenarioRunMessage(
    String version,
    boolean green,
    long passed,
    long failed,
    List<SuiteFacts> suites,
    List<Failure> failures,
    long failuresLeftOut,
    List<FindingMessage> findings,
    TriedFacts tried) {

  /** The run on the wire. */
  public static ScenarioRunMessage from(
      PolicyVersion version,
      Suites.Results results,
      List<Verdict> failures,
      CoverageReport coverage) {
    return new ScenarioRunMessage(
        version.name(),
        results.isGreen(),
        results.passed(),
        results.failed(),
        results.suites().stream().map(SuiteFacts::from).toList(),
        failures.stream().map(Failure::from).toList(),
        results.failed() - failures.size(),
        results.findings().stream().map(FindingMessage::from).toList(),
        TriedFacts.from(coverage));
  }

  /** What a suite came to. */
  @Serdeable
  @Schema(name = "SuiteResult")
  public record SuiteFacts(
      String id, String title, String file, String sheet, long passed, long failed) {

    private static SuiteFacts from(Suites.SuiteResult result) {
      var suite = result.suite();
      return new SuiteFacts(
          suite.id(), suite.title(), suite.file(), suite.sheet(), result.passed(), result.failed());
    }
  }

  /**
   * A scenario that failed.
   *
   * @param suite its suite's id
   * @param scenario its name
   * @param reason why it is there
   * @param place where it stands
   * @param misses what was expected and found instead
   * @param explanation why the policy answered so, in the order of reasoning
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  @Schema(name = "ScenarioFailure")
  public record Failure(
      String suite,
      String scenario,
      String reason,
      FindingMessage.At place,
      List<MissFacts> misses,
      List<String> explanation) {

    private static Failure from(Verdict verdict) {
      var scenario = verdict.scenario();
      var run = verdict.answer().run();
      return new Failure(
          scenario.suite().id(),
          scenario.name(),
          scenario.reason(),
          FindingMessage.At.from(scenario.place()),
          verdict.misses().stream().map(MissFacts::from).toList(),
          Stream.concat(
                  run.firings().stream().map(Firing::says), run.faults().stream().map(Fault::says))
              .toList());
    }
  }

  /** An expectation that was not met, and where it stands. */
  @Serdeable
  @Schema(name = "MissedExpectation")
  public record MissFacts(String heading, String expected, String found, FindingMessage.At place) {

    private static MissFacts from(Verdict.Miss miss) {
      var expectation = miss.expectation();
      return new MissFacts(
          expectation.heading(),
          expectation.text(),
          miss.found(),
          FindingMessage.At.from(expectation.place()));
    }
  }

  /**
   * What scenarios touched of the policy.
   *
   * @param rows the rows that answered
   * @param values the values of cells that list several
   * @param boundaries both sides of every bound
   * @param rules the rules that fired
   * @param untried what is left to try
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  @Schema(name = "Coverage")
  public record TriedFacts(
      ShareFacts rows,
      ShareFacts values,
      ShareFacts boundaries,
      ShareFacts rules,
      List<Untried> untried) {

    private static TriedFacts from(CoverageReport report) {
      return new TriedFacts(
          ShareFacts.from(report.rows()),
          ShareFacts.from(report.values()),
          ShareFacts.from(report.boundaries()),
          ShareFacts.from(report.ruleShare()),
          report.untried().stream().map(Untried::from).toList());
    }
  }

  /** A part of a whole; the percentage is rounded down, so that 100 means all. */
  @Serdeable
  @Schema(name = "Share")
  public record ShareFacts(long tried, long all, int percent) {

    private static ShareFacts from(Share share) {
      return new ShareFacts(share.tried(), share.all(), share.percent());
    }
  }

  /** Something that no scenario tried, and where it stands. */
  @Serdeable
  @Schema(name = "Untried")
  public record Untried(FindingMessage.At place, String says) {

    private static Untried from(Goal goal) {
      return new Untried(FindingMessage.At.from(goal.place()), goal.says());
    }
  }
}
