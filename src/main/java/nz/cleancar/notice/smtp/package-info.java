/** E-mail over SMTP. */
@NullMarked
package nz.cleancar.notice.smtp;

import org.jspecify.annotations.NullMarked;
