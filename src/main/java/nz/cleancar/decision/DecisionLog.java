package nz.cleancar.decision;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;

/** The record of every decision that was acknowledged. Append-only. */
public interface DecisionLog {

  /**
   * Keeps the decision. The stage completes once it is durable, also against a killed process, and
   * fails if it cannot be kept: with {@link LogIsFull} where too many are waiting. It is never
   * completed on the thread that writes, so what depends on it may take its time.
   */
  CompletionStage<Appended> append(LoggedDecision decision, Idempotency idempotency);

  /** The decision with this id, if there is one. */
  Optional<LoggedDecision> find(DecisionId id);

  /** The latest decisions, at most so many, the last one first. */
  List<LoggedDecision> recent(int most);

  /** How a repeated request is told from a new one. */
  sealed interface Idempotency {

    /** The asker gave no key. */
    record None() implements Idempotency {}

    /**
     * The asker gave a key.
     *
     * @param key the key, 1 to 255 characters of ASCII that can be seen
     * @param requestDigest the SHA-256 of the request, in hex
     */
    record Key(String key, String requestDigest) implements Idempotency {

      private static final Pattern FORM = Pattern.compile("[!-~]{1,255}");

      public Key {
        if (!isKey(key)) {
          throw new IllegalArgumentException("An idempotency key has 1 to 255 ASCII characters.");
        }
      }

      /** Whether the text has the form of a key. */
      public static boolean isKey(String text) {
        return FORM.matcher(text).matches();
      }
    }
  }

  /** What became of a decision that was to be kept. */
  sealed interface Appended {

    /** It is in the log. */
    record Kept(LoggedDecision decision) implements Appended {}

    /** The key was used before with the same request; this is the first answer. */
    record Repeated(LoggedDecision first) implements Appended {}

    /** The key was used before with another request; nothing was kept. */
    record KeyReused(String key) implements Appended {}
  }
}
