/**
 * What a policy leaves open and what a change of it changes, proved over everything that its tables
 * may be asked. Conditions become sets of points on axes, rows become boxes, and a diagram says of
 * every point which rows match there.
 */
@NullMarked
package nz.cleancar.policy.analysis;

import org.jspecify.annotations.NullMarked;
