package nz.cleancar.security;

import java.util.regex.Pattern;

/** The name that a person signs in with: 1 to 60 small letters, digits, dots and dashes. */
public record PersonName(String text) {

  private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9.-]{0,59}");

  public PersonName {
    if (!isPersonName(text)) {
      throw new IllegalArgumentException(
          "A person's name has 1 to 60 small letters, digits, dots and dashes.");
    }
  }

  /** Whether the text has the form of a person's name. */
  public static boolean isPersonName(String text) {
    return FORM.matcher(text).matches();
  }

  @Override
  public String toString() {
    return text;
  }
}
