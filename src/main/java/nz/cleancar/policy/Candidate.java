package nz.cleancar.policy;

import java.util.List;

/** What became of a policy's sources on their way to a compiled policy. */
public sealed interface Candidate {

  /** What was found on the way. */
  List<Finding> findings();

  /**
   * It can decide.
   *
   * @param policy ready to decide; whoever holds it closes it
   * @param findings warnings only
   */
  record Accepted(CompiledPolicy policy, List<Finding> findings) implements Candidate {
    public Accepted {
      findings = List.copyOf(findings);
    }
  }

  /**
   * It cannot decide.
   *
   * @param findings all of them, at least one an error
   */
  record Refused(List<Finding> findings) implements Candidate {
    public Refused {
      findings = List.copyOf(findings);
    }
  }
}
