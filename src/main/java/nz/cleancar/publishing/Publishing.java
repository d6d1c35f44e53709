package nz.cleancar.publishing;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import nz.cleancar.policy.Policies;
import nz.cleancar.policy.PolicyFolder;
import nz.cleancar.policy.PolicyLoader;
import nz.cleancar.standard.NewZealand;

/** Everything about which policy is live, put together and started. */
public final class Publishing {

  private final PublishedPolicies policies;
  private final Versions versions;
  private final Rounds rounds;
  private final Starting.Begun begun;
  private final Parts parts;
  private final Timeline timeline;
  private final Publisher publisher;

  /**
   * What it is made of.
   *
   * @param events everything that happened
   * @param archive the files of versions
   * @param reportArchive the reports of checks
   * @param reports writes reports
   * @param gateChecks what a version must pass besides reading, analysis and compiling
   * @param loader reads, analyses and compiles
   * @param newZealand the clock
   * @param notices where operators are told
   */
  public record Parts(
      PolicyEvents events,
      PolicyArchive archive,
      ReportArchive reportArchive,
      Reports reports,
      List<GateCheck> gateChecks,
      PolicyLoader loader,
      NewZealand newZealand,
      Notices notices) {
    public Parts {
      gateChecks = List.copyOf(gateChecks);
    }
  }

  /**
   * How much of it there is.
   *
   * @param earlierCompiled how many policies besides the live one stay compiled, 1 or more
   * @param poll how often the database is asked what others published
   * @param preparedAhead how long before its time a scheduled version is judged and compiled
   * @param furthestAhead how far ahead a version may be scheduled
   */
  public record Settings(
      int earlierCompiled, Duration poll, Duration preparedAhead, Duration furthestAhead) {}

  private Publishing(
      Starting.Begun begun, Parts parts, Settings settings, Timeline timeline, Gate gate) {
    this.begun = begun;
    this.parts = parts;
    this.timeline = timeline;
    this.policies =
        new PublishedPolicies(
            begun.number(),
            begun.live(),
            parts.archive(),
            parts.loader()::load,
            settings.earlierCompiled(),
            timeline);
    this.publisher =
        new Publisher(
            timeline,
            parts.archive(),
            gate,
            parts.loader()::load,
            policies,
            parts.newZealand(),
            parts.notices());
    var drafts =
        new Drafts(
            timeline,
            parts.archive(),
            parts.reportArchive(),
            parts.reports(),
            gate,
            policies,
            PolicyFolder.DEFAULT_LIMITS);
    this.versions =
        new Versions(
            timeline,
            parts.archive(),
            parts.reportArchive(),
            drafts,
            publisher,
            parts.newZealand(),
            settings.furthestAhead());
    var schedule =
        new Schedule(
            timeline, publisher, parts.newZealand(), parts.notices(), settings.preparedAhead());
    this.rounds =
        new Rounds(publisher, schedule, parts.newZealand(), parts.notices(), settings.poll());
    begun.draft().ifPresent(version -> rounds.onceStarted(() -> drafts.check(version)));
  }

  /**
   * Finds out which policy is live, compiles it, and hands in what the folder has besides.
   *
   * @throws PolicyRefused if the policy that is to be live cannot decide
   */
  public static Publishing start(
      StartingPolicy folder, Path directory, Parts parts, Settings settings) {
    var timeline = new Timeline(parts.events(), parts.newZealand());
    var gate = new Gate(parts.loader()::check, parts.gateChecks());
    var begun = new Starting(timeline, parts, gate, folder, directory).begun();
    return new Publishing(begun, parts, settings, timeline, gate);
  }

  /** The policies that can be asked. */
  public Policies policies() {
    return policies;
  }

  /** All versions, and what can be done with them. */
  public Versions versions() {
    return versions;
  }

  /** The thread that follows what others publish and what is scheduled; it is not started. */
  public Rounds rounds() {
    return rounds;
  }

  /** What to say of the folder at the start, if its policy is not the live one. */
  public Optional<String> says() {
    return begun.says();
  }

  /**
   * Has what is saved in the folder decide at once, without approval, for as long as it is watched;
   * what its own scenarios say of it is told. Only ever for a database that is thrown away.
   *
   * @param out takes what became of each save
   */
  public FolderWatch watch(Path folder, Consumer<String> out) {
    return new FolderWatch(
        folder, new SavedFolder(folder, timeline, parts, publisher, policies, out));
  }
}
