package nz.cleancar.publishing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nz.cleancar.policy.PolicyVersion;
import nz.cleancar.security.PersonName;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a version. It is never changed or removed.
 *
 * @param number its place in the order of all events, from 1 without a gap
 * @param version what it happened to
 * @param at when
 * @param by who did it
 * @param reason why, in their words
 * @param what what happened
 */
public record PolicyEvent(
    long number, PolicyVersion version, Instant at, PersonName by, String reason, What what) {

  /** What happened. */
  public sealed interface What {

    /**
     * Its sources came.
     *
     * @param base the version that they were made from; absent where they came as a whole
     */
    record HandedIn(@Nullable PolicyVersion base) implements What {

      /** The version that they were made from, unless they came as a whole. */
      public Optional<PolicyVersion> madeFrom() {
        return Optional.ofNullable(base);
      }
    }

    /**
     * It was put to the gate's checks.
     *
     * @param passed whether it passed all
     * @param reports what was written of it
     * @param comparedWith the version that was live
     * @param objections why it did not pass, a line each
     */
    record Checked(
        boolean passed, ReportsDigest reports, PolicyVersion comparedWith, List<String> objections)
        implements What {
      public Checked {
        objections = List.copyOf(objections);
      }
    }

    /**
     * A second person approved it.
     *
     * @param reports the reports that they approved
     */
    record Approved(ReportsDigest reports) implements What {}

    /**
     * It was given a time to go live.
     *
     * @param liveFrom that time
     */
    record Scheduled(Instant liveFrom) implements What {}

    /** Its time was taken back. */
    record Withdrawn() implements What {}

    /**
     * It went live.
     *
     * @param liveFrom the moment from which it is the live one
     * @param replaces the number of the event by which the one before went live; 0 for the first
     */
    record Live(Instant liveFrom, long replaces) implements What {}

    /**
     * Its time came, and it could not go live; the reason says why.
     *
     * @param liveFrom that time
     */
    record Failed(Instant liveFrom) implements What {}
  }
}
