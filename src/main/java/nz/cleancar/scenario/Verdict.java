package nz.cleancar.scenario;

import java.util.List;

/**
 * What became of a scenario.
 *
 * @param scenario the scenario
 * @param answer what the policy answered
 * @param misses where the answer is not what was expected, in the order of the expectations
 */
public record Verdict(Scenario scenario, Answer answer, List<Miss> misses) {

  public Verdict {
    misses = List.copyOf(misses);
  }

  /** Whether everything was as expected. */
  public boolean passed() {
    return misses.isEmpty();
  }

  /**
   * An expectation that was not met.
   *
   * @param expectation what was expected
   * @param found what was found, as a cell would have it
   */
  public record Miss(Expectation expectation, String found) {}
}
