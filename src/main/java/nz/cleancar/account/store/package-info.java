/** CO2 accounts in a database. */
@NullMarked
package nz.cleancar.account.store;

import org.jspecify.annotations.NullMarked;
