package nz.cleancar.ledger.transfer;

import nz.cleancar.standard.Grams;

/**
 * What the policy says of a transfer on a day.
 *
 * @param allowed whether the credits may be transferred at all
 * @param moved how many credits leave the giving account
 * @param received how many arrive
 * @param kept how many of those offered stay, because they make no whole set
 * @param code the stable name of the reason
 * @param says the reason in a sentence
 */
public record Terms(
    boolean allowed, Grams moved, Grams received, Grams kept, String code, String says) {}
