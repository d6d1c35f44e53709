package nz.cleancar.publishing;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import nz.cleancar.policy.Candidate;
import nz.cleancar.policy.PolicyFolder;
import nz.cleancar.policy.PolicyLoader;
import nz.cleancar.policy.PolicySources;

/**
 * The policy in the service's folder, read and compiled on a thread of its own while others start.
 * Most often it is the live one, or is to be the first.
 */
public final class StartingPolicy {

  private final CompletableFuture<PolicyFolder.Contents> contents = new CompletableFuture<>();
  private final CompletableFuture<Candidate> loaded = new CompletableFuture<>();

  /**
   * Begins at once.
   *
   * @param read reads the folder
   * @param load reads and compiles what is in it
   */
  public StartingPolicy(
      Supplier<PolicyFolder.Contents> read, Function<PolicySources, Candidate> load) {
    var _ =
        Thread.ofPlatform()
            .name("starting-policy")
            .daemon()
            .start(
                () -> {
                  contents.completeAsync(read, Runnable::run);
                  loaded.completeAsync(() -> load.apply(contents().sources()), Runnable::run);
                });
  }

  /** Begins at once with the policy in this directory. */
  public static StartingPolicy in(Path directory, PolicyLoader loader) {
    return new StartingPolicy(() -> new PolicyFolder(directory).read(), loader::load);
  }

  /** What is in the folder. */
  public PolicyFolder.Contents contents() {
    return Awaited.of(contents);
  }

  /** The policy, compiled without analysis; whoever takes it over closes it. */
  public Candidate loaded() {
    return Awaited.of(loaded);
  }
}
