package nz.cleancar.cli;

import java.time.Instant;
import java.util.Optional;
import nz.cleancar.policy.CompiledPolicy;
import nz.cleancar.policy.Policies;
import nz.cleancar.policy.PolicyVersion;

/** A policy that is the only one, and live. */
record OnePolicy(CompiledPolicy live) implements Policies {

  @Override
  public Optional<CompiledPolicy> version(PolicyVersion version) {
    return Optional.of(live).filter(policy -> policy.policy().version().equals(version));
  }

  @Override
  public Optional<CompiledPolicy> asKnownAt(Instant moment) {
    return Optional.of(live);
  }
}
