package nz.cleancar.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import nz.cleancar.policy.PolicyVersion;
import nz.cleancar.publishing.Check;
import nz.cleancar.publishing.PolicyEvent;
import nz.cleancar.publishing.Publication;
import nz.cleancar.publishing.Stage;
import nz.cleancar.publishing.Version;
import nz.cleancar.standard.NewZealand;
import org.jspecify.annotations.Nullable;

/**
 * A version of the policy on the wire. Moments are in New Zealand's time; what does not apply is
 * left out.
 *
 * @param version the digest over its sources
 * @param stage DRAFT, CHECKED, APPROVED, SCHEDULED, LIVE or RETIRED
 * @param author who handed it in first
 * @param handedInAt when
 * @param reason why
 * @param base the version that it was made from
 * @param check the latest check
 * @param approval the second person's word that it may go live
 * @param schedule the time that it was given
 * @param live how it became live, last
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "PolicyVersion")
public record VersionMessage(
    @Schema(example = "sha256:2f1c…") String version,
    @Schema(example = "CHECKED") String stage,
    @Schema(example = "aroha") String author,
    @Schema(format = "date-time") String handedInAt,
    String reason,
    @Nullable String base,
    @Nullable CheckFacts check,
    @Nullable ApprovalFacts approval,
    @Nullable ScheduleFacts schedule,
    @Nullable LiveFacts live) {

  /** The version on the wire. */
  public static VersionMessage from(Version version) {
    var stage = version.stage();
    return new VersionMessage(
        version.id().name(),
        word(stage),
        version.author().text(),
        time(version.handedInAt()),
        version.reason(),
        version.madeFrom().map(PolicyVersion::name).orElse(null),
        version.check().map(CheckFacts::from).orElse(null),
        ApprovalFacts.of(stage),
        stage instanceof Stage.Scheduled scheduled ? ScheduleFacts.from(scheduled) : null,
        LiveFacts.of(stage));
  }

  private static String word(Stage stage) {
    return switch (stage) {
      case Stage.Draft _ -> "DRAFT";
      case Stage.Checked _ -> "CHECKED";
      case Stage.Approved _ -> "APPROVED";
      case Stage.Scheduled _ -> "SCHEDULED";
      case Stage.Live _ -> "LIVE";
      case Stage.Retired _ -> "RETIRED";
    };
  }

  private static String time(Instant moment) {
    return NewZealand.at(moment).toString();
  }

  /**
   * A check.
   *
   * @param at when
   * @param passed whether it passed all that the gate asks
   * @param reports the digest of what was written of it, which an approval names
   * @param comparedWith the version that was live
   * @param objections why it did not pass
   */
  @Serdeable
  @Schema(name = "PolicyCheck")
  public record CheckFacts(
      @Schema(format = "date-time") String at,
      boolean passed,
      String reports,
      String comparedWith,
      List<String> objections) {

    static CheckFacts from(Check check) {
      return new CheckFacts(
          time(check.at()),
          check.passed(),
          check.reports().name(),
          check.comparedWith().name(),
          check.objections());
    }
  }

  /**
   * An approval.
   *
   * @param by who approved
   * @param at when
   * @param reason why
   * @param reports the digest of the reports that it holds for
   */
  @Serdeable
  @Schema(name = "PolicyApproval")
  public record ApprovalFacts(
      String by, @Schema(format = "date-time") String at, String reason, String reports) {

    static @Nullable ApprovalFacts of(Stage stage) {
      return switch (stage) {
        case Stage.Approved(var approval) ->
            new ApprovalFacts(
                approval.by().text(),
                time(approval.at()),
                approval.reason(),
                approval.check().reports().name());
        case Stage.Scheduled scheduled -> of(scheduled.before());
        case Stage.Draft _, Stage.Checked _, Stage.Live _, Stage.Retired _ -> null;
      };
    }
  }

  /**
   * A time at which a version goes live.
   *
   * @param liveFrom the time
   * @param by who set it
   * @param reason why
   */
  @Serdeable
  @Schema(name = "PolicySchedule")
  public record ScheduleFacts(
      @Schema(format = "date-time") String liveFrom, String by, String reason) {

    static ScheduleFacts from(Stage.Scheduled scheduled) {
      return new ScheduleFacts(
          time(scheduled.liveFrom()), scheduled.by().text(), scheduled.reason());
    }
  }

  /**
   * How a version became live.
   *
   * @param from since when it was the live one
   * @param until until when; absent while it is
   * @param by who published it
   * @param reason why
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "PolicyLive")
  public record LiveFacts(
      @Schema(format = "date-time") String from,
      @Nullable @Schema(format = "date-time") String until,
      String by,
      String reason) {

    static @Nullable LiveFacts of(Stage stage) {
      return switch (stage) {
        case Stage.Live(var publication) -> from(publication, null);
        case Stage.Retired(var publication, Instant until) -> from(publication, until);
        case Stage.Scheduled scheduled -> of(scheduled.before());
        case Stage.Draft _, Stage.Checked _, Stage.Approved _ -> null;
      };
    }

    private static LiveFacts from(Publication publication, @Nullable Instant until) {
      return new LiveFacts(
          time(publication.liveFrom()),
          until == null ? null : time(until),
          publication.by().text(),
          publication.reason());
    }
  }

  /**
   * Something that happened to a version.
   *
   * @param number its place in the order of all events
   * @param version the version
   * @param at when
   * @param what HANDED_IN, CHECKED, APPROVED, SCHEDULED, WITHDRAWN, LIVE or FAILED
   * @param by who did it
   * @param reason why
   * @param liveFrom the moment from which it is live, for SCHEDULED, LIVE and FAILED
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "PolicyEvent")
  public record EventFacts(
      long number,
      String version,
      @Schema(format = "date-time") String at,
      String what,
      String by,
      String reason,
      @Nullable @Schema(format = "date-time") String liveFrom) {

    /** The event on the wire. */
    public static EventFacts from(PolicyEvent event) {
      Instant liveFrom =
          switch (event.what()) {
            case PolicyEvent.What.Scheduled(Instant from) -> from;
            case PolicyEvent.What.Live(Instant from, long _) -> from;
            case PolicyEvent.What.Failed(Instant from) -> from;
            case PolicyEvent.What.HandedIn _,
                PolicyEvent.What.Checked _,
                PolicyEvent.What.Approved _,
                PolicyEvent.What.Withdrawn _ ->
                null;
          };
      return new EventFacts(
          event.number(),
          event.version().name(),
          time(event.at()),
          kind(event.what()),
          event.by().text(),
          event.reason(),
          liveFrom == null ? null : time(liveFrom));
    }

    private static String kind(PolicyEvent.What what) {
      return switch (what) {
        case PolicyEvent.What.HandedIn _ -> "HANDED_IN";
        case PolicyEvent.What.Checked _ -> "CHECKED";
        case PolicyEvent.What.Approved _ -> "APPROVED";
        case PolicyEvent.What.Scheduled _ -> "SCHEDULED";
        case PolicyEvent.What.Withdrawn _ -> "WITHDRAWN";
        case PolicyEvent.What.Live _ -> "LIVE";
        case PolicyEvent.What.Failed _ -> "FAILED";
      };
    }
  }

  /**
   * A version becoming the live one.
   *
   * @param version the version
   * @param liveFrom since when
   * @param by who published it
   * @param reason why
   */
  @Serdeable
  @Schema(name = "Publication")
  public record PublicationFacts(
      String version, @Schema(format = "date-time") String liveFrom, String by, String reason) {

    /** The publication on the wire. */
    public static PublicationFacts from(Publication publication) {
      return new PublicationFacts(
          publication.version().name(),
          time(publication.liveFrom()),
          publication.by().text(),
          publication.reason());
    }
  }
}
