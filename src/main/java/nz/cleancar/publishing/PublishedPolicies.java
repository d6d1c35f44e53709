package nz.cleancar.publishing;

import java.lang.ref.Cleaner;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import nz.cleancar.policy.Candidate;
import nz.cleancar.policy.CompiledPolicy;
import nz.cleancar.policy.Policies;
import nz.cleancar.policy.PolicySources;
import nz.cleancar.policy.PolicyVersion;

/** The live policy and, from the archive, every other that was handed in. */
final class PublishedPolicies implements Policies {

  private final Cleaner cleaner = Cleaner.create();
  private final Function<PolicySources, Candidate> load;
  private final AtomicReference<Current> current;
  private final EarlierPolicies earlier;
  private final Timeline timeline;

  /**
   * Begins with a live policy.
   *
   * @param number the number of its publication
   * @param live the policy, taken over
   * @param archive where the others are
   * @param load reads and compiles archived sources
   * @param earlierCompiled how many of the others stay compiled, 1 or more
   * @param timeline says which was live when
   */
  PublishedPolicies(
      long number,
      CompiledPolicy live,
      PolicyArchive archive,
      Function<PolicySources, Candidate> load,
      int earlierCompiled,
      Timeline timeline) {
    this.load = load;
    this.earlier = new EarlierPolicies(archive, this::compile, earlierCompiled);
    this.current = new AtomicReference<>(new Current(number, new SharedPolicy(live, cleaner)));
    this.timeline = timeline;
  }

  @Override
  public CompiledPolicy live() {
    return current.get().policy();
  }

  /**
   * The policy of this version, if it was ever handed in.
   *
   * @throws PolicyRefused if it cannot be read or compiled
   */
  @Override
  public Optional<CompiledPolicy> version(PolicyVersion version) {
    var live = live();
    if (live.policy().version().equals(version)) {
      return Optional.of(live);
    }
    return earlier.find(version);
  }

  /**
   * The policy that was live at the moment.
   *
   * @throws PolicyRefused if it can no longer be read or compiled
   */
  @Override
  public Optional<CompiledPolicy> asKnownAt(Instant moment) {
    return timeline.read().liveAt(moment).map(Publication::version).flatMap(this::version);
  }

  /** The number of the publication whose policy decides here. */
  long number() {
    return current.get().number();
  }

  /** Has the policy decide from now on; runs under way go on with the one before. */
  void goLive(long number, CompiledPolicy policy) {
    current.set(new Current(number, new SharedPolicy(policy, cleaner)));
  }

  private CompiledPolicy compile(PolicySources sources) {
    return switch (load.apply(sources)) {
      case Candidate.Accepted accepted -> new SharedPolicy(accepted.policy(), cleaner);
      case Candidate.Refused refused ->
          throw new PolicyRefused("The policy " + sources.version(), refused.findings());
    };
  }

  /** A policy with the number of its publication, swapped as one. */
  private record Current(long number, CompiledPolicy policy) {}
}
