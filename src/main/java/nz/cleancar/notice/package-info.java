/** Notices to account holders and the agency: an outbox, from which e-mail is delivered. */
@NullMarked
package nz.cleancar.notice;

import org.jspecify.annotations.NullMarked;
