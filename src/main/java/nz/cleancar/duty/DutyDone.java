package nz.cleancar.duty;

/**
 * What became of a duty on a day.
 *
 * @param duty which duty
 * @param outcome what became of it
 * @param says what was done, or why it could not be, in a sentence
 */
public record DutyDone(Duty duty, Outcome outcome, String says) {

  /** What became of a duty. */
  public enum Outcome {
    /** It was done now. */
    DONE,

    /** It had been done that day already. */
    DONE_BEFORE,

    /** It failed, and is tried again. */
    FAILED
  }
}
