/** How a change is made: attempted, all or nothing, under an id of its own. */
@NullMarked
package nz.cleancar.work;

import org.jspecify.annotations.NullMarked;
