package nz.cleancar.publishing;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** What others make, waited for as if it were made here. */
final class Awaited {

  private Awaited() {}

  /** What the future gives; what it fails with is thrown as it is. */
  static <T> T of(CompletableFuture<T> future) {
    try {
      return future.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }
}
