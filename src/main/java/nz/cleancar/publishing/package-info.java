/**
 * Which policy is live, and the life of every version from being handed in to being retired. All
 * that happens is an event; where a version stands follows from its events ({@link
 * nz.cleancar.publishing.Stage} has the picture). {@link nz.cleancar.publishing.Versions} is what
 * people do, {@link nz.cleancar.publishing.Publishing} puts the parts together.
 */
@NullMarked
package nz.cleancar.publishing;

import org.jspecify.annotations.NullMarked;
