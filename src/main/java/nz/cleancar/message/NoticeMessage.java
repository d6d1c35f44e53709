package nz.cleancar.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import nz.cleancar.notice.PostedNotice;
import nz.cleancar.standard.NewZealand;
import org.jspecify.annotations.Nullable;

/**
 * A notice on the wire, and what became of it.
 *
 * @param id its id
 * @param kind what it is about
 * @param accountNumber the account that it is about; absent where it is about none
 * @param to the e-mail address that it goes to; absent for the agency's own
 * @param subject its subject
 * @param text what it says
 * @param postedAt when it was posted, in New Zealand's time
 * @param delivery what became of it
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Notice")
public record NoticeMessage(
    String id,
    @Schema(example = "BALANCE_OWING") String kind,
    @Nullable @Schema(example = "CO2-100001") String accountNumber,
    @Nullable @Schema(example = "office@kiwi-imports.example") String to,
    String subject,
    String text,
    @Schema(format = "date-time") String postedAt,
    DeliveryMessage delivery) {

  /** The notice on the wire. */
  public static NoticeMessage from(PostedNotice posted) {
    var notice = posted.notice();
    return new NoticeMessage(
        posted.id(),
        notice.kind().name(),
        notice.account().map(Object::toString).orElse(null),
        notice.isToAgency() ? null : notice.recipient(),
        notice.subject(),
        notice.text(),
        NewZealand.at(posted.postedAt()).toString(),
        DeliveryMessage.from(posted));
  }

  /** The notice without what a mail server said of it, which is the agency's affair. */
  private NoticeMessage toHolder() {
    return new NoticeMessage(
        id, kind, accountNumber, to, subject, text, postedAt, delivery.withoutFailure());
  }

  /**
   * What became of a notice.
   *
   * @param state WAITING, SENT or GIVEN_UP
   * @param tries how often its delivery was tried
   * @param failure why it was not delivered when it was last tried, in the mail server's words; for
   *     the agency alone, and absent where it was delivered
   * @param deliveredAt when a mail server took it, in New Zealand's time; absent until then
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "NoticeDelivery")
  public record DeliveryMessage(
      @Schema(example = "SENT") String state,
      int tries,
      @Nullable String failure,
      @Nullable @Schema(format = "date-time") String deliveredAt) {

    private DeliveryMessage withoutFailure() {
      return new DeliveryMessage(state, tries, null, deliveredAt);
    }

    static DeliveryMessage from(PostedNotice posted) {
      return new DeliveryMessage(
          posted.state().name(),
          posted.tries(),
          posted.failure().isEmpty() ? null : posted.failure(),
          posted.delivered().map(at -> NewZealand.at(at).toString()).orElse(null));
    }
  }

  /**
   * Notices, a page of them.
   *
   * @param notices the newest first
   * @param next what {@code after} of the next page is; absent on the last one
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "NoticePage")
  public record Page(List<NoticeMessage> notices, @Nullable String next) {

    /** The page as it is shown to whoever is not the agency. */
    public Page toHolder() {
      return new Page(notices.stream().map(NoticeMessage::toHolder).toList(), next);
    }

    /** A page of at most so many. */
    public static Page of(List<PostedNotice> found, int most) {
      return new Page(
          found.stream().map(NoticeMessage::from).toList(),
          found.size() < most ? null : found.getLast().id());
    }
  }
}
