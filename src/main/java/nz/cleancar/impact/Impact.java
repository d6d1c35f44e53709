package nz.cleancar.impact;

import java.util.List;
import nz.cleancar.decision.DecisionId;
import nz.cleancar.decision.Outcome;
import nz.cleancar.policy.PolicyVersion;
import nz.cleancar.standard.Grams;
import nz.cleancar.standard.Money;
import nz.cleancar.standard.Question;
import nz.cleancar.standard.Scheme;
import nz.cleancar.standard.VehicleCondition;

/**
 * What another policy would have changed in decisions that were made.
 *
 * @param before the policy that is live
 * @param after the policy that would be
 * @param decidedAgain how many logged decisions were decided again, under both
 * @param changed what those come to that have another outcome
 * @param shares the same by vehicle condition and scheme, without those in which nothing changed
 * @param transitions how many went from which acceptance to which, where it is another
 * @param examples the largest changes, in dollars and then in grams
 */
public record Impact(
    PolicyVersion before,
    PolicyVersion after,
    int decidedAgain,
    Sums changed,
    List<Share> shares,
    List<Transition> transitions,
    List<Example> examples) {

  public Impact {
    shares = List.copyOf(shares);
    transitions = List.copyOf(transitions);
    examples = List.copyOf(examples);
  }

  /**
   * Sums over the decisions that have another outcome; whatever owes or earns nothing counts as
   * zero.
   *
   * @param decisions how many they are
   */
  public record Sums(
      int decisions,
      Money chargesBefore,
      Money chargesAfter,
      Grams creditsBefore,
      Grams creditsAfter) {

    static final Sums NONE = new Sums(0, Money.ZERO, Money.ZERO, Grams.ZERO, Grams.ZERO);

    Sums with(Example example) {
      return new Sums(
          decisions + 1,
          plus(chargesBefore, charge(example.before())),
          plus(chargesAfter, charge(example.after())),
          plus(creditsBefore, credits(example.before())),
          plus(creditsAfter, credits(example.after())));
    }
  }

  /** The decisions about vehicles of one condition in accounts of one scheme. */
  public record Share(VehicleCondition condition, Scheme scheme, Sums sums) {}

  /**
   * A change of what becomes of vehicles.
   *
   * @param from {@code NOT_SUBJECT}, {@code UNDECIDED} or the name of an acceptance
   * @param to the same
   * @param decisions how many
   */
  public record Transition(String from, String to, int decisions) {}

  /**
   * A decision that would have another outcome.
   *
   * @param id the decision in the log
   * @param before its outcome under the live policy
   * @param after its outcome under the other
   */
  public record Example(DecisionId id, Question question, Outcome before, Outcome after) {

    /** What it owes before and after. */
    public Money chargeBefore() {
      return charge(before);
    }

    /** What it would owe. */
    public Money chargeAfter() {
      return charge(after);
    }

    /** What it earns before, g/km. */
    public Grams creditsBefore() {
      return credits(before);
    }

    /** What it would earn, g/km. */
    public Grams creditsAfter() {
      return credits(after);
    }
  }

  private static Money charge(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Assessed assessed -> assessed.assessment().charge().amount();
      case Outcome.NotSubject _, Outcome.Undecided _ -> Money.ZERO;
    };
  }

  private static Grams credits(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Assessed assessed -> assessed.assessment().credits();
      case Outcome.NotSubject _, Outcome.Undecided _ -> Grams.ZERO;
    };
  }

  private static Money plus(Money left, Money right) {
    return new Money(Math.addExact(left.cents(), right.cents()));
  }

  private static Grams plus(Grams left, Grams right) {
    return new Grams(left.perKilometre().add(right.perKilometre()));
  }
}
