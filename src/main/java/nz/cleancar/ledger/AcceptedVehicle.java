package nz.cleancar.ledger;

import nz.cleancar.decision.Outcome.Assessment;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.LegalDate;
import nz.cleancar.standard.Scheme;
import nz.cleancar.standard.VehicleCondition;

/**
 * A vehicle that an account accepts.
 *
 * @param account the account
 * @param scheme how the account owes its charges
 * @param condition whether the account is for new or for used vehicles
 * @param vehicleId the id of the vehicle's record
 * @param legalDate the day whose law applied to it
 * @param assessment what was decided that it owes or earns
 */
public record AcceptedVehicle(
    AccountNumber account,
    Scheme scheme,
    VehicleCondition condition,
    String vehicleId,
    LegalDate legalDate,
    Assessment assessment) {}
