/**
 * A payment provider to try the service with: it moves no money, keeps a record of its own, and
 * behaves as the payment's reference says.
 */
@NullMarked
package nz.cleancar.ledger.sandbox;

import org.jspecify.annotations.NullMarked;
