/** The ledger in a database. */
@NullMarked
package nz.cleancar.ledger.store;

import org.jspecify.annotations.NullMarked;
