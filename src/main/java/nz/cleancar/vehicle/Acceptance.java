package nz.cleancar.vehicle;

import java.util.List;
import java.util.Optional;
import nz.cleancar.ledger.Settled;
import nz.cleancar.ledger.Settlement;
import nz.cleancar.ledger.payment.Payment;
import nz.cleancar.work.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What became of accepting vehicles.
 *
 * @param vehicles what became of each, in the order in which they were asked for
 * @param settled what accepting moved in the ledger
 * @param started the payment that was started for those that await it, where one was; the provider
 *     is to be asked for it once the work is kept
 * @param next the id of the last vehicle that was looked at, where more are waiting; empty where
 *     none are
 */
public record Acceptance(
    List<OfVehicle> vehicles, Settled settled, @Nullable Payment started, String next) {

  /** How many vehicles are accepted at once at most. */
  public static final int MOST = 1_000;

  public Acceptance {
    vehicles = List.copyOf(vehicles);
  }

  /** The payment that was started for those that await it, where one was. */
  public Optional<Payment> payment() {
    return Optional.ofNullable(started);
  }

  /** What became of one vehicle. */
  public sealed interface OfVehicle {

    /** The vehicle. */
    VehicleId vehicle();
  }

  /** Its account took it. */
  public record Accepted(VehicleId vehicle) implements OfVehicle {}

  /** Its account takes it once the payment is there. */
  public record AwaitsPayment(VehicleId vehicle) implements OfVehicle {}

  /** Its account did not take it; one reason or more. */
  public record NotAccepted(VehicleId vehicle, List<Refusal> why) implements OfVehicle {
    public NotAccepted {
      why = List.copyOf(why);
    }
  }

  /**
   * What is to be accepted, and how its charges are settled.
   *
   * @param which the vehicles
   * @param how how charges are settled
   * @param startsPayment whether a payment is started for what credits and money do not settle
   */
  public record Wish(Which which, Settlement how, boolean startsPayment) {}

  /** Which vehicles are to be accepted. */
  public sealed interface Which {

    /** These, at most {@link Acceptance#MOST}. */
    record Named(List<VehicleId> vehicles) implements Which {
      public Named {
        vehicles = vehicles.stream().distinct().toList();
        if (vehicles.isEmpty() || vehicles.size() > MOST) {
          throw new IllegalArgumentException("One vehicle or more, and at most " + MOST + ".");
        }
      }
    }

    /**
     * All that wait, at most {@link Acceptance#MOST} of them.
     *
     * @param after the id of the last that was looked at; empty to begin
     */
    record Waiting(String after) implements Which {}
  }
}
