/** The agency's figures and contacts in a database. */
@NullMarked
package nz.cleancar.agency.store;

import org.jspecify.annotations.NullMarked;
