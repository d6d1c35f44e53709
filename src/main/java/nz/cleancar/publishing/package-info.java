/**
 * Which policy is live, and what became of those that were: every version that ever was live can be
 * asked again.
 */
@NullMarked
package nz.cleancar.publishing;

import org.jspecify.annotations.NullMarked;
