/** Which duties were done, in a database, and their loop while the service runs. */
@NullMarked
package nz.cleancar.duty.store;

import org.jspecify.annotations.NullMarked;
