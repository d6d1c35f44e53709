package nz.cleancar.standard;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A vehicle as entry certification describes it.
 *
 * @param vin its identification number
 * @param vehicleClass its class, one of the vocabulary's
 * @param condition new or used
 * @param tareWeightKilograms its tare weight in kg, more than zero
 * @param grossVehicleMassKilograms its gross vehicle mass in kg, more than zero
 * @param suppliedCo2 its CO2 value, where one was supplied
 * @param firstRegisteredOn the day it was first registered anywhere, where it was
 * @param attributes what else is known of it, for example {@code MOTORSPORT}; the exclusions table
 *     says which of them matter
 */
public record Vehicle(
    Vin vin,
    VehicleClass vehicleClass,
    VehicleCondition condition,
    int tareWeightKilograms,
    int grossVehicleMassKilograms,
    @Nullable Co2 suppliedCo2,
    @Nullable LocalDate firstRegisteredOn,
    List<String> attributes) {

  public Vehicle {
    attributes = List.copyOf(attributes);
    if (tareWeightKilograms <= 0 || grossVehicleMassKilograms <= 0) {
      throw new IllegalArgumentException("A vehicle weighs more than 0 kg.");
    }
  }

  /** Its CO2 value, where one was supplied. */
  public Optional<Co2> co2() {
    return Optional.ofNullable(suppliedCo2);
  }

  /** The day it was first registered anywhere, where it was. */
  public Optional<LocalDate> firstRegistered() {
    return Optional.ofNullable(firstRegisteredOn);
  }
}
