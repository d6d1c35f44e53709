package nz.cleancar.publishing;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import nz.cleancar.policy.PolicyVersion;
import nz.cleancar.publishing.Timeline.Step;
import nz.cleancar.standard.NewZealand;
import org.jspecify.annotations.Nullable;

/**
 * Takes the version live that has a time set, when it comes. The gate judges it shortly before, so
 * that at the moment only the swap is left; a time that passed while no service ran is made up for.
 */
final class Schedule {

  private final Timeline timeline;
  private final Publisher publisher;
  private final NewZealand newZealand;
  private final Notices notices;
  private final Duration ahead;
  private @Nullable Prepared prepared;

  /**
   * A schedule.
   *
   * @param ahead how long before its time a version is judged and compiled
   */
  Schedule(
      Timeline timeline,
      Publisher publisher,
      NewZealand newZealand,
      Notices notices,
      Duration ahead) {
    this.timeline = timeline;
    this.publisher = publisher;
    this.newZealand = newZealand;
    this.notices = notices;
    this.ahead = ahead;
  }

  /** Does what is due by now, and says when something is next, as far as is known. */
  synchronized Optional<Instant> round() {
    var pending = timeline.read().scheduled();
    if (pending.isEmpty() || !(pending.get().stage() instanceof Stage.Scheduled scheduled)) {
      forget();
      return Optional.empty();
    }
    var version = pending.get().id();
    if (newZealand.now().isBefore(scheduled.liveFrom().minus(ahead))) {
      return Optional.of(scheduled.liveFrom().minus(ahead));
    }
    var verdict = prepared(version);
    if (newZealand.now().isBefore(scheduled.liveFrom())) {
      return Optional.of(scheduled.liveFrom());
    }
    prepared = null;
    activate(version, scheduled, verdict);
    return Optional.empty();
  }

  private Verdict prepared(PolicyVersion version) {
    if (prepared == null || !prepared.version().equals(version)) {
      forget();
      prepared = new Prepared(version, publisher.judge(version));
    }
    return prepared.verdict();
  }

  private void forget() {
    if (prepared != null) {
      prepared.verdict().close();
      prepared = null;
    }
  }

  private void activate(PolicyVersion version, Stage.Scheduled scheduled, Verdict verdict) {
    var move =
        publisher.takeLive(
            version,
            scheduled.by(),
            scheduled.reason(),
            verdict,
            scheduled.liveFrom(),
            history ->
                settled(history, version, scheduled)
                    .or(() -> Life.keepsFromLive(history, scheduled.before())));
    switch (move) {
      case Move.Made _ -> notices.told("Version " + version + " went live as scheduled.");
      case Move.Refused refused -> fail(version, scheduled, refused);
    }
  }

  private void fail(PolicyVersion version, Stage.Scheduled scheduled, Move.Refused refused) {
    var failed =
        timeline.move(
            version,
            scheduled.by(),
            shortened(refused.says()),
            history ->
                settled(history, version, scheduled)
                    .<Step>map(Step.No::new)
                    .orElseGet(
                        () -> new Step.Take(new PolicyEvent.What.Failed(scheduled.liveFrom()))));
    if (failed instanceof Move.Made) {
      notices.alarm("Version " + version + " did not go live as scheduled: " + refused.says());
    }
  }

  /** Whether another service was faster. */
  private static Optional<Move.Refused> settled(
      History history, PolicyVersion version, Stage.Scheduled scheduled) {
    return history.find(version).filter(now -> now.stage().equals(scheduled)).isPresent()
        ? Optional.empty()
        : Optional.of(new Move.Refused(Move.Why.OVERTAKEN, "It has that time no more."));
  }

  private static String shortened(String says) {
    return says.length() <= Versions.LONGEST_REASON
        ? says
        : says.substring(0, Versions.LONGEST_REASON - 1) + "…";
  }

  private record Prepared(PolicyVersion version, Verdict verdict) {}
}
