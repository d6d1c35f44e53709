package nz.cleancar.publishing;

import java.util.List;
import java.util.Optional;
import nz.cleancar.policy.CompiledPolicy;
import nz.cleancar.policy.Finding;
import nz.cleancar.policy.Policies;
import nz.cleancar.policy.PolicyFolder;
import nz.cleancar.policy.PolicySources;
import nz.cleancar.policy.PolicyVersion;
import nz.cleancar.publishing.Timeline.Step;
import nz.cleancar.security.Person;
import nz.cleancar.security.PersonName;

/** Takes drafts in, and checks them. */
final class Drafts {

  /** Who hands in what was changed in the folder, for nobody signed in does. */
  static final PersonName FOLDER = new PersonName("folder");

  /** Who checks, for nobody in particular does. */
  private static final PersonName SERVICE = new PersonName("service");

  private final Timeline timeline;
  private final PolicyArchive archive;
  private final ReportArchive reportArchive;
  private final Reports reports;
  private final Gate gate;
  private final Policies policies;
  private final PolicyFolder.Limits limits;

  /**
   * Drafts.
   *
   * @param policies what is live, and drafts are compared with
   * @param limits how large a policy may be
   */
  Drafts(
      Timeline timeline,
      PolicyArchive archive,
      ReportArchive reportArchive,
      Reports reports,
      Gate gate,
      Policies policies,
      PolicyFolder.Limits limits) {
    this.timeline = timeline;
    this.archive = archive;
    this.reportArchive = reportArchive;
    this.reports = reports;
    this.gate = gate;
    this.policies = policies;
    this.limits = limits;
  }

  /** The version that is live here. */
  PolicyVersion live() {
    return policies.live().policy().version();
  }

  /** Makes a draft of the base with the files put in, and checks it. */
  HandingIn handIn(Person author, PolicyVersion base, Submission submission) {
    if (!author.mayChangePolicy()) {
      return new HandingIn.NotAllowed(Versions.MAY_NOT);
    }
    var badReason = Versions.badReason(submission.reason());
    if (badReason.isPresent()) {
      return refused("/reason", badReason.get());
    }
    var sources = timeline.read().find(base).flatMap(known -> archive.find(known.id()));
    if (sources.isEmpty()) {
      return refused("/base", "is no version that was handed in");
    }
    return switch (Changes.of(sources.get(), submission, limits)) {
      case Changes.Result.Faulty(List<HandingIn.Fault> faults) -> new HandingIn.Refused(faults);
      case Changes.Result.Merged merged
          when !author.mayChangeRules() && !hasLiveRules(merged.sources()) ->
          new HandingIn.NotAllowed(
              "Only rule engineers may hand in rules/ other than those that are live.");
      case Changes.Result.Merged merged when merged.changed().isEmpty() ->
          new HandingIn.Unchanged(base);
      case Changes.Result.Merged merged ->
          keep(merged.sources(), author.name(), submission.reason(), base);
    };
  }

  private boolean hasLiveRules(PolicySources sources) {
    var live = archive.find(live()).orElseThrow();
    return Changes.sameRules(live, sources);
  }

  private static HandingIn refused(String pointer, String says) {
    return new HandingIn.Refused(List.of(new HandingIn.Fault(pointer, says)));
  }

  private HandingIn keep(
      PolicySources sources, PersonName author, String reason, PolicyVersion base) {
    var version = sources.version();
    var known = timeline.read().find(version);
    if (known.isPresent() && known.get().authors().contains(author)) {
      return isUnchecked(known.get()) ? drafted(check(version)) : new HandingIn.Known(known.get());
    }
    archive.keep(sources);
    var move =
        timeline.move(
            version, author, reason, _ -> new Step.Take(new PolicyEvent.What.HandedIn(base)));
    return switch (move) {
      case Move.Refused(Move.Why _, String says, List<Finding> _) -> refused("/files", says);
      case Move.Made(Version made) when isUnchecked(made) -> drafted(check(version));
      case Move.Made(Version made) -> new HandingIn.Known(made);
    };
  }

  /** A draft is new, or its first check failed for want of a database. */
  private static boolean isUnchecked(Version version) {
    return version.stage() instanceof Stage.Draft && version.check().isEmpty();
  }

  private static HandingIn drafted(Checking checking) {
    return switch (checking) {
      case Checking.Done(Version version, List<Finding> findings) ->
          new HandingIn.Drafted(version, findings);
      case Checking.NotDone(Move.Refused refused) -> refused("/files", refused.says());
    };
  }

  /** Puts the version to the gate's checks, and writes its reports against the live policy. */
  Checking check(PolicyVersion version) {
    var refused = keepsFromCheck(timeline.read(), version);
    if (refused.isPresent()) {
      return new Checking.NotDone(refused.get());
    }
    var live = policies.live();
    var verdict = gate.judge(archive.find(version).orElseThrow());
    var checked = checked(version, verdict, live);
    var move =
        timeline.move(
            version,
            SERVICE,
            "The gate's checks were run.",
            history ->
                keepsFromCheck(history, version)
                    .<Step>map(Step.No::new)
                    .orElseGet(() -> new Step.Take(checked)));
    return switch (move) {
      case Move.Made(Version made) -> new Checking.Done(made, verdict.findings());
      case Move.Refused no -> new Checking.NotDone(no);
    };
  }

  private PolicyEvent.What.Checked checked(
      PolicyVersion version, Verdict verdict, CompiledPolicy live) {
    var comparedWith = live.policy().version();
    try {
      String text = reports.write(version, verdict.candidate(), live);
      reportArchive.keep(version, comparedWith, text);
      return new PolicyEvent.What.Checked(
          verdict.passed(), ReportsDigest.of(text), comparedWith, verdict.objections());
    } finally {
      verdict.close();
    }
  }

  private static Optional<Move.Refused> keepsFromCheck(History history, PolicyVersion version) {
    return history
        .find(version)
        .map(Life::keepsFromCheck)
        .orElseGet(() -> Optional.of(Life.unknown(version)));
  }
}
