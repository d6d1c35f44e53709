/** The people who may sign in, kept in a file. */
@NullMarked
package nz.cleancar.security.store;

import org.jspecify.annotations.NullMarked;
