package nz.cleancar.publishing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import nz.cleancar.policy.CompiledPolicy;
import nz.cleancar.policy.PolicySources;
import nz.cleancar.policy.PolicyVersion;

/**
 * Policies that were live, compiled again when asked for. The few asked for last stay compiled; of
 * many who ask for one at once, the first compiles it and the others wait.
 */
final class EarlierPolicies {

  private final PolicyArchive archive;
  private final Function<PolicySources, CompiledPolicy> compile;
  private final Map<PolicyVersion, CompletableFuture<CompiledPolicy>> compiled;

  /**
   * An empty shelf.
   *
   * @param limit how many stay compiled, 1 or more
   */
  EarlierPolicies(
      PolicyArchive archive, Function<PolicySources, CompiledPolicy> compile, int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("At least 1 earlier policy stays compiled.");
    }
    this.archive = archive;
    this.compile = compile;
    this.compiled =
        new LinkedHashMap<>(limit + 1, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(
              Map.Entry<PolicyVersion, CompletableFuture<CompiledPolicy>> eldest) {
            return size() > limit;
          }
        };
  }

  /** The policy of this version, if it is in the archive. */
  Optional<CompiledPolicy> find(PolicyVersion version) {
    var known = known(version);
    if (known.isPresent()) {
      return known.map(Awaited::of);
    }
    // Only what is in the archive takes a place, so that asking for nonsense drives nothing out.
    return archive.find(version).map(sources -> compiledOnce(version, sources));
  }

  private synchronized Optional<CompletableFuture<CompiledPolicy>> known(PolicyVersion version) {
    return Optional.ofNullable(compiled.get(version));
  }

  private CompiledPolicy compiledOnce(PolicyVersion version, PolicySources sources) {
    var mine = new CompletableFuture<CompiledPolicy>();
    CompletableFuture<CompiledPolicy> first;
    synchronized (this) {
      first = compiled.putIfAbsent(version, mine);
    }
    if (first != null) {
      return Awaited.of(first);
    }
    mine.completeAsync(() -> compile.apply(sources), Runnable::run);
    if (mine.isCompletedExceptionally()) {
      forget(version, mine);
    }
    return Awaited.of(mine);
  }

  private synchronized void forget(
      PolicyVersion version, CompletableFuture<CompiledPolicy> failed) {
    compiled.remove(version, failed);
  }
}
