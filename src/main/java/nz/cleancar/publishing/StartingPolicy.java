package nz.cleancar.publishing;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import nz.cleancar.policy.CompiledPolicy;
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
   */
  public record Ready(PolicySources sources, CompiledPolicy policy) {}
}
