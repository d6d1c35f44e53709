/** Notices in a database. */
@NullMarked
package nz.cleancar.notice.store;

import org.jspecify.annotations.NullMarked;
