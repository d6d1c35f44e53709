/**
 * Decision tables as typed values: vocabulary, columns, rows and cells. The lowest layer of the
 * policy: it knows neither spreadsheets nor the engine.
 */
@NullMarked
package nz.cleancar.policy.table;

import org.jspecify.annotations.NullMarked;
