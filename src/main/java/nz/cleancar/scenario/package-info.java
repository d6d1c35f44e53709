/**
 * Scenarios: suites of cases with what they expect, run with the decision maker that production
 * uses; which rows they touch, and which change of a cell none of them would notice.
 */
@NullMarked
package nz.cleancar.scenario;

import org.jspecify.annotations.NullMarked;
