package nz.cleancar.publishing;

import java.util.Optional;
import nz.cleancar.policy.PolicyVersion;
import nz.cleancar.publishing.Move.Refused;
import nz.cleancar.publishing.Move.Why;
import nz.cleancar.security.PersonName;

/** The rules of a version's life: which move keeps it where it is, and why. */
final class Life {

  private Life() {}

  static Refused unknown(PolicyVersion version) {
    return new Refused(Why.UNKNOWN_VERSION, "No version " + version + " was handed in.");
  }

  /** Why the version cannot be checked. */
  static Optional<Refused> keepsFromCheck(Version version) {
    return switch (version.stage()) {
      case Stage.Draft _, Stage.Checked _, Stage.Approved _, Stage.Retired _ -> Optional.empty();
      case Stage.Scheduled _ -> wrongStage("It has a time set; withdraw that to check it again.");
      case Stage.Live _ -> wrongStage("It is live, and there is nothing to compare it with.");
    };
  }

  /** Why the person cannot approve the version with these reports. */
  static Optional<Refused> keepsFromApproval(
      History history, Version version, PersonName approver, ReportsDigest reports) {
    return switch (version.stage()) {
      case Stage.Checked(Check check) ->
          otherReports(check, reports)
              .or(() -> liveChanged("compared with", check, history))
              .or(() -> ownWork(version, approver));
      case Stage.Draft draft -> wrongStage(draft.failure().isPresent() ? FAILED : UNCHECKED);
      case Stage.Approved(Approval approval) ->
          liveChanged("approved against", approval.check(), history)
              .or(() -> wrongStage("It is approved already, by " + approval.by() + "."));
      case Stage.Scheduled _ -> wrongStage("It is approved already, and has a time set.");
      case Stage.Live _, Stage.Retired _ -> wrongStage("It was live, and needs no approval.");
    };
  }

  /** Why the version cannot go live, or be given a time to, as things stand. */
  static Optional<Refused> keepsFromLive(History history, Stage stage) {
    return switch (stage) {
      case Stage.Approved(Approval approval) ->
          liveChanged("approved against", approval.check(), history);
      case Stage.Retired _ -> Optional.empty();
      case Stage.Draft draft -> wrongStage(draft.failure().isPresent() ? FAILED : UNCHECKED);
      case Stage.Checked _ -> wrongStage("Nobody has approved it; a second person must.");
      case Stage.Scheduled _ -> wrongStage("It has a time set; withdraw that first.");
      case Stage.Live _ -> wrongStage("It is live already.");
    };
  }

  /** Why the version's time cannot be taken back. */
  static Optional<Refused> keepsFromWithdrawal(Version version) {
    return version.stage() instanceof Stage.Scheduled
        ? Optional.empty()
        : wrongStage("It has no time set; there is nothing to withdraw.");
  }

  /** Why the version cannot be given a time, besides what keeps it from going live. */
  static Optional<Refused> keepsFromSchedule(History history) {
    return pending(history, "has a time set already; one at a time can. Withdraw that first.");
  }

  /** The approval of a version that waits for its time would no longer hold when it comes. */
  static Optional<Refused> keepsFromOvertaking(History history) {
    return pending(
        history,
        "waits for its time, and was compared with what is live now. Withdraw its time first; or"
            + " roll back, where it cannot wait.");
  }

  private static Optional<Refused> pending(History history, String says) {
    return history
        .scheduled()
        .map(
            version ->
                new Refused(
                    Why.SCHEDULE_PENDING, "Version " + version.id().shortName() + " " + says));
  }

  /** What keeps a version back. */
  interface Rule {
    Optional<Refused> keepsBack(Version version);
  }

  private static final String UNCHECKED = "It is a draft that was not checked; check it first.";
  private static final String FAILED =
      "It is a draft that did not pass; mend what its reports name, and hand it in again.";

  private static Optional<Refused> wrongStage(String says) {
    return Optional.of(new Refused(Why.WRONG_STAGE, says));
  }

  private static Optional<Refused> otherReports(Check check, ReportsDigest reports) {
    return check.reports().equals(reports)
        ? Optional.empty()
        : Optional.of(
            new Refused(
                Why.OTHER_REPORTS,
                "Its latest reports are "
                    + check.reports()
                    + "; read those, and approve them by that digest."));
  }

  private static Optional<Refused> liveChanged(String how, Check check, History history) {
    var live = history.live().map(Publication::version);
    return live.filter(check.comparedWith()::equals).isPresent()
        ? Optional.empty()
        : Optional.of(
            new Refused(
                Why.LIVE_CHANGED,
                "It was %s %s, but %s is live: check it and have it approved again."
                    .formatted(
                        how,
                        check.comparedWith().shortName(),
                        live.map(PolicyVersion::shortName).orElse("none"))));
  }

  private static Optional<Refused> ownWork(Version version, PersonName approver) {
    return version.authors().contains(approver)
        ? Optional.of(
            new Refused(
                Why.OWN_WORK,
                "You handed it in, or what it was made from; somebody else must approve it."))
        : Optional.empty();
  }
}
