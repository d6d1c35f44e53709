/**
 * Vehicle records in CO2 accounts: where they come from, the steps they go through, accepting and
 * disputing them.
 */
@NullMarked
package nz.cleancar.vehicle;

import org.jspecify.annotations.NullMarked;
