package nz.cleancar.notice;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A notice that was posted, and what became of it.
 *
 * @param id its id; ids rise with the time they were posted
 * @param notice the notice
 * @param postedAt when it was posted
 * @param state where it is
 * @param tries how often its delivery was tried
 * @param failure why it was not delivered when it was last tried; empty where it was
 * @param deliveredAt when a mail server took it
 */
public record PostedNotice(
    String id,
    Notice notice,
    Instant postedAt,
    State state,
    int tries,
    String failure,
    @Nullable Instant deliveredAt) {

  /** When a mail server took it, if one did. */
  public Optional<Instant> delivered() {
    return Optional.ofNullable(deliveredAt);
  }

  /** Where a notice is. */
  public enum State {
    /** It is still to be sent. */
    WAITING,

    /** A mail server took it. */
    SENT,

    /** It was tried as often as it may be, or refused for good. */
    GIVEN_UP
  }
}
