package nz.cleancar.notice;

import java.util.Optional;
import nz.cleancar.standard.AccountNumber;
import org.jspecify.annotations.Nullable;

/**
 * Something that a holder or the agency is told by e-mail. Whatever text it is made of, its subject
 * is one line and its text has no control characters but line ends.
 *
 * @param kind what it is about
 * @param about the account that it is about, where it is about one
 * @param recipient the e-mail address that it goes to; empty for the agency's own
 * @param subject its subject, at most {@link #LONGEST_SUBJECT} characters; what is longer is cut
 * @param text what it says, at most {@link #LONGEST_TEXT} characters; what is longer is cut
 * @param once a key, at most {@link #LONGEST_ONCE} characters, that no two notices have: what is
 *     posted again with it is not told again
 */
public record Notice(
    NoticeKind kind,
    @Nullable AccountNumber about,
    String recipient,
    String subject,
    String text,
    String once) {

  /** How long a subject may be. */
  public static final int LONGEST_SUBJECT = 200;

  /** How long a text may be. */
  public static final int LONGEST_TEXT = 20_000;

  /** How long a key may be. */
  public static final int LONGEST_ONCE = 200;

  public Notice {
    if (once.isEmpty() || once.length() > LONGEST_ONCE) {
      throw new IllegalArgumentException("A notice has a key of at most 200 characters.");
    }
    recipient = PlainText.line(recipient, Address.LONGEST);
    subject = PlainText.line(subject, LONGEST_SUBJECT);
    text = PlainText.lines(text, LONGEST_TEXT);
  }

  /** A notice to the holder of an account. */
  public static Notice toHolder(
      NoticeKind kind, AccountNumber account, Letter letter, String once) {
    return new Notice(kind, account, letter.to(), letter.subject(), letter.text(), once);
  }

  /** A notice to the agency about an account. */
  public static Notice toAgency(
      NoticeKind kind, AccountNumber account, String subject, String text, String once) {
    return new Notice(kind, account, "", subject, text, once);
  }

  /** A notice to the agency that is about no account. */
  public static Notice toAgency(NoticeKind kind, String subject, String text, String once) {
    return new Notice(kind, null, "", subject, text, once);
  }

  /** The account that it is about. */
  public Optional<AccountNumber> account() {
    return Optional.ofNullable(about);
  }

  /** Whether it goes to the agency. */
  public boolean isToAgency() {
    return recipient.isEmpty();
  }

  /**
   * What is written to whom.
   *
   * @param to an e-mail address
   * @param subject its subject
   * @param text what it says
   */
  public record Letter(String to, String subject, String text) {}
}
