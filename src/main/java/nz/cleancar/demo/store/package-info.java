/** The database of the demonstration. */
@NullMarked
package nz.cleancar.demo.store;

import org.jspecify.annotations.NullMarked;
