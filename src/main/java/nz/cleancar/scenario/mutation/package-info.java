/**
 * Mutation: which change of a cell no scenario would notice. Each cell of each table is changed in
 * the ways that people get wrong, one at a time, and the scenarios are held against each change.
 */
@NullMarked
package nz.cleancar.scenario.mutation;

import org.jspecify.annotations.NullMarked;
