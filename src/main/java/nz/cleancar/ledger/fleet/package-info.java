/**
 * Fleet average accounts: what a year's fleet owes or earns, its settlement after the year, its
 * deferral, and the direct debit of what is owed after the due day.
 */
@NullMarked
package nz.cleancar.ledger.fleet;

import org.jspecify.annotations.NullMarked;
