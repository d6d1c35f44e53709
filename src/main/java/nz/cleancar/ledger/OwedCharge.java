package nz.cleancar.ledger;

import nz.cleancar.standard.Grams;
import nz.cleancar.standard.Money;

/**
 * A charge that is not settled yet.
 *
 * @param charge the charge as it was levied
 * @param gramsLeft grams above target that are not settled
 * @param left what is still owed, more than nothing
 */
public record OwedCharge(Charge charge, Grams gramsLeft, Money left) {}
