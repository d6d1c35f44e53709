package nz.cleancar.notice.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;

/** A message whose id is its notice's, so that one that went out twice is known for the same. */
final class IdentifiedMessage extends MimeMessage {

  private final String notice;
  private final String domain;

  IdentifiedMessage(Session session, String notice, String domain) {
    super(session);
    this.notice = notice;
    this.domain = domain;
  }

  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", "<" + notice + "@" + domain + ">");
  }
}
