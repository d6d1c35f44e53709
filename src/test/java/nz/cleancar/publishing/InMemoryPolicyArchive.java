package nz.cleancar.publishing;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import nz.cleancar.policy.PolicySources;
import nz.cleancar.policy.PolicyVersion;

/** An archive that forgets everything when the test ends. */
public final class InMemoryPolicyArchive implements PolicyArchive {

  private final Map<PolicyVersion, PolicySources> kept = new ConcurrentHashMap<>();

  @Override
  public void keep(PolicySources sources) {
    kept.putIfAbsent(sources.version(), sources);
  }

  @Override
  public Optional<PolicySources> find(PolicyVersion version) {
    return Optional.ofNullable(kept.get(version));
  }
}
