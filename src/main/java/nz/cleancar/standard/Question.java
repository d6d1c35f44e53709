package nz.cleancar.standard;

/**
 * May this vehicle be certified, and what does it cost?
 *
 * @param vehicle the vehicle asked about
 * @param account the account that is to accept it
 * @param legalDate the day whose law applies
 */
public record Question(Vehicle vehicle, AccountFacts account, LegalDate legalDate) {}
