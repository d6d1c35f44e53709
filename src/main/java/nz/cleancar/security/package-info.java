/** Who is signed in, and what they may do. */
@NullMarked
package nz.cleancar.security;

import org.jspecify.annotations.NullMarked;
