package nz.cleancar.work;

import java.util.List;
import java.util.function.Function;

/**
 * What became of something that was asked for.
 *
 * @param <T> what it gives when it is done
 */
public sealed interface Attempt<T> {

  /** It was done. */
  record Done<T>(T value) implements Attempt<T> {}

  /** It was not done, and nothing changed; one reason or more. */
  record Refused<T>(List<Refusal> refusals) implements Attempt<T> {
    public Refused {
      refusals = List.copyOf(refusals);
      if (refusals.isEmpty()) {
        throw new IllegalArgumentException("Whoever refuses says why.");
      }
    }
  }

  /** It was done. */
  static <T> Attempt<T> done(T value) {
    return new Done<>(value);
  }

  /** It was not done. */
  static <T> Attempt<T> refused(Refusal why) {
    return new Refused<>(List.of(why));
  }

  /** It was not done. */
  static <T> Attempt<T> refused(List<Refusal> why) {
    return new Refused<>(why);
  }

  /** What is done next, if this was done. */
  default <R> Attempt<R> then(Function<T, Attempt<R>> next) {
    return switch (this) {
      case Done<T>(T value) -> next.apply(value);
      case Refused<T>(List<Refusal> why) -> new Refused<>(why);
    };
  }

  /** The same with another value, if this was done. */
  default <R> Attempt<R> map(Function<T, R> to) {
    return then(value -> new Done<>(to.apply(value)));
  }
}
