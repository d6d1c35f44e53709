package nz.cleancar.publishing;

import java.util.List;
import nz.cleancar.policy.CompiledPolicy;
import nz.cleancar.policy.Finding;
import nz.cleancar.policy.PolicySources;

/**
 * Something that a policy must pass, once it compiles without an error finding, before it can go
 * live.
 */
public interface GateCheck {

  /** What it is called, in the words of who must mend what it finds. */
  String name();

  /**
   * Whether a policy that does not pass may still be tried out where nobody relies on it, as {@code
   * serve --watch} does.
   */
  default boolean mayBeTriedOut() {
    return false;
  }

  /**
   * What it finds; an error keeps the policy from going live.
   *
   * @param sources the files, with the suites among them
   * @param policy the policy that they make, which must not be closed
   */
  List<Finding> findings(PolicySources sources, CompiledPolicy policy);
}
