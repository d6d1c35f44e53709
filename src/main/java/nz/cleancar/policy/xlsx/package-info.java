/**
 * Reads decision tables from workbooks. A workbook passes three gates, each of which reports by
 * name what it refuses: the zip and its limits, the parts that a table never needs (macros, links,
 * embedded files), then the XML. What is left is cells, and cells become typed values or findings.
 *
 * <p>POI finds the parts of the package and says which number formats are dates. The cells
 * themselves are streamed, so that numbers come from the stored text and a sheet's claims about its
 * own size cost nothing.
 */
@NullMarked
package nz.cleancar.policy.xlsx;

import org.jspecify.annotations.NullMarked;
