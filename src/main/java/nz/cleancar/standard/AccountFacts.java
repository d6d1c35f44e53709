package nz.cleancar.standard;

/**
 * What a decision needs to know of a CO2 account.
 *
 * @param number its unique number
 * @param condition the vehicles it is for; new and used need separate accounts
 * @param scheme how it owes its charges
 * @param status the state it is in
 * @param autoAccept its two auto-accept switches
 */
public record AccountFacts(
    AccountNumber number,
    VehicleCondition condition,
    Scheme scheme,
    AccountStatus status,
    AutoAccept autoAccept) {}
