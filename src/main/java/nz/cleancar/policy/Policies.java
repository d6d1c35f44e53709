package nz.cleancar.policy;

import java.util.Optional;

/** The policies that can be asked: the live one, and every one that ever decided. */
public interface Policies {

  /** The policy that is live. */
  CompiledPolicy live();

  /** The policy of this version, if it is known. */
  Optional<CompiledPolicy> version(PolicyVersion version);
}
