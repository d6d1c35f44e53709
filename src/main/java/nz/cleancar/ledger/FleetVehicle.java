package nz.cleancar.ledger;

import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.Grams;

/**
 * A vehicle in the fleet of an account's year, exactly as it was assessed.
 *
 * @param account the account
 * @param year the year that it counts in
 * @param vehicleId the id of the vehicle's record
 * @param type A or B
 * @param target its own target
 * @param co2 its emission as three-phase WLTP
 * @param difference target less CO2 in whole tenths, as the fleet's book counts it
 */
public record FleetVehicle(
    AccountNumber account,
    int year,
    String vehicleId,
    String type,
    Grams target,
    Grams co2,
    Grams difference) {}
