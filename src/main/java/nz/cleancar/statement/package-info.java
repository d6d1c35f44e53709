/** What people look at: an account's dashboard, its statements, and the print-out of a vehicle. */
@NullMarked
package nz.cleancar.statement;

import org.jspecify.annotations.NullMarked;
