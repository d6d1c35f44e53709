/**
 * Questions and decisions as messages: the names on the wire, which other systems rely on. The
 * service and the command line read and write them alike; nothing here knows HTTP.
 */
@NullMarked
package nz.cleancar.message;

import org.jspecify.annotations.NullMarked;
