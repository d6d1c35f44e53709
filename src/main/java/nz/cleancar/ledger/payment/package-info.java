/**
 * Payments: started here, asked of a payment provider, and recorded in the ledger once, at the
 * amount that was asked for and confirmed; whatever else a provider says is listed for people.
 */
@NullMarked
package nz.cleancar.ledger.payment;

import org.jspecify.annotations.NullMarked;
