/** Vehicle records and the feeds' messages in a database. */
@NullMarked
package nz.cleancar.vehicle.store;

import org.jspecify.annotations.NullMarked;
