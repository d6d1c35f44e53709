package nz.cleancar.work;

import java.util.Optional;

/**
 * The first answers to requests that may be repeated. Kept in the same work as what they answer, so
 * that a change and its answer are kept both or not at all.
 */
public interface Repeats {

  /**
   * The first answer that this person's key got. Whoever asks inside work holds the key until the
   * work ends: another with the same key waits, and then finds the answer.
   */
  Optional<Answered> first(String person, String key);

  /** Keeps the first answer. */
  void keep(String person, String key, Answered answer);

  /**
   * A first answer.
   *
   * @param requestDigest the SHA-256 of the request that it answered, in hex
   * @param status its HTTP status
   * @param location the address of what was made; empty where nothing has one
   * @param body its JSON
   */
  record Answered(String requestDigest, int status, String location, String body) {}
}
