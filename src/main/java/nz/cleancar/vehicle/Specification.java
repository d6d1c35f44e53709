package nz.cleancar.vehicle;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nz.cleancar.standard.Co2;
import nz.cleancar.standard.Vehicle;
import nz.cleancar.standard.VehicleClass;
import nz.cleancar.standard.VehicleCondition;
import nz.cleancar.standard.Vin;
import org.jspecify.annotations.Nullable;

/**
 * What the motor vehicle register says that a vehicle is.
 *
 * @param vehicleClass its class
 * @param condition new or used
 * @param tareWeightKilograms its tare weight in kg, more than zero
 * @param grossVehicleMassKilograms its gross vehicle mass in kg, more than zero
 * @param suppliedCo2 its CO2 value, where one was supplied
 * @param firstRegisteredOn the day it was first registered anywhere, where it was
 * @param attributes what else is known of it
 */
public record Specification(
    VehicleClass vehicleClass,
    VehicleCondition condition,
    int tareWeightKilograms,
    int grossVehicleMassKilograms,
    @Nullable Co2 suppliedCo2,
    @Nullable LocalDate firstRegisteredOn,
    List<String> attributes) {

  public Specification {
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

  /** The vehicle that a decision is asked about. */
  Vehicle vehicle(Vin vin) {
    return new Vehicle(
        vin,
        vehicleClass,
        condition,
        tareWeightKilograms,
        grossVehicleMassKilograms,
        suppliedCo2,
        firstRegisteredOn,
        attributes);
  }
}
