package nz.cleancar.publishing;

import java.time.Instant;
import java.util.Optional;
import nz.cleancar.security.PersonName;
import org.jspecify.annotations.Nullable;

/**
 * Where a version is in its life.
 *
 * <pre>
 *   handed in
 *       │
 *       ▼     a check passes           approved          published
 *     Draft ────────────────▶ Checked ──────────▶ Approved ──────────▶ Live
 *       ▲                      │    ▲              │  │  ▲              │  ▲
 *       └──────────────────────┘    └──────────────┘  │  │ withdrawn,   │  │ published
 *        a later check fails    a later check says    │  │ or failed    │  │ again
 *                               something else        ▼  │              ▼  │
 *                                                   Scheduled ───────▶ Retired
 *                                                     its time comes: Live
 * </pre>
 *
 * A retired version was live, and needs no new approval: it may be published or scheduled again.
 */
public sealed interface Stage {

  /** A version that may go live, or be given a time to. */
  sealed interface Ready extends Stage {}

  /**
   * Handed in, and not checked or not passed.
   *
   * @param failed the latest check, which it did not pass; absent before the first
   */
  record Draft(@Nullable Check failed) implements Stage {

    /** The latest check, which it did not pass; empty before the first. */
    public Optional<Check> failure() {
      return Optional.ofNullable(failed);
    }
  }

  /**
   * It passed, and waits for a second person.
   *
   * @param check the latest
   */
  record Checked(Check check) implements Stage {}

  /**
   * A second person approved it. Whether that still holds depends on which version is live.
   *
   * @param approval that word
   */
  record Approved(Approval approval) implements Ready {}

  /**
   * It goes live at a set time.
   *
   * @param before what it was before, and is again if it is withdrawn or fails
   * @param liveFrom that time
   * @param by who set it
   * @param reason why
   */
  record Scheduled(Ready before, Instant liveFrom, PersonName by, String reason) implements Stage {}

  /**
   * It decides.
   *
   * @param publication how it came to
   */
  record Live(Publication publication) implements Stage {}

  /**
   * It was live, and another is.
   *
   * @param publication how it last became live
   * @param until the moment from which the next one was live
   */
  record Retired(Publication publication, Instant until) implements Ready {}
}
