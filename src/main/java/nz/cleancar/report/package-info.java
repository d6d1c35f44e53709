/**
 * Reports of a run of scenarios: for machines as JUnit's XML, for people as one HTML page, and for
 * the owners of tables as shades of their workbooks. Used by the service and the command line.
 */
@NullMarked
package nz.cleancar.report;

import org.jspecify.annotations.NullMarked;
