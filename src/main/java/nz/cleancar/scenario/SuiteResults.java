package nz.cleancar.scenario;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import nz.cleancar.policy.Finding;
import nz.cleancar.policy.Place;
import nz.cleancar.policy.Shade;
import nz.cleancar.policy.Shown;

/**
 * What became of scenarios, as it goes home into their suites: each expectation that was not met is
 * a finding at its cell, each that was met a green cell. Takes verdicts one by one and holds no
 * more than its limits. Not safe for several threads at once.
 */
public final class SuiteResults {

  /** Ample for what a person reads. */
  public static final Limits DEFAULT_LIMITS = new Limits(10_000, 200_000);

  private static final String REPAIR =
      "Mend the expectation if the policy is right, or the policy if it is not.";

  private final Limits limits;
  private final List<Finding> findings = new ArrayList<>();
  private final List<Shade> shades = new ArrayList<>();
  private long findingsBeyond;
  private Place firstBeyond = Place.of("");

  /**
   * The most that is held; of findings beyond, the number is told.
   *
   * @param findings expectations that were not met
   * @param shades expectations that were met
   */
  public record Limits(int findings, int shades) {}

  /** Within the default limits. */
  public SuiteResults() {
    this(DEFAULT_LIMITS);
  }

  /** Within these limits. */
  public SuiteResults(Limits limits) {
    this.limits = limits;
  }

  /** Takes what became of a scenario. */
  public void add(Verdict verdict) {
    var missed = new HashSet<Expectation>();
    for (Verdict.Miss miss : verdict.misses()) {
      missed.add(miss.expectation());
      add(finding(verdict, miss));
    }
    verdict.scenario().expectations().stream()
        .filter(expectation -> !missed.contains(expectation) && shades.size() < limits.shades())
        .forEach(expectation -> shades.add(new Shade(expectation.place(), Shade.Tint.GOOD, "")));
  }

  private void add(Finding finding) {
    if (findings.size() < limits.findings()) {
      findings.add(finding);
    } else {
      if (findingsBeyond == 0) {
        firstBeyond = Place.of(finding.place().file());
      }
      findingsBeyond++;
    }
  }

  /** The finding for an expectation that was not met. */
  public static Finding finding(Verdict verdict, Verdict.Miss miss) {
    var expectation = miss.expectation();
    return Finding.error(
        "expectation",
        expectation.place(),
        "%s %s of %s"
            .formatted(
                expectation.heading(), expectation.text(), Shown.text(verdict.scenario().name())),
        miss.found() + because(verdict, miss),
        REPAIR);
  }

  /** What the policy lacked, where that is why. */
  private static String because(Verdict verdict, Verdict.Miss miss) {
    boolean isUndecided = miss.found().equals(Answer.UNDECIDED);
    var codes = verdict.answer().reasonCodes();
    return isUndecided && !codes.isEmpty()
        ? codes.stream().distinct().collect(Collectors.joining("; ", " (", ")"))
        : "";
  }

  /** What was not met; if there is more than the limit, the last one says how much. */
  public List<Finding> findings() {
    if (findingsBeyond == 0) {
      return List.copyOf(findings);
    }
    var all = new ArrayList<>(findings);
    all.add(
        Finding.error(
            "more-findings",
            firstBeyond,
            "at most " + limits.findings() + " findings",
            findingsBeyond + " more",
            "Mend those above first."));
    return List.copyOf(all);
  }

  /** What was met. */
  public List<Shade> shades() {
    return List.copyOf(shades);
  }
}
