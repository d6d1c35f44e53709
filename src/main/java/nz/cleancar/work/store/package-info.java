/** Changes in a database: one transaction each. */
@NullMarked
package nz.cleancar.work.store;

import org.jspecify.annotations.NullMarked;
