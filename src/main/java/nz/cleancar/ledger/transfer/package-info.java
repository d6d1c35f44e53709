/**
 * Transfers of credits between accounts: offered by the one holder, agreed by the other, and moved
 * at once as the policy says on that day. No price is asked or kept.
 */
@NullMarked
package nz.cleancar.ledger.transfer;

import org.jspecify.annotations.NullMarked;
