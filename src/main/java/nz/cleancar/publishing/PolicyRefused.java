package nz.cleancar.publishing;

import java.util.List;
import java.util.stream.Collectors;
import nz.cleancar.policy.Finding;

/** A policy that was to decide cannot; its message has all findings in full, one a paragraph. */
public final class PolicyRefused extends RuntimeException {

  private final transient List<Finding> findings;

  /**
   * The refusal.
   *
   * @param what which policy, for example {@code The policy in /srv/policy}
   * @param findings all of them, warnings too
   */
  public PolicyRefused(String what, List<Finding> findings) {
    super(what + " cannot decide:\n" + inFull(findings));
    this.findings = List.copyOf(findings);
  }

  /** All of them, warnings too. */
  public List<Finding> findings() {
    return findings;
  }

  private static String inFull(List<Finding> findings) {
    return findings.stream().map(PolicyRefused::inFull).collect(Collectors.joining("\n"));
  }

  private static String inFull(Finding finding) {
    return "  %s: %s (%s)\n    expected %s\n    found %s\n    %s"
        .formatted(
            finding.place(),
            switch (finding.severity()) {
              case ERROR -> "error";
              case WARNING -> "warning";
            },
            finding.code(),
            finding.expected(),
            finding.found(),
            finding.repair());
  }
}
