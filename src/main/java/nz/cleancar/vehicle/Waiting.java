package nz.cleancar.vehicle;

import java.util.List;
import nz.cleancar.standard.Grams;
import nz.cleancar.standard.Money;
import nz.cleancar.vehicle.VehicleBook.Count;

/**
 * Vehicles that wait for the holder of their account to accept them, and what was decided of them.
 *
 * @param vehicles how many
 * @param charges what those above their targets are charged, NZD
 * @param credits what those below their targets earn, g/km
 */
public record Waiting(long vehicles, Money charges, Grams credits) {

  private static final Waiting NONE = new Waiting(0, Money.ZERO, Grams.ZERO);

  /** Those among an account's records. */
  public static Waiting of(List<Count> counts) {
    return counts.stream()
        .filter(Count::waits)
        .map(each -> new Waiting(each.count(), each.charges(), each.credits()))
        .reduce(NONE, Waiting::plus);
  }

  private Waiting plus(Waiting other) {
    return new Waiting(
        vehicles + other.vehicles,
        charges.plus(other.charges),
        new Grams(credits.perKilometre().add(other.credits.perKilometre())));
  }
}
