package nz.cleancar.api;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import nz.cleancar.standard.Vin;
import nz.cleancar.vehicle.ChassisNumber;
import nz.cleancar.vehicle.Mark;
import nz.cleancar.vehicle.Step;
import nz.cleancar.vehicle.VehicleId;
import nz.cleancar.work.Attempt;
import nz.cleancar.work.Refusal;
import org.jspecify.annotations.Nullable;

/** What paths and queries about vehicles name. */
final class VehiclePaths {

  private VehiclePaths() {}

  /** The vehicle's id in a path. */
  static Attempt<VehicleId> vehicle(String id) {
    return VehicleId.isVehicleId(id)
        ? Attempt.done(new VehicleId(id))
        : Attempt.refused(noVehicle());
  }

  /** There is no such vehicle, or none that the person may know of. */
  static Refusal noVehicle() {
    return Refusal.unknown("no-such-vehicle", "There is no such vehicle in an account of yours.");
  }

  /** Nothing is known of such a vehicle. */
  static Refusal unheard(Mark mark) {
    return Refusal.unknown("no-such-vehicle", "There is no record of %s.".formatted(mark));
  }

  /** The VIN or chassis number in a path. */
  static Attempt<Mark> mark(String text) {
    if (Vin.isVin(text)) {
      return Attempt.done(Mark.of(new Vin(text)));
    }
    return ChassisNumber.isChassisNumber(text)
        ? Attempt.done(Mark.of(new ChassisNumber(text)))
        : Attempt.refused(
            Refusal.unknown(
                "no-such-vehicle", "The path names neither a VIN nor a chassis number."));
  }

  /** The step in a query, where there is one. */
  static Attempt<Optional<Step>> step(@Nullable String text) {
    if (text == null) {
      return Attempt.done(Optional.empty());
    }
    return Arrays.stream(Step.values())
        .filter(step -> step.name().equals(text))
        .findFirst()
        .map(step -> Attempt.done(Optional.of(step)))
        .orElseGet(
            () ->
                Attempt.refused(
                    Refusal.invalid(
                        "step",
                        "`step` is one of %s."
                            .formatted(
                                Arrays.stream(Step.values())
                                    .map(Step::name)
                                    .collect(Collectors.joining(", "))))));
  }
}
