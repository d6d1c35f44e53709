package nz.cleancar.account;

import nz.cleancar.standard.AccountNumber;

/**
 * Something that may be under way in an account, which the policy weighs before the account is
 * closed. There are several, each known by whoever keeps it.
 */
public interface UnderWay {

  /** The vocabulary's name of the fact that there is some. */
  String fact();

  /** Whether there is some in an account that was locked. */
  boolean isIn(AccountNumber account);
}
