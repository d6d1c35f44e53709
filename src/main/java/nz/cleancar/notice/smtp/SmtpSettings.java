package nz.cleancar.notice.smtp;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * Where the mail server is. {@code toString} keeps the password to itself.
 *
 * @param host its name
 * @param port its port
 * @param from the address that notices come from
 * @param agency the address of the agency, which is told of disputes; empty where notices to it
 *     wait to be read
 * @param username who signs in; empty where nobody does
 * @param password with what
 * @param starttls whether the connection must be encrypted before anything is said
 * @param timeout how long to wait for a connection, and for each reply
 */
@ConfigurationProperties("ccs.mail")
@Requires(property = "ccs.mail.host", notEquals = "")
record SmtpSettings(
    String host,
    @Bindable(defaultValue = "587") int port,
    String from,
    @Bindable(defaultValue = "") String agency,
    @Bindable(defaultValue = "") String username,
    @Bindable(defaultValue = "") String password,
    @Bindable(defaultValue = "true") boolean starttls,
    @Bindable(defaultValue = "20s") Duration timeout) {

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
