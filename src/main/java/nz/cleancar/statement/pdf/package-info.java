/** What people look at, as PDF. */
@NullMarked
package nz.cleancar.statement.pdf;

import org.jspecify.annotations.NullMarked;
