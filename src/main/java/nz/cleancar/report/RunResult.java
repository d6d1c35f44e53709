package nz.cleancar.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nz.cleancar.policy.Finding;
import nz.cleancar.scenario.Suite;
import nz.cleancar.scenario.Verdict;

/**
 * What came of a run of scenarios.
 *
 * @param suites each suite with its numbers, in the order of the run
 * @param failures the first of those that failed
 * @param failuresLeftOut how many more failed
 * @param findings what is wrong with the suites
 */
public record RunResult(
    List<OfSuite> suites, List<Verdict> failures, long failuresLeftOut, List<Finding> findings) {

  public RunResult {
    suites = List.copyOf(suites);
    failures = List.copyOf(failures);
    findings = List.copyOf(findings);
  }

  /**
   * A suite's numbers.
   *
   * @param scenarios how many of its scenarios ran
   * @param failed how many of them failed
   */
  public record OfSuite(Suite suite, long scenarios, long failed) {}

  /** How many scenarios ran. */
  public long scenarios() {
    return suites.stream().mapToLong(OfSuite::scenarios).sum();
  }

  /** How many failed. */
  public long failed() {
    return suites.stream().mapToLong(OfSuite::failed).sum();
  }

  /** How many suites have faults, files that cannot be read among them. */
  long faulty() {
    return findings.stream()
        .filter(Finding::isError)
        .map(finding -> List.of(finding.place().file(), finding.place().sheet()))
        .distinct()
        .count();
  }

  /** Whether a scenario was run, none failed, and no suite has a fault. */
  boolean isGreen() {
    return scenarios() > 0 && failed() == 0 && faulty() == 0;
  }

  /** Gathers verdicts as they come, and holds the first failures only. For one thread. */
  public static final class Gathering {

    /** Ample for what a person reads. */
    public static final int MOST_FAILURES = 200;

    private final int most;
    private final Map<Suite, long[]> suites = new LinkedHashMap<>();
    private final List<Verdict> failures = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    public Gathering() {
      this(MOST_FAILURES);
    }

    /** Holds so many failures at most. */
    public Gathering(int most) {
      this.most = most;
    }

    /** Takes note of a verdict. */
    public void add(Verdict verdict) {
      var numbers = suites.computeIfAbsent(verdict.scenario().suite(), _ -> new long[2]);
      numbers[0]++;
      if (!verdict.passed()) {
        numbers[1]++;
        if (failures.size() < most) {
          failures.add(verdict);
        }
      }
    }

    /** Takes note of what is wrong with a suite. */
    public void add(Finding finding) {
      findings.add(finding);
    }

    /** What came so far. */
    public RunResult result() {
      var all = new ArrayList<OfSuite>();
      suites.forEach((suite, numbers) -> all.add(new OfSuite(suite, numbers[0], numbers[1])));
      long failed = all.stream().mapToLong(OfSuite::failed).sum();
      return new RunResult(all, failures, failed - failures.size(), findings);
    }
  }
}
