package nz.cleancar.standard;

/**
 * A vehicle's carbon dioxide value as supplied.
 *
 * @param emission what it emits, in g/km, zero or more
 * @param testCycle the procedure that it was measured with
 */
public record Co2(Grams emission, TestCycle testCycle) {

  public Co2 {
    if (emission.compareTo(Grams.ZERO) < 0) {
      throw new IllegalArgumentException("A vehicle emits zero grams or more.");
    }
  }
}
