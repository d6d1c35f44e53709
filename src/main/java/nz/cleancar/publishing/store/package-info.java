/** The archive of policies in a database. */
@NullMarked
package nz.cleancar.publishing.store;

import org.jspecify.annotations.NullMarked;
