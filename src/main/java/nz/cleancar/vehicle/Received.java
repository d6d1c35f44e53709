package nz.cleancar.vehicle;

import java.util.Optional;
import nz.cleancar.decision.Outcome.Reason;
import nz.cleancar.work.Refusal;

/** What became of a feed's message. */
public sealed interface Received {

  /** The message. */
  FeedMessage message();

  /**
   * It is kept, and whatever follows from it was done.
   *
   * @param place the vehicle's record as it stands now; empty for a message about a model
   */
  record Kept(FeedMessage message, Place place) implements Received {}

  /** It came before with the same content; nothing changed. */
  record Repeated(FeedMessage message, Place place) implements Received {}

  /** It contradicts what is known; it is not kept. */
  record Conflicting(FeedMessage message, Refusal why) implements Received {}

  /** Where a message led. */
  sealed interface Place {

    /** A vehicle's record. */
    record OfVehicle(VehicleId id, Step step, Reason because) implements Place {}

    /** A model, and no vehicle. */
    record OfModel(ModelCode model) implements Place {}
  }

  /** The vehicle's record that it led to, if it led to one. */
  default Optional<Place.OfVehicle> vehicle() {
    return switch (this) {
      case Kept(FeedMessage _, Place.OfVehicle vehicle) -> Optional.of(vehicle);
      case Repeated(FeedMessage _, Place.OfVehicle vehicle) -> Optional.of(vehicle);
      case Kept _, Repeated _, Conflicting _ -> Optional.empty();
    };
  }
}
