package nz.cleancar.account;

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

  /** What may hold an account. */
  public enum Kind {
    /** A natural person. */
    PERSON,

    /** A business. */
    BUSINESS
  }
}
