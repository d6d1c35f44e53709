package nz.cleancar.publishing;

import java.util.List;
import nz.cleancar.policy.Finding;

/** What came of trying to take a version further. */
public sealed interface Move {

  /**
   * It was taken further.
   *
   * @param version as it is now
   */
  record Made(Version version) implements Move {}

  /**
   * It was not, and everything is as it was.
   *
   * @param why the kind of reason
   * @param says the reason, in a sentence that says what to do
   * @param findings what keeps it back; empty where the sentence says all
   */
  record Refused(Why why, String says, List<Finding> findings) implements Move {
    public Refused {
      findings = List.copyOf(findings);
    }

    Refused(Why why, String says) {
      this(why, says, List.of());
    }
  }

  /** The kinds of reasons. */
  enum Why {
    /** The person may not do it. */
    NOT_ALLOWED,

    /** No reason was given, or one too long to keep. */
    REASON,

    /** No such version was handed in. */
    UNKNOWN_VERSION,

    /** The version is not in a stage from which it can be done. */
    WRONG_STAGE,

    /** The reports named are not the latest. */
    OTHER_REPORTS,

    /** The reports compare the version with one that is no longer live. */
    LIVE_CHANGED,

    /** Whoever handed a version in cannot approve it. */
    OWN_WORK,

    /** The version does not pass the gate. */
    GATE,

    /** The time is not in the future, or too far in it. */
    TIME,

    /** Another version has a time set already. */
    SCHEDULE_PENDING,

    /** No version was live before the one that is. */
    NOTHING_BEFORE,

    /** Others changed so much meanwhile that it was given up. */
    OVERTAKEN
  }
}
