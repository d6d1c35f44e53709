package nz.cleancar.standard;

import java.util.regex.Pattern;

/**
 * The unique number of a CO2 account, as the Director allocates it (Land Transport Act 1998, s
 * 186): capital letters, digits and dashes, at most 32 characters.
 */
public record AccountNumber(String value) {

  private static final Pattern FORM = Pattern.compile("[A-Z0-9][A-Z0-9-]{0,31}");

  public AccountNumber {
    if (!isAccountNumber(value)) {
      throw new IllegalArgumentException(
          "An account number has at most 32 capital letters, digits and dashes.");
    }
  }

  /** Whether the text has the form of an account number. */
  public static boolean isAccountNumber(String text) {
    return FORM.matcher(text).matches();
  }

  @Override
  public String toString() {
    return value;
  }
}
