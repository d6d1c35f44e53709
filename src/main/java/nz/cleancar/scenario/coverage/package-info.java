/**
 * What a run of scenarios touched of a policy: rows, listed values, both sides of every bound, and
 * rules; and a ready case for whatever it did not touch.
 */
@NullMarked
package nz.cleancar.scenario.coverage;

import org.jspecify.annotations.NullMarked;
