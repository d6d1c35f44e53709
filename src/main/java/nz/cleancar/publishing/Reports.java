package nz.cleancar.publishing;

import nz.cleancar.policy.Candidate;
import nz.cleancar.policy.CompiledPolicy;
import nz.cleancar.policy.PolicyVersion;

/** Writes what a second person reads before approving. */
public interface Reports {

  /**
   * What was found in the draft, and what it changes. The same arguments make the same text.
   *
   * @param draft the version that was checked
   * @param candidate what became of it; a policy in it is open for as long as this takes
   * @param live the policy that it is compared with
   */
  String write(PolicyVersion draft, Candidate candidate, CompiledPolicy live);
}
