package nz.cleancar.vehicle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nz.cleancar.standard.Vin;
import org.jspecify.annotations.Nullable;

/**
 * What a vehicle is called: a VIN, a chassis number, or both.
 *
 * @param vinOnly its VIN, where it has one
 * @param chassisOnly its chassis number, where it is known
 */
public record Identity(@Nullable Vin vinOnly, @Nullable ChassisNumber chassisOnly) {

  public Identity {
    if (vinOnly == null && chassisOnly == null) {
      throw new IllegalArgumentException("A vehicle has a VIN, a chassis number or both.");
    }
  }

  /** A vehicle that is called by its VIN. */
  public static Identity of(Vin vin) {
    return new Identity(vin, null);
  }

  /** A vehicle that is called by its chassis number. */
  public static Identity of(ChassisNumber chassis) {
    return new Identity(null, chassis);
  }

  /** Its VIN, where it has one. */
  public Optional<Vin> vin() {
    return Optional.ofNullable(vinOnly);
  }

  /** Its chassis number, where it is known. */
  public Optional<ChassisNumber> chassis() {
    return Optional.ofNullable(chassisOnly);
  }

  /** What it is found by, the VIN first. */
  public List<Mark> marks() {
    var marks = new ArrayList<Mark>(2);
    vin().map(Mark::of).ifPresent(marks::add);
    chassis().map(Mark::of).ifPresent(marks::add);
    return marks;
  }

  /** The mark that a sentence names it by. */
  public Mark mark() {
    return marks().getFirst();
  }

  /** This and what the other adds to it. */
  Identity and(Identity other) {
    return new Identity(
        vinOnly == null ? other.vinOnly : vinOnly,
        chassisOnly == null ? other.chassisOnly : chassisOnly);
  }
}
