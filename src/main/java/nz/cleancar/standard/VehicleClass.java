package nz.cleancar.standard;

/**
 * The class of a vehicle under the Land Transport Rule, for example {@code MA}. Which classes there
 * are is said by the policy's vocabulary, not here.
 */
public record VehicleClass(String code) {

  public VehicleClass {
    if (code.isBlank()) {
      throw new IllegalArgumentException("A vehicle class has a code.");
    }
  }

  @Override
  public String toString() {
    return code;
  }
}
