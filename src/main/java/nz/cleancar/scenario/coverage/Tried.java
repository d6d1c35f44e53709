package nz.cleancar.scenario.coverage;

/**
 * How often scenarios tried something.
 *
 * @param goal what they should try
 * @param times how many of their questions did, 0 or more
 * @param first the scenario that did so first, as {@code suite: name}; empty where none did
 */
public record Tried(Goal goal, long times, String first) {

  /** Whether any did. */
  public boolean isTried() {
    return times > 0;
  }
}
