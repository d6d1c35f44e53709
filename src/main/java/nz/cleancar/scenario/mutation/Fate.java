package nz.cleancar.scenario.mutation;

import java.util.List;
import java.util.Optional;
import nz.cleancar.policy.analysis.ChangedQuestion;
import nz.cleancar.scenario.Scenario;
import org.jspecify.annotations.Nullable;

/** What became of a mutant. */
public sealed interface Fate {

  /**
   * Scenarios fail on it.
   *
   * @param killers the first that does, or all where all were asked for, in the order of the run
   */
  record Killed(List<Scenario> killers) implements Fate {
    public Killed {
      killers = List.copyOf(killers);
      if (killers.isEmpty()) {
        throw new IllegalArgumentException("Somebody killed it.");
      }
    }
  }

  /**
   * No scenario fails on it, and one could for all that is known.
   *
   * @param shownBy a question that shows it; absent where the search found none
   */
  record Survived(@Nullable ChangedQuestion shownBy) implements Fate {

    /** A question whose answer the change alters, as far as one was found. */
    public Optional<ChangedQuestion> question() {
      return Optional.ofNullable(shownBy);
    }
  }

  /**
   * No scenario fails on it, and none could that expects answers: what is decided, why, and all
   * values. Which row gives the answer may differ, so that a scenario that expects the rows used
   * could tell the two apart.
   *
   * @param ground on what that rests
   * @param why the proof in a sentence or two
   */
  record Equivalent(Ground ground, String why) implements Fate {}

  /** On what it rests that a mutant gives the same answers as the policy. */
  enum Ground {
    /**
     * The table has the same outcomes wherever the vocabulary lets it be asked, from whichever of
     * its rows.
     */
    SAME_MEANING,

    /**
     * The table answers otherwise only where it is never asked, or its answer decides nothing, as
     * the vocabulary's coverage states; and no question was found that says otherwise.
     */
    NEVER_ASKED
  }
}
