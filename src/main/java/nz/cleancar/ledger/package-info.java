/**
 * The ledger of the Clean Car Standard: what each account holds and owes, in tenths of a gram and
 * in cents. Append-only double entry; a correction is a new entry.
 */
@NullMarked
package nz.cleancar.ledger;

import org.jspecify.annotations.NullMarked;
