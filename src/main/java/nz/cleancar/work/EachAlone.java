package nz.cleancar.work;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Does something for each of many, each by itself: one that fails stops no other, and is named.
 * Called outside any work; for one thread.
 */
public final class EachAlone {

  private final List<Failed> failed = new ArrayList<>();

  /**
   * One that failed.
   *
   * @param what which, for example {@code account CO2-200001}
   * @param says why, in a sentence
   */
  public record Failed(String what, String says) {}

  /** What it gives; nothing where it fails. */
  public <T> Optional<T> attempt(String what, Supplier<T> action) {
    try {
      return Optional.of(action.get());
    } catch (RuntimeException e) {
      // whatever it is, the others do not wait for it
      fail(what, Optional.ofNullable(e.getMessage()).orElse(e.toString()));
      return Optional.empty();
    }
  }

  /** Names one that failed. */
  public void fail(String what, String says) {
    failed.add(new Failed(what, says));
  }

  /** Those that failed, in the order in which they did. */
  public List<Failed> failed() {
    return List.copyOf(failed);
  }
}
