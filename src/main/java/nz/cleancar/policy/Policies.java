package nz.cleancar.policy;

import java.time.Instant;
import java.util.Optional;

/** The policies that can be asked: the live one, every one that ever decided, and drafts. */
public interface Policies {

  /** The policy that is live. */
  CompiledPolicy live();

  /** The policy of this version, if it is known. */
  Optional<CompiledPolicy> version(PolicyVersion version);

  /** The policy that was live at the moment; empty for one before the first was live. */
  Optional<CompiledPolicy> asKnownAt(Instant moment);
}
