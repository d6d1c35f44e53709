package nz.cleancar.publishing;

import java.lang.ref.Cleaner;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import nz.cleancar.policy.Candidate;
import nz.cleancar.policy.CompiledPolicy;
import nz.cleancar.policy.Policies;
import nz.cleancar.policy.PolicySources;
import nz.cleancar.policy.PolicyVersion;

/** The live policy and, from the archive, every one that was live before. */
public final class PublishedPolicies implements Policies {

  private final Cleaner cleaner = Cleaner.create();
  private final Function<PolicySources, Candidate> load;
  private final AtomicReference<CompiledPolicy> live;
  private final EarlierPolicies earlier;

  /**
   * Archives the policy and makes it live.
   *
   * @param first the policy to begin with, taken over
   * @param archive where earlier policies are, and this one is to be
   * @param load reads and compiles archived sources
   * @param earlierCompiled how many earlier policies stay compiled, 1 or more
   */
  public PublishedPolicies(
      StartingPolicy.Ready first,
      PolicyArchive archive,
      Function<PolicySources, Candidate> load,
      int earlierCompiled) {
    this.load = load;
    this.earlier = new EarlierPolicies(archive, this::compile, earlierCompiled);
    archive.keep(first.sources());
    this.live = new AtomicReference<>(new SharedPolicy(first.policy(), cleaner));
  }

  @Override
  public CompiledPolicy live() {
    return live.get();
  }

  /**
   * The policy of this version, if it is live or was.
   *
   * @throws PolicyRefused if it can no longer be read or compiled
   */
  @Override
  public Optional<CompiledPolicy> version(PolicyVersion version) {
    var current = live();
    if (current.policy().version().equals(version)) {
      return Optional.of(current);
    }
    return earlier.find(version);
  }

  private CompiledPolicy compile(PolicySources sources) {
    return switch (load.apply(sources)) {
      case Candidate.Accepted accepted -> new SharedPolicy(accepted.policy(), cleaner);
      case Candidate.Refused refused ->
          throw new PolicyRefused("The archived policy " + sources.version(), refused.findings());
    };
  }
}
