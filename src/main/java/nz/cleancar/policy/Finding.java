package nz.cleancar.policy;

/**
 * Something wrong or doubtful in a policy's sources, for the person who is to mend it.
 *
 * @param severity whether the policy can go live with it
 * @param code a stable name for the kind of finding, for example {@code formula}
 * @param place where it is
 * @param expected what should be there
 * @param found what is there
 * @param repair what to do about it, in a sentence
 */
public record Finding(
    Severity severity, String code, Place place, String expected, String found, String repair) {

  /** Whether a policy can go live with a finding. */
  public enum Severity {
    /** It cannot. */
    ERROR,

    /** It can, but somebody should look. */
    WARNING
  }

  /** A finding that keeps the policy from going live. */
  public static Finding error(
      String code, Place place, String expected, String found, String repair) {
    return new Finding(Severity.ERROR, code, place, expected, found, repair);
  }
}
