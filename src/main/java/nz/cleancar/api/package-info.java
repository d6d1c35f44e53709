/**
 * The HTTP service: decisions and what they rest on, as JSON. The wire's own records live here;
 * {@code from} and {@code question} are the only bridges to the words of the standard.
 */
@NullMarked
package nz.cleancar.api;

import org.jspecify.annotations.NullMarked;
