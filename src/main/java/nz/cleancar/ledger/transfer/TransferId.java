package nz.cleancar.ledger.transfer;

import java.util.regex.Pattern;

/** The id of a transfer, a ULID. */
public record TransferId(String value) {

  private static final Pattern FORM = Pattern.compile("[0-9A-Z]{26}");

  public TransferId {
    if (!isTransferId(value)) {
      throw new IllegalArgumentException("A transfer's id has 26 capital letters and digits.");
    }
  }

  /** Whether the text has the form of a transfer's id. */
  public static boolean isTransferId(String text) {
    return FORM.matcher(text).matches();
  }

  @Override
  public String toString() {
    return value;
  }
}
