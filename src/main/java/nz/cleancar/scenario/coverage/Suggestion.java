package nz.cleancar.scenario.coverage;

import java.util.List;
import nz.cleancar.scenario.Scenario;

/** What could be done about something that no scenario tries. */
public sealed interface Suggestion {

  /** What no scenario tries. */
  Goal goal();

  /**
   * A ready case. It expects what the policy says today, and a person confirms that this is right.
   *
   * @param also what it tries besides that no scenario tries either
   * @param scenario the case, tagged {@code suggested}
   */
  record Ready(Goal goal, List<Goal> also, Scenario scenario) implements Suggestion {
    public Ready {
      also = List.copyOf(also);
    }
  }

  /** No case was found. */
  record NoneFound(Goal goal) implements Suggestion {}
}
