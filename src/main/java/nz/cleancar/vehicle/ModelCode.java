package nz.cleancar.vehicle;

import java.util.regex.Pattern;

/** A distributor's code for a model: 1 to 40 capital letters, digits, dots, dashes and slashes. */
public record ModelCode(String value) {

  private static final Pattern FORM = Pattern.compile("[A-Z0-9][A-Z0-9./-]{0,39}");

  public ModelCode {
    if (!isModelCode(value)) {
      throw new IllegalArgumentException(
          "A model code has at most 40 capital letters, digits, dots, dashes and slashes.");
    }
  }

  /** Whether the text has the form of a model code. */
  public static boolean isModelCode(String text) {
    return FORM.matcher(text).matches();
  }

  @Override
  public String toString() {
    return value;
  }
}
