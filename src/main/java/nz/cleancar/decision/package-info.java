/**
 * Deciding: a question and a policy become a decision, which explains itself and is logged. Pure:
 * the same policy version and facts give the same decision.
 */
@NullMarked
package nz.cleancar.decision;

import org.jspecify.annotations.NullMarked;
