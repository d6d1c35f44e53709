package nz.cleancar.ledger.payment;

import java.util.regex.Pattern;

/** The id of a payment, a ULID; the provider knows the payment by it too. */
public record PaymentId(String value) {

  private static final Pattern FORM = Pattern.compile("[0-9A-Z]{26}");

  public PaymentId {
    if (!isPaymentId(value)) {
      throw new IllegalArgumentException("A payment's id has 26 capital letters and digits.");
    }
  }

  /** Whether the text has the form of a payment's id. */
  public static boolean isPaymentId(String text) {
    return FORM.matcher(text).matches();
  }

  @Override
  public String toString() {
    return value;
  }
}
