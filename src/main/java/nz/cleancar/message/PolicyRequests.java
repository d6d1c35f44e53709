package nz.cleancar.message;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Optional;
import nz.cleancar.publishing.ReportsDigest;
import nz.cleancar.standard.NewZealand;
import org.jspecify.annotations.Nullable;

/** Reads what people send to take a version of the policy further. */
public final class PolicyRequests {

  private PolicyRequests() {}

  /**
   * A second person's word that a version may go live.
   *
   * @param reports the digest of the reports that they read
   * @param reason why
   */
  @Schema(name = "ApprovalRequest")
  public record ApprovalRequest(@Schema(example = "sha256:9b1e…") String reports, String reason) {

    public ReportsDigest digest() {
      return new ReportsDigest(reports);
    }
  }

  /**
   * Makes a version live.
   *
   * @param reason why
   * @param at when; now if it is left out
   */
  @Schema(name = "PublicationRequest")
  public record PublicationRequest(
      String reason,
      @Nullable @Schema(example = "2027-01-01T00:00", format = "date-time") Instant at) {

    /** When, unless it is now. */
    public Optional<Instant> time() {
      return Optional.ofNullable(at);
    }
  }

  /**
   * Something done for a reason.
   *
   * @param reason why
   */
  @Schema(name = "Reasoned")
  public record Reasoned(String reason) {}

  /** Reads an approval. */
  public static Read<ApprovalRequest> approval(byte[] body) {
    return Body.read(
        body,
        members -> {
          var reports =
              members.text(
                  "reports",
                  ReportsDigest::isReportsDigest,
                  "must be `sha256:` and 64 hex digits, as the latest check names them");
          var reason = Prose.reason(members);
          members.end();
          return reports.isPresent() && reason.isPresent()
              ? Optional.of(new ApprovalRequest(reports.get(), reason.get()))
              : Optional.empty();
        });
  }

  /** Reads a publication. */
  public static Read<PublicationRequest> publication(byte[] body) {
    return Body.read(
        body,
        members -> {
          var reason = Prose.reason(members);
          var at =
              members.optionalText(
                  "at",
                  text -> moment(text).isPresent(),
                  "must be a time in New Zealand such as 2027-01-01T00:00, or one with its offset");
          members.end();
          return reason.map(
              why -> new PublicationRequest(why, at.flatMap(PolicyRequests::moment).orElse(null)));
        });
  }

  /** Reads a reason alone. */
  public static Read<Reasoned> reasoned(byte[] body) {
    return Body.read(
        body,
        members -> {
          var reason = Prose.reason(members);
          members.end();
          return reason.map(Reasoned::new);
        });
  }

  /** A moment by its offset, or by New Zealand's wall clock where that shows it exactly once. */
  private static Optional<Instant> moment(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException _) {
      return wallClock(text);
    }
  }

  private static Optional<Instant> wallClock(String text) {
    try {
      return NewZealand.once(LocalDateTime.parse(text));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
