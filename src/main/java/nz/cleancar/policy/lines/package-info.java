/** Differences between texts, line by line: the only user of java-diff-utils. */
@NullMarked
package nz.cleancar.policy.lines;

import org.jspecify.annotations.NullMarked;
