package nz.cleancar.publishing;

import java.util.Optional;
import nz.cleancar.policy.PolicySources;
import nz.cleancar.policy.PolicyVersion;

/** The sources of every policy that was ever live. Append-only. */
public interface PolicyArchive {

  /** Keeps the sources; those of a version that is kept already change nothing. */
  void keep(PolicySources sources);

  /** The sources of this version, if they are kept. */
  Optional<PolicySources> find(PolicyVersion version);
}
