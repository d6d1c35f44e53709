package nz.cleancar.decision;

/** As many decisions as allowed are waiting to be kept; this one was not, and may be sent again. */
public final class LogIsFull extends RuntimeException {

  /**
   * The refusal of one more decision.
   *
   * @param limit how many may wait
   */
  public LogIsFull(int limit) {
    super("The decision log is full: " + limit + " decisions are waiting to be kept. Try again.");
  }
}
