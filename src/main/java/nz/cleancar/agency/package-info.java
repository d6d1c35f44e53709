/** What the agency looks at: the go-live report, and the contacts of its contact centre. */
@NullMarked
package nz.cleancar.agency;

import org.jspecify.annotations.NullMarked;
