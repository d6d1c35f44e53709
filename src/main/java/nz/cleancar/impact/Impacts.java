package nz.cleancar.impact;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import nz.cleancar.decision.DecisionLog;
import nz.cleancar.decision.DecisionMaker;
import nz.cleancar.decision.LoggedDecision;
import nz.cleancar.decision.Outcome;
import nz.cleancar.impact.Impact.Example;
import nz.cleancar.impact.Impact.Share;
import nz.cleancar.impact.Impact.Sums;
import nz.cleancar.impact.Impact.Transition;
import nz.cleancar.policy.CompiledPolicy;
import nz.cleancar.standard.Scheme;
import nz.cleancar.standard.VehicleCondition;

/** Decides logged decisions again, under the live policy and under another. Nothing is logged. */
@Singleton
public final class Impacts {

  /** How many logged decisions are decided again at most. */
  public static final int MOST_DECISIONS = 10_000;

  private static final int MOST_EXAMPLES = 10;

  private static final Comparator<Example> LARGEST_FIRST =
      Comparator.comparingLong(Impacts::cents)
          .thenComparing(Impacts::grams)
          .reversed()
          .thenComparing(example -> example.id().value());

  private final DecisionLog log;
  private final DecisionMaker maker;

  public Impacts(DecisionLog log, DecisionMaker maker) {
    this.log = log;
    this.maker = maker;
  }

  /**
   * What the other policy would change in the latest decisions, at most {@link #MOST_DECISIONS}.
   * Both decide them again, so that nothing but the policies makes a difference.
   */
  public Impact of(CompiledPolicy live, CompiledPolicy other) {
    List<LoggedDecision> logged = log.recent(MOST_DECISIONS);
    var changed = new ArrayList<Example>();
    for (LoggedDecision each : logged) {
      var question = each.decision().question();
      Outcome before = maker.decide(live, question).outcome();
      Outcome after = maker.decide(other, question).outcome();
      if (!isSame(before, after)) {
        changed.add(new Example(each.id(), question, before, after));
      }
    }
    return new Impact(
        live.policy().version(),
        other.policy().version(),
        logged.size(),
        sums(changed),
        shares(changed),
        transitions(changed),
        changed.stream().sorted(LARGEST_FIRST).limit(MOST_EXAMPLES).toList());
  }

  /** Two that are undecided say the same, whichever row they name as the nearest. */
  private static boolean isSame(Outcome before, Outcome after) {
    return (before instanceof Outcome.Undecided old && after instanceof Outcome.Undecided now)
        ? codes(old).equals(codes(now))
        : before.equals(after);
  }

  private static List<String> codes(Outcome.Undecided undecided) {
    return undecided.reasons().stream().map(Outcome.Reason::code).toList();
  }

  private static Sums sums(List<Example> changed) {
    var sums = Sums.NONE;
    for (Example example : changed) {
      sums = sums.with(example);
    }
    return sums;
  }

  private static List<Share> shares(List<Example> changed) {
    var shares = new ArrayList<Share>();
    for (VehicleCondition condition : VehicleCondition.values()) {
      for (Scheme scheme : Scheme.values()) {
        var sums =
            sums(
                changed.stream()
                    .filter(each -> each.question().vehicle().condition() == condition)
                    .filter(each -> each.question().account().scheme() == scheme)
                    .toList());
        if (sums.decisions() > 0) {
          shares.add(new Share(condition, scheme, sums));
        }
      }
    }
    return shares;
  }

  private static List<Transition> transitions(List<Example> changed) {
    var counts = new TreeMap<String, Transition>();
    for (Example example : changed) {
      String from = example.before().name();
      String to = example.after().name();
      if (!from.equals(to)) {
        counts.merge(
            from + " " + to,
            new Transition(from, to, 1),
            (old, one) -> new Transition(from, to, old.decisions() + one.decisions()));
      }
    }
    return List.copyOf(counts.values());
  }

  private static long cents(Example example) {
    return Math.abs(
        Math.subtractExact(example.chargeAfter().cents(), example.chargeBefore().cents()));
  }

  private static BigDecimal grams(Example example) {
    return example
        .creditsAfter()
        .perKilometre()
        .subtract(example.creditsBefore().perKilometre())
        .abs();
  }
}
