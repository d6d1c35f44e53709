/**
 * The only user of Drools. Every row of a table becomes one rule, generated from typed values
 * alone; rule sets ask tables through {@link nz.cleancar.policy.drools.Known} and consume the rows
 * that answer.
 */
@NullMarked
package nz.cleancar.policy.drools;

import org.jspecify.annotations.NullMarked;
