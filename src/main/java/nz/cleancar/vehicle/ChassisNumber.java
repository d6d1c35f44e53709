package nz.cleancar.vehicle;

import java.util.regex.Pattern;

/**
 * The number on the frame of a vehicle that has no VIN yet: 4 to 25 capital letters, digits and
 * dashes.
 *
 * <p>Source: NZTA, Vehicle Inspection Requirements Manual, vehicle identification (a Japanese frame
 * number may contain a dash).
 */
public record ChassisNumber(String value) {

  private static final Pattern FORM = Pattern.compile("[A-Z0-9][A-Z0-9-]{3,24}");

  public ChassisNumber {
    if (!isChassisNumber(value)) {
      throw new IllegalArgumentException(
          "A chassis number has 4 to 25 capital letters, digits and dashes.");
    }
  }

  /** Whether the text has the form of a chassis number. */
  public static boolean isChassisNumber(String text) {
    return FORM.matcher(text).matches();
  }

  @Override
  public String toString() {
    return value;
  }
}
