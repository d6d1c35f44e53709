/** The decision log in a database: many appends share one durable commit. */
@NullMarked
package nz.cleancar.decision.store;

import org.jspecify.annotations.NullMarked;
