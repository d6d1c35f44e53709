package nz.cleancar.publishing;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import nz.cleancar.policy.PolicySources;
import nz.cleancar.policy.PolicyVersion;
import nz.cleancar.policy.Shown;
import nz.cleancar.publishing.Timeline.Step;
import nz.cleancar.security.Person;
import nz.cleancar.standard.NewZealand;

/** All versions of the policy, and the way of each from being handed in to being live. */
public final class Versions {

  /** The longest reason that is kept, in characters. */
  public static final int LONGEST_REASON = 2_000;

  static final String MAY_NOT = "Only policy staff and rule engineers may change the policy.";

  private final Timeline timeline;
  private final PolicyArchive archive;
  private final ReportArchive reports;
  private final Drafts drafts;
  private final Publisher publisher;
  private final NewZealand newZealand;
  private final Duration furthestAhead;

  /**
   * All versions.
   *
   * @param furthestAhead how far ahead a version may be scheduled
   */
  Versions(
      Timeline timeline,
      PolicyArchive archive,
      ReportArchive reports,
      Drafts drafts,
      Publisher publisher,
      NewZealand newZealand,
      Duration furthestAhead) {
    this.timeline = timeline;
    this.archive = archive;
    this.reports = reports;
    this.drafts = drafts;
    this.publisher = publisher;
    this.newZealand = newZealand;
    this.furthestAhead = furthestAhead;
  }

  /** The versions handed in last, newest first. */
  public List<Version> all(int most) {
    return timeline.read().newestFirst().stream().limit(most).toList();
  }

  /** The version, if it was handed in. */
  public Optional<Version> find(PolicyVersion version) {
    return timeline.read().find(version);
  }

  /** The version's files, if it was handed in. */
  public Optional<PolicySources> sources(PolicyVersion version) {
    return find(version).flatMap(known -> archive.find(known.id()));
  }

  /** The version's reports by their digest, if there are such. */
  public Optional<String> reports(PolicyVersion version, ReportsDigest digest) {
    return reports.find(version, digest);
  }

  /** What happened to the version, in order; empty if it was never handed in. */
  public List<PolicyEvent> events(PolicyVersion version) {
    return timeline.read().eventsOf(version);
  }

  /** The publications, newest first. */
  public List<Publication> publications(int most) {
    return timeline.read().publications().stream().limit(most).toList();
  }

  /** Makes a draft of the live policy with the files put in, and checks it. */
  public HandingIn handIn(Person author, Submission submission) {
    return drafts.handIn(author, drafts.live(), submission);
  }

  /**
   * Makes a draft of the base with the files put in, and checks it. Files under {@code rules} need
   * a rule engineer. A draft with errors is a draft too.
   */
  public HandingIn handIn(Person author, PolicyVersion base, Submission submission) {
    return drafts.handIn(author, base, submission);
  }

  /** Puts the version to the gate's checks, and writes its reports against the live policy. */
  public Checking check(PolicyVersion version) {
    return drafts.check(version);
  }

  /**
   * Approves the version with these reports. The approver is somebody else than whoever handed it
   * in; the reports are the latest, and compare it with what is live.
   */
  public Move approve(Person approver, PolicyVersion version, ReportsDigest reports, String why) {
    return keepsBack(approver, why)
        .<Move>map(no -> no)
        .orElseGet(
            () ->
                timeline.move(
                    version,
                    approver.name(),
                    why,
                    history ->
                        step(
                            history,
                            version,
                            known ->
                                Life.keepsFromApproval(history, known, approver.name(), reports),
                            new PolicyEvent.What.Approved(reports))));
  }

  /** Makes the version live now; one that was live before needs no approval. */
  public Move publish(Person publisher, PolicyVersion version, String reason) {
    return keepsBack(publisher, reason)
        .<Move>map(no -> no)
        .orElseGet(
            () ->
                this.publisher.publish(
                    version,
                    publisher.name(),
                    reason,
                    history ->
                        keepsFromLive(history, version)
                            .or(() -> Life.keepsFromOvertaking(history))));
  }

  /** Has the version go live at the moment; one that was live before needs no approval. */
  public Move schedule(Person publisher, PolicyVersion version, Instant at, String reason) {
    var liveFrom = at.truncatedTo(ChronoUnit.MILLIS);
    return keepsBack(publisher, reason)
        .or(() -> keepsFromTime(liveFrom))
        .<Move>map(no -> no)
        .orElseGet(
            () ->
                timeline.move(
                    version,
                    publisher.name(),
                    reason,
                    history ->
                        step(
                            history,
                            version,
                            known ->
                                Life.keepsFromLive(history, known.stage())
                                    .or(() -> Life.keepsFromSchedule(history)),
                            new PolicyEvent.What.Scheduled(liveFrom))));
  }

  private Optional<Move.Refused> keepsFromTime(Instant liveFrom) {
    var now = newZealand.now();
    if (!liveFrom.isAfter(now)) {
      return Optional.of(
          new Move.Refused(
              Move.Why.TIME, "The time must be in the future; leave it out to publish now."));
    }
    return liveFrom.isAfter(now.plus(furthestAhead))
        ? Optional.of(
            new Move.Refused(
                Move.Why.TIME,
                "The time must be at most " + furthestAhead.toDays() + " days ahead."))
        : Optional.empty();
  }

  /** Takes the version's time back; it is then what it was before. */
  public Move withdraw(Person person, PolicyVersion version, String reason) {
    return keepsBack(person, reason)
        .<Move>map(no -> no)
        .orElseGet(
            () ->
                timeline.move(
                    version,
                    person.name(),
                    reason,
                    history ->
                        step(
                            history,
                            version,
                            Life::keepsFromWithdrawal,
                            new PolicyEvent.What.Withdrawn())));
  }

  /** Makes the version live that was live before this one. Doing so twice ends where it began. */
  public Move rollBack(Person person, String reason) {
    var no = keepsBack(person, reason);
    if (no.isPresent()) {
      return no.get();
    }
    var before = timeline.read().beforeThisOne().map(Publication::version);
    if (before.isEmpty()) {
      return new Move.Refused(
          Move.Why.NOTHING_BEFORE, "No other version was live before; there is nothing to go to.");
    }
    return publisher.publish(
        before.get(), person.name(), reason, history -> keepsFromRollBack(history, before.get()));
  }

  private static Optional<Move.Refused> keepsFromRollBack(History history, PolicyVersion version) {
    return history.beforeThisOne().map(Publication::version).filter(version::equals).isPresent()
        ? keepsFromLive(history, version)
        : Optional.of(
            new Move.Refused(
                Move.Why.OVERTAKEN,
                "Another version was published meanwhile; look, and try again."));
  }

  private static Optional<Move.Refused> keepsFromLive(History history, PolicyVersion version) {
    return history
        .find(version)
        .map(known -> Life.keepsFromLive(history, known.stage()))
        .orElseGet(() -> Optional.of(Life.unknown(version)));
  }

  private static Step step(
      History history, PolicyVersion version, Life.Rule rule, PolicyEvent.What what) {
    var known = history.find(version);
    if (known.isEmpty()) {
      return new Step.No(Life.unknown(version));
    }
    return rule.keepsBack(known.get()).<Step>map(Step.No::new).orElseGet(() -> new Step.Take(what));
  }

  private static Optional<Move.Refused> keepsBack(Person person, String reason) {
    if (!person.mayChangePolicy()) {
      return Optional.of(new Move.Refused(Move.Why.NOT_ALLOWED, MAY_NOT));
    }
    return badReason(reason)
        .map(says -> new Move.Refused(Move.Why.REASON, "The reason " + says + "."));
  }

  static Optional<String> badReason(String reason) {
    if (reason.isBlank()) {
      return Optional.of("is missing; say why");
    }
    if (reason.length() > LONGEST_REASON) {
      return Optional.of("must have at most " + LONGEST_REASON + " characters");
    }
    return reason.codePoints().allMatch(point -> point == '\n' || Shown.isVisible(point))
        ? Optional.empty()
        : Optional.of("has a character that cannot be seen; type it again");
  }
}
