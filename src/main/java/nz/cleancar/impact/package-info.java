/**
 * Impact: what a draft would have changed in decisions that were made. Logged decisions are decided
 * again under the live policy and under the draft, and nothing is logged.
 */
@NullMarked
package nz.cleancar.impact;

import org.jspecify.annotations.NullMarked;
