package nz.cleancar.bench.empty;

import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** The body that a decision is asked with, as records. */
@Serdeable
record AskedQuestion(AskedVehicle vehicle, AskedAccount account, LocalDate legalDate) {

  @Serdeable
  record AskedVehicle(
      String vin,
      String vehicleClass,
      String condition,
      int tareKg,
      int grossVehicleMassKg,
      AskedCo2 co2,
      LocalDate firstRegistered,
      List<String> attributes) {}

  @Serdeable
  record AskedCo2(BigDecimal gramsPerKm, String testCycle) {}

  @Serdeable
  record AskedAccount(
      String number, String condition, String scheme, String status, AskedSwitches autoAccept) {}

  @Serdeable
  record AskedSwitches(boolean atOrBelowTarget, boolean aboveTarget) {}
}
