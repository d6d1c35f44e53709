package nz.cleancar.publishing;

import java.util.List;
import java.util.stream.Collectors;
import nz.cleancar.policy.Finding;

/** A policy that was to decide cannot; its message has all findings in full. */
public final class PolicyRefused extends RuntimeException {

  private final transient List<Finding> findings;

  /**
   * The refusal.
   *
   * @param what which policy, for example {@code The policy in /srv/policy}
   * @param findings all of them, warnings too
   */
  public PolicyRefused(String what, List<Finding> findings) {
    super(
        findings.stream()
            .map(Finding::lines)
            .collect(Collectors.joining("\n", what + " cannot decide:\n", "")));
    this.findings = List.copyOf(findings);
  }

  /** All of them, warnings too. */
  public List<Finding> findings() {
    return findings;
  }
}
