package nz.cleancar.publishing;

import java.time.Instant;
import java.util.List;
import nz.cleancar.policy.PolicyVersion;

/**
 * One time that a version was put to the gate's checks.
 *
 * @param at when
 * @param passed whether it passed all of them
 * @param reports what was written of it, by digest
 * @param comparedWith the version that was live, with which the reports compare it
 * @param objections why it did not pass, a line each; empty where it did
 */
public record Check(
    Instant at,
    boolean passed,
    ReportsDigest reports,
    PolicyVersion comparedWith,
    List<String> objections) {

  public Check {
    objections = List.copyOf(objections);
  }

  /** Whether it says the same of the version as the other does, whenever that was. */
  boolean saysAs(Check other) {
    return passed == other.passed
        && reports.equals(other.reports)
        && comparedWith.equals(other.comparedWith);
  }
}
