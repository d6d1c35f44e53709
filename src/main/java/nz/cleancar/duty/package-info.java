/** What is done by the calendar: credits end, fleets are settled, notices go out. */
@NullMarked
package nz.cleancar.duty;

import org.jspecify.annotations.NullMarked;
