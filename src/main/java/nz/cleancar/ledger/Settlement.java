package nz.cleancar.ledger;

import nz.cleancar.standard.Grams;

/**
 * How an account settles what it owes: by credits as far as it wants and has them, by its money for
 * the rest.
 *
 * @param mostCredits how many credits it uses at most; not below zero
 */
public record Settlement(Grams mostCredits) {

  private static final Settlement WITH_CREDITS = new Settlement(Grams.ofTenths(Long.MAX_VALUE));
  private static final Settlement BY_MONEY = new Settlement(Grams.ZERO);

  public Settlement {
    if (mostCredits.compareTo(Grams.ZERO) < 0) {
      throw new IllegalArgumentException("Nobody uses fewer than no credits.");
    }
  }

  /** By all credits that there are. */
  public static Settlement withAllCredits() {
    return WITH_CREDITS;
  }

  /** By money alone. */
  public static Settlement byMoneyAlone() {
    return BY_MONEY;
  }
}
