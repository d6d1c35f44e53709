/**
 * A year of a made-up importing industry, run through the services themselves: the same for the
 * same plan.
 */
@NullMarked
package nz.cleancar.demo;

import org.jspecify.annotations.NullMarked;
