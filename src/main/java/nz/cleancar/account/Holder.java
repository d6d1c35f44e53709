package nz.cleancar.account;

import nz.cleancar.notice.Address;
import nz.cleancar.security.PersonName;

/**
 * Who holds a CO2 account: owns its credits and owes its charges.
 *
 * @param kind a person or a business
 * @param name the holder's name, 1 to 120 characters
 * @param email where notices are sent
 * @param owner the person with primary control of the account
 */
public record Holder(Kind kind, String name, String email, PersonName owner) {

  /** How long a holder's name may be. */
  public static final int LONGEST_NAME = 120;

  public Holder {
    if (!isName(name)) {
      throw new IllegalArgumentException("A holder's name has 1 to 120 characters on one line.");
    }
    if (!Address.isAddress(email)) {
      throw new IllegalArgumentException("A holder has an e-mail address.");
    }
  }

  /** Whether the text can be a holder's name. */
  public static boolean isName(String text) {
    return !text.isBlank()
        && text.length() <= LONGEST_NAME
        && text.codePoints()
            .noneMatch(
                point ->
                    Character.isISOControl(point)
                        || Character.getType(point) == Character.SURROGATE);
  }

  /** What may hold an account. */
  public enum Kind {
    /** A natural person. */
    PERSON,

    /** A business. */
    BUSINESS
  }
}
