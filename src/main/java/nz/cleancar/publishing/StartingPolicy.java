package nz.cleancar.publishing;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import nz.cleancar.policy.Candidate;
import nz.cleancar.policy.CompiledPolicy;
import nz.cleancar.policy.Finding;
import nz.cleancar.policy.PolicyFolder;
import nz.cleancar.policy.PolicyLoader;
import nz.cleancar.policy.PolicySources;

/** The policy that a service starts with, compiled on a thread of its own while others start. */
public final class StartingPolicy {

  private final CompletableFuture<Ready> ready = new CompletableFuture<>();

  /**
   * Begins at once.
   *
   * @param prepare reads and compiles the policy; throws {@link PolicyRefused} if it cannot decide
   */
  public StartingPolicy(Supplier<Ready> prepare) {
    var _ =
        Thread.ofPlatform()
            .name("starting-policy")
            .daemon()
            .start(() -> ready.completeAsync(prepare, Runnable::run));
  }

  /** Begins at once with the policy in this directory. */
  public static StartingPolicy in(Path directory, PolicyLoader loader) {
    return new StartingPolicy(() -> prepare(directory, loader));
  }

  private static Ready prepare(Path directory, PolicyLoader loader) {
    var contents = new PolicyFolder(directory).read();
    return switch (loader.check(contents)) {
      case Candidate.Accepted(CompiledPolicy policy, List<Finding> findings) ->
          new Ready(contents.sources(), policy, findings);
      case Candidate.Refused(List<Finding> findings) -> throw refused(directory, findings);
    };
  }

  private static PolicyRefused refused(Path directory, List<Finding> findings) {
    return new PolicyRefused("The policy in " + directory.toAbsolutePath().normalize(), findings);
  }

  /**
   * The policy, once it is compiled.
   *
   * @throws PolicyRefused if it cannot decide
   */
  public Ready await() {
    try {
      return ready.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  /**
   * A policy that can go live.
   *
   * @param sources what it was compiled from
   * @param policy the policy; whoever takes it over closes it
   * @param warnings what somebody should look at
   */
  public record Ready(PolicySources sources, CompiledPolicy policy, List<Finding> warnings) {
    public Ready {
      warnings = List.copyOf(warnings);
    }
  }
}
