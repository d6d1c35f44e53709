package nz.cleancar.standard;

import java.util.regex.Pattern;

/**
 * A vehicle identification number: 17 capital letters and digits, never I, O or Q.
 *
 * <p>Source: NZTA, Vehicle Inspection Requirements Manual, vehicle identification.
 */
public record Vin(String value) {

  private static final Pattern FORM = Pattern.compile("[A-HJ-NPR-Z0-9]{17}");

  public Vin {
    if (!isVin(value)) {
      throw new IllegalArgumentException("A VIN has 17 letters and digits, without I, O and Q.");
    }
  }

  /** Whether the text has the form of a VIN. */
  public static boolean isVin(String text) {
    return FORM.matcher(text).matches();
  }

  @Override
  public String toString() {
    return value;
  }
}
