package nz.cleancar.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;
import nz.cleancar.agency.Contact;
import nz.cleancar.agency.Contacts.Noted;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.NewZealand;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who got in touch with the contact centre, on the wire.
 *
 * @param id its id
 * @param channel CALL or EMAIL
 * @param account the account that it was about; absent where it is not known
 * @param about what it was about
 * @param answeredAfterSeconds how long it took until it was answered
 * @param notedBy who noted it
 * @param notedAt when, in New Zealand's time
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Contact")
public record ContactMessage(
    String id,
    @Schema(example = "CALL") String channel,
    @Nullable @Schema(example = "CO2-200001") String account,
    @Schema(example = "LOGIN") String about,
    long answeredAfterSeconds,
    String notedBy,
    @Schema(format = "date-time") String notedAt) {

  private static final int MOST_SECONDS = 10_000_000;

  /** The contact on the wire. */
  public static ContactMessage from(Contact contact) {
    return new ContactMessage(
        contact.id(),
        contact.channel().name(),
        contact.account().map(AccountNumber::value).orElse(null),
        contact.about().name(),
        contact.answeredAfterSeconds(),
        contact.notedBy().text(),
        NewZealand.at(contact.notedAt()).toString());
  }

  /**
   * What somebody got in touch about.
   *
   * @param channel CALL or EMAIL
   * @param account the account that it was about; left out where it is not known
   * @param about LOGIN, BASIC_FUNCTIONS, VEHICLE, CHARGE, CREDIT, VERIFICATION or OTHER
   * @param answeredAfterSeconds how long it took until it was answered, a whole number from 0
   */
  @Schema(name = "ContactRequest")
  public record Request(
      Contact.Channel channel,
      @Nullable @Schema(example = "CO2-200001") String account,
      Contact.About about,
      @Schema(example = "12") long answeredAfterSeconds) {}

  /** Reads what somebody got in touch about. */
  public static Read<Noted> read(byte[] body) {
    return Body.read(
        body,
        members -> {
          var channel = members.constant("channel", Contact.Channel.values());
          var account =
              members.optionalText(
                  "account", AccountNumber::isAccountNumber, "must be an account number");
          var about = members.constant("about", Contact.About.values());
          var seconds = members.decimal("answeredAfterSeconds", MOST_SECONDS, 0);
          members.end();
          return channel.isPresent() && about.isPresent() && seconds.isPresent()
              ? Optional.of(
                  new Noted(
                      channel.get(),
                      account.map(AccountNumber::new).orElse(null),
                      about.get(),
                      seconds.get().longValueExact()))
              : Optional.empty();
        });
  }

  /**
   * A page of contacts.
   *
   * @param contacts the newest first
   * @param next what {@code after} goes on with; absent on the last page
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "ContactPage")
  public record Page(List<ContactMessage> contacts, @Nullable String next) {

    /** A page of at most so many. */
    public static Page of(List<Contact> found, int most) {
      return new Page(
          found.stream().map(ContactMessage::from).toList(),
          found.size() < most ? null : found.getLast().id());
    }
  }
}
