package nz.cleancar.ledger.payment;

import java.util.regex.Pattern;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.Money;

/**
 * What a payment is asked for.
 *
 * @param account whose money it will be
 * @param amount how much, more than nothing and at most {@link #MOST}
 * @param purpose what it is for, a word such as {@code ACCOUNT} or {@code CHARGES}
 * @param reference what the payer wants to read beside it, at most 40 characters; may be empty
 */
public record PaymentOrder(AccountNumber account, Money amount, String purpose, String reference) {

  /** The most that one payment may bring in: a hundred million dollars. */
  public static final Money MOST = new Money(10_000_000_000L);

  /** The longest reference, in characters. */
  public static final int LONGEST_REFERENCE = 40;

  private static final Pattern PURPOSE = Pattern.compile("[A-Z][A-Z_]{0,39}");

  public PaymentOrder {
    if (amount.cents() <= 0 || amount.compareTo(MOST) > 0) {
      throw new IllegalArgumentException("A payment is of one cent to " + MOST + " dollars.");
    }
    if (!PURPOSE.matcher(purpose).matches() || reference.length() > LONGEST_REFERENCE) {
      throw new IllegalArgumentException("A payment has a word for its purpose: " + purpose);
    }
  }
}
