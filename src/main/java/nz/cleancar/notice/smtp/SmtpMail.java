package nz.cleancar.notice.smtp;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import java.util.Date;
import java.util.Properties;
import nz.cleancar.notice.Address;
import nz.cleancar.notice.Mail;
import nz.cleancar.notice.Notice;
import nz.cleancar.standard.NewZealand;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/** A mail server that speaks SMTP. */
@Singleton
@Requires(property = "ccs.mail.host", notEquals = "")
final class SmtpMail implements Mail {

  private static final int FIRST_FINAL_REPLY = 500;

  private final SmtpSettings settings;
  private final NewZealand newZealand;
  private final Session session;

  SmtpMail(SmtpSettings settings, NewZealand newZealand) {
    this.settings = settings;
    this.newZealand = newZealand;
    this.session = Session.getInstance(properties(settings));
  }

  private static Properties properties(SmtpSettings settings) {
    String timeout = Long.toString(settings.timeout().toMillis());
    String starttls = Boolean.toString(settings.starttls());
    var properties = new Properties();
    properties.setProperty("mail.smtp.connectiontimeout", timeout);
    properties.setProperty("mail.smtp.timeout", timeout);
    properties.setProperty("mail.smtp.writetimeout", timeout);
    properties.setProperty("mail.smtp.starttls.enable", starttls);
    properties.setProperty("mail.smtp.starttls.required", starttls);
    properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    properties.setProperty("mail.smtp.auth", Boolean.toString(!settings.username().isEmpty()));
    return properties;
  }

  @Override
  public boolean reachesAgency() {
    return !settings.agency().isEmpty();
  }

  @Override
  public Connection connect() throws Away {
    try {
      var transport = session.getTransport("smtp");
      if (settings.username().isEmpty()) {
        transport.connect(settings.host(), settings.port(), null, null);
      } else {
        transport.connect(
            settings.host(), settings.port(), settings.username(), settings.password());
      }
      return new Connected(transport);
    } catch (MessagingException e) {
      throw new Away("The mail server " + settings + " cannot be reached: " + says(e));
    }
  }

  private static String says(Exception e) {
    return String.valueOf(e.getMessage()).strip().replaceAll("\\s+", " ");
  }

  /** A connection over which several messages may go. */
  private final class Connected implements Connection {

    private final Transport transport;

    Connected(Transport transport) {
      this.transport = transport;
    }

    @Override
    public Delivery deliver(String id, Notice notice) {
      String to = notice.isToAgency() ? settings.agency() : notice.recipient();
      if (!Address.isAddress(to)) {
        return new Delivery.Never("There is no plain e-mail address to send to.");
      }
      try {
        var message = message(id, notice, to);
        transport.sendMessage(message, message.getAllRecipients());
        return new Delivery.Taken();
      } catch (MessagingException e) {
        return isFinal(e) ? new Delivery.Never(says(e)) : new Delivery.Later(says(e));
      }
    }

    private Message message(String id, Notice notice, String to) throws MessagingException {
      var message = new IdentifiedMessage(session, id, domain());
      message.setFrom(new InternetAddress(settings.from(), true));
      message.setRecipient(Message.RecipientType.TO, new InternetAddress(to, true));
      message.setSubject(notice.subject(), "UTF-8");
      message.setText(notice.text(), "UTF-8");
      message.setSentDate(Date.from(newZealand.now()));
      // nobody's holiday reply should answer (RFC 3834)
      message.setHeader("Auto-Submitted", "auto-generated");
      message.saveChanges();
      return message;
    }

    private String domain() {
      return settings.from().substring(settings.from().indexOf('@') + 1);
    }

    /** Whether the server said that it will never take it. */
    private static boolean isFinal(MessagingException thrown) {
      for (Exception cause = thrown;
          cause instanceof MessagingException messaging;
          cause = messaging.getNextException()) {
        switch (cause) {
          case SMTPAddressFailedException failed -> {
            return failed.getReturnCode() >= FIRST_FINAL_REPLY;
          }
          case SMTPSendFailedException failed -> {
            if (failed.getReturnCode() >= FIRST_FINAL_REPLY) {
              return true;
            }
          }
          default -> {
            // another cause may follow
          }
        }
      }
      return false;
    }

    @Override
    public boolean isOpen() {
      return transport.isConnected();
    }

    @Override
    public void close() {
      try {
        transport.close();
      } catch (MessagingException _) {
        // what the server took, it took; there is nothing left to save
      }
    }
  }
}
