package nz.cleancar.vehicle;

import java.util.Comparator;
import nz.cleancar.standard.Vin;

/** What a vehicle is found by: its VIN, or its chassis number. */
public record Mark(Kind kind, String value) implements Comparable<Mark> {

  private static final Comparator<Mark> ORDER =
      Comparator.comparing(Mark::kind).thenComparing(Mark::value);

  /** Which of the two. */
  public enum Kind {
    /** A VIN. */
    VIN,

    /** A chassis number. */
    CHASSIS
  }

  /** A VIN. */
  public static Mark of(Vin vin) {
    return new Mark(Kind.VIN, vin.value());
  }

  /** A chassis number. */
  public static Mark of(ChassisNumber chassis) {
    return new Mark(Kind.CHASSIS, chassis.value());
  }

  @Override
  public int compareTo(Mark other) {
    return ORDER.compare(this, other);
  }

  /** For example {@code VIN 7AT0A1B2C3D400001}. */
  @Override
  public String toString() {
    return (kind == Kind.VIN ? "VIN " : "chassis number ") + value;
  }
}
