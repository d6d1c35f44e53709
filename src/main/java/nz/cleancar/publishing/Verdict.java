package nz.cleancar.publishing;

import java.util.List;
import nz.cleancar.policy.Candidate;
import nz.cleancar.policy.CompiledPolicy;
import nz.cleancar.policy.Finding;

/**
 * What the gate says of a policy.
 *
 * @param candidate the compiled policy, which whoever holds the verdict closes; or what keeps it
 *     back
 * @param objections what keeps it back, a line each with the check that found it; empty where
 *     nothing does
 */
record Verdict(Candidate candidate, List<String> objections) {

  Verdict {
    objections = List.copyOf(objections);
  }

  List<Finding> findings() {
    return candidate.findings();
  }

  boolean passed() {
    return switch (candidate) {
      case Candidate.Accepted _ -> true;
      case Candidate.Refused _ -> false;
    };
  }

  void close() {
    if (candidate instanceof Candidate.Accepted(CompiledPolicy policy, List<Finding> _)) {
      policy.close();
    }
  }
}
