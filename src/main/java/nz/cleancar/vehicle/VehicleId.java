package nz.cleancar.vehicle;

import java.util.regex.Pattern;

/** The id of a vehicle record: a ULID. */
public record VehicleId(String value) implements Comparable<VehicleId> {

  private static final Pattern FORM = Pattern.compile("[0-7][0-9A-HJKMNP-TV-Z]{25}");

  public VehicleId {
    if (!isVehicleId(value)) {
      throw new IllegalArgumentException("A vehicle's id is a ULID of 26 characters.");
    }
  }

  /** Whether the text has the form of a vehicle's id. */
  public static boolean isVehicleId(String text) {
    return FORM.matcher(text).matches();
  }

  @Override
  public int compareTo(VehicleId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
