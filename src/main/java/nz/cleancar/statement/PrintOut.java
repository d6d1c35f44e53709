package nz.cleancar.statement;

import java.time.LocalDate;
import java.util.Optional;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.vehicle.Specification;
import nz.cleancar.vehicle.VehicleRecord;
import org.jspecify.annotations.Nullable;

/**
 * What an importer hands to the entry certifier with a vehicle's papers (NZTA, Assigning used
 * vehicles): the account's number, and which vehicle it is for.
 *
 * @param account the account
 * @param holder its holder's name
 * @param vehicle the vehicle's record
 * @param known what the register says of it, where it said something
 * @param printedOn the New Zealand day that it is made
 */
public record PrintOut(
    AccountNumber account,
    String holder,
    VehicleRecord vehicle,
    @Nullable Specification known,
    LocalDate printedOn) {

  /** What the register says of it, where it said something. */
  public Optional<Specification> specification() {
    return Optional.ofNullable(known);
  }
}
