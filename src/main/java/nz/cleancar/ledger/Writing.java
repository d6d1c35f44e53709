package nz.cleancar.ledger;

import java.util.List;

/**
 * What is written to the ledger together.
 *
 * @param entries the entries
 * @param charges the charges that they levy
 * @param fleet the vehicles that they take into fleets
 */
public record Writing(List<Entry> entries, List<Charge> charges, List<FleetVehicle> fleet) {

  public Writing {
    entries = List.copyOf(entries);
    charges = List.copyOf(charges);
    fleet = List.copyOf(fleet);
  }

  /** Entries alone. */
  public static Writing of(Entry... entries) {
    return new Writing(List.of(entries), List.of(), List.of());
  }
}
