package nz.cleancar.ledger;

import nz.cleancar.standard.AccountNumber;

/**
 * The id of a charge: that of the vehicle that it was levied for, or the account and year of the
 * fleet; so each is charged once.
 */
public record ChargeId(String value) {

  /** The id of a vehicle's charge. */
  public static ChargeId ofVehicle(String vehicleId) {
    return new ChargeId(vehicleId);
  }

  /** The id of the charge of an account's fleet for a year, for example {@code CO2-1/2024}. */
  public static ChargeId ofFleet(AccountNumber account, int year) {
    return new ChargeId(account + "/" + year);
  }

  @Override
  public String toString() {
    return value;
  }
}
