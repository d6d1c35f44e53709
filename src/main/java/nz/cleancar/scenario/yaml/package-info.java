/**
 * Reads suites of scenarios from YAML and writes them, for those who keep theirs in git. Values are
 * written as in the cells of a workbook; no object is ever made of what a file says.
 */
@NullMarked
package nz.cleancar.scenario.yaml;

import org.jspecify.annotations.NullMarked;
