/**
 * Reads suites of scenarios from workbooks and writes them. A suite passes the same gates as a
 * table, and its cells have the same grammar; its rows are read one by one, so that the number of
 * cases does not matter.
 */
@NullMarked
package nz.cleancar.scenario.xlsx;

import org.jspecify.annotations.NullMarked;
