package nz.cleancar.work;

/**
 * Why something that was asked for is not done.
 *
 * @param kind what sort of refusal it is
 * @param code its stable name, for example {@code charges-unpaid}
 * @param says the reason in a sentence, in the asker's words
 */
public record Refusal(Kind kind, String code, String says) {

  /** What sort of refusal it is. */
  public enum Kind {
    /** What the request names does not exist, or not for this person. */
    UNKNOWN,

    /** This person may not do it; another may. */
    FORBIDDEN,

    /** The request says something that cannot be. */
    INVALID,

    /** It cannot be done as things stand. */
    REFUSED
  }

  /** What the request names does not exist. */
  public static Refusal unknown(String code, String says) {
    return new Refusal(Kind.UNKNOWN, code, says);
  }

  /** This person may not do it. */
  public static Refusal forbidden(String code, String says) {
    return new Refusal(Kind.FORBIDDEN, code, says);
  }

  /** The request says something that cannot be. */
  public static Refusal invalid(String code, String says) {
    return new Refusal(Kind.INVALID, code, says);
  }

  /** It cannot be done as things stand. */
  public static Refusal refused(String code, String says) {
    return new Refusal(Kind.REFUSED, code, says);
  }
}
