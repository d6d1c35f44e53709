package nz.cleancar.publishing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import nz.cleancar.policy.Candidate;
import nz.cleancar.policy.CompiledPolicy;
import nz.cleancar.policy.Finding;
import nz.cleancar.policy.PolicySources;
import nz.cleancar.policy.PolicyVersion;
import nz.cleancar.publishing.Timeline.Step;
import nz.cleancar.security.PersonName;
import nz.cleancar.standard.NewZealand;

/**
 * Takes versions live: compiles aside, keeps the event, swaps one reference. What decides here
 * follows what the events say, whichever service on the database wrote them.
 */
final class Publisher {

  private final Timeline timeline;
  private final PolicyArchive archive;
  private final Gate gate;
  private final Function<PolicySources, Candidate> load;
  private final PublishedPolicies policies;
  private final NewZealand newZealand;
  private final Notices notices;

  // Held from before an event is kept until its policy decides, so that nobody here sees the event
  // and compiles the policy once more.
  private final ReentrantLock swapping = new ReentrantLock();
  private long tried;

  /**
   * A publisher.
   *
   * @param load reads and compiles what others published, which was checked there
   */
  Publisher(
      Timeline timeline,
      PolicyArchive archive,
      Gate gate,
      Function<PolicySources, Candidate> load,
      PublishedPolicies policies,
      NewZealand newZealand,
      Notices notices) {
    this.timeline = timeline;
    this.archive = archive;
    this.gate = gate;
    this.load = load;
    this.policies = policies;
    this.newZealand = newZealand;
    this.notices = notices;
  }

  /** Puts the version to the gate and, if it passes and still may, makes it live now. */
  Move publish(PolicyVersion version, PersonName by, String reason, Rule rule) {
    var refused = rule.keepsBack(timeline.read());
    if (refused.isPresent()) {
      return refused.get();
    }
    var verdict = judge(version);
    return takeLive(version, by, reason, verdict, newZealand.now(), rule);
  }

  /** What the gate says of the version; whoever asks closes the verdict, or hands it on. */
  Verdict judge(PolicyVersion version) {
    return gate.judge(sources(version));
  }

  /** Makes the version live from the moment, if it passed the gate and still may. */
  Move takeLive(
      PolicyVersion version,
      PersonName by,
      String reason,
      Verdict verdict,
      Instant liveFrom,
      Rule rule) {
    return switch (verdict.candidate()) {
      case Candidate.Refused(List<Finding> findings) ->
          new Move.Refused(Move.Why.GATE, gateSays(verdict), findings);
      case Candidate.Accepted(CompiledPolicy policy, List<Finding> _) ->
          takeLive(version, by, reason, policy, liveFrom, rule);
    };
  }

  /** The first of what the gate objects to, in a sentence. */
  static String gateSays(Verdict verdict) {
    int more = verdict.objections().size() - 1;
    return "It does not pass the gate: "
        + verdict.objections().getFirst()
        + (more > 0 ? " And " + more + " more." : "");
  }

  private Move takeLive(
      PolicyVersion version,
      PersonName by,
      String reason,
      CompiledPolicy policy,
      Instant liveFrom,
      Rule rule) {
    boolean decides = false;
    swapping.lock();
    try {
      var move =
          timeline.move(
              version,
              by,
              reason,
              history ->
                  rule.keepsBack(history)
                      .<Step>map(Step.No::new)
                      .orElseGet(() -> new Step.Take(live(history, liveFrom))));
      if (move instanceof Move.Made(Version made)
          && made.stage() instanceof Stage.Live(Publication live)) {
        policies.goLive(live.number(), policy);
        decides = true;
      }
      return move;
    } finally {
      swapping.unlock();
      if (!decides) {
        policy.close();
      }
    }
  }

  /** Times of publications never run backwards, though the clocks of two services may differ. */
  private static PolicyEvent.What.Live live(History history, Instant liveFrom) {
    return history
        .live()
        .map(
            before ->
                new PolicyEvent.What.Live(
                    before.liveFrom().isAfter(liveFrom) ? before.liveFrom() : liveFrom,
                    before.number()))
        .orElseGet(() -> new PolicyEvent.What.Live(liveFrom, 0));
  }

  /**
   * Has this service decide with what the events say is live. One that it cannot compile is told
   * once, and the last good one stays.
   */
  void follow() {
    swapping.lock();
    try {
      timeline
          .read()
          .live()
          .filter(live -> live.number() > Math.max(policies.number(), tried))
          .ifPresent(this::follow);
    } finally {
      swapping.unlock();
    }
  }

  private void follow(Publication live) {
    switch (load.apply(sources(live.version()))) {
      case Candidate.Accepted(CompiledPolicy policy, List<Finding> _) -> {
        policies.goLive(live.number(), policy);
        notices.told("Version " + live.version() + " was published, and decides.");
      }
      case Candidate.Refused(List<Finding> findings) -> {
        tried = live.number();
        notices.alarm(
            String.valueOf(
                new PolicyRefused("The published policy " + live.version(), findings)
                    .getMessage()));
      }
    }
  }

  private PolicySources sources(PolicyVersion version) {
    return archive
        .find(version)
        .orElseThrow(
            () -> new IllegalStateException("The sources of " + version + " are not kept."));
  }

  /** What keeps a version from going live at the end of a history. */
  interface Rule {
    Optional<Move.Refused> keepsBack(History history);
  }
}
