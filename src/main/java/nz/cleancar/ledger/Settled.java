package nz.cleancar.ledger;

import nz.cleancar.standard.Grams;
import nz.cleancar.standard.Money;

/**
 * What accepting or settling moved.
 *
 * @param creditsEarned credits that were earned
 * @param creditsUsed credits that settled grams above target
 * @param moneyUsed money that settled charges
 * @param leftOwing what of these charges is still owed
 */
public record Settled(Grams creditsEarned, Grams creditsUsed, Money moneyUsed, Money leftOwing) {}
