package nz.cleancar.publishing;

import java.util.stream.Collectors;
import nz.cleancar.policy.Candidate;
import nz.cleancar.policy.CompiledPolicy;
import nz.cleancar.policy.Finding;
import nz.cleancar.policy.PolicyVersion;

/** Reports that are plain text: both versions, and the findings, one a line. */
public final class FindingsReport implements Reports {

  @Override
  public String write(PolicyVersion draft, Candidate candidate, CompiledPolicy live) {
    return candidate.findings().stream()
        .map(Finding::line)
        .collect(
            Collectors.joining(
                "\n", draft + " compared with " + live.policy().version() + "\n", "\n"));
  }
}
