package nz.cleancar.message;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import nz.cleancar.account.Suspension;
import org.jspecify.annotations.Nullable;

/** Reads what the agency sends about accounts. */
public final class AgencyRequests {

  private static final Pattern GROUND = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");

  private AgencyRequests() {}

  /**
   * Answers an application for fleet average.
   *
   * @param approved whether it is approved
   * @param firstDay from when the account is in fleet average; only where it is approved
   * @param reason why
   */
  @Schema(name = "FleetAverageDecision")
  public record FleetDecision(boolean approved, @Nullable LocalDate firstDay, String reason) {

    /** From when the account is in fleet average. */
    public Optional<LocalDate> from() {
      return Optional.ofNullable(firstDay);
    }
  }

  /**
   * Takes fleet average back.
   *
   * @param firstDay from when the account pays as it goes
   * @param reason why
   */
  @Schema(name = "FleetAverageRevocation")
  public record Revocation(LocalDate firstDay, String reason) {}

  /**
   * Answers an application to be verified.
   *
   * @param verified whether the account is verified
   * @param reason why
   */
  @Schema(name = "VerificationDecision")
  public record VerificationDecision(boolean verified, String reason) {}

  /**
   * Suspends an account.
   *
   * @param ground why in law, one of the policy's grounds
   * @param noticeGivenOn the day that reasonable notice was given, where it was
   * @param firstDay its first day
   * @param lastDay its last day
   * @param reason why
   */
  @Schema(name = "SuspensionRequest")
  public record SuspensionRequest(
      @Schema(example = "NON_COMPLIANCE") String ground,
      @Nullable LocalDate noticeGivenOn,
      LocalDate firstDay,
      LocalDate lastDay,
      String reason) {

    /** What it asks for. */
    public Suspension suspension() {
      return new Suspension(
          ground, noticeGivenOn == null ? firstDay : noticeGivenOn, firstDay, lastDay);
    }
  }

  /** Reads an answer to an application for fleet average. */
  public static Read<FleetDecision> fleetDecision(byte[] body) {
    return Body.read(
        body,
        members -> {
          var approved = members.flag("approved");
          var firstDay = members.optionalDay("firstDay");
          var reason = Prose.reason(members);
          approved.ifPresent(
              yes -> {
                if (yes != firstDay.isPresent()) {
                  members.addFault(
                      "firstDay",
                      yes
                          ? "is missing: from when is the account in fleet average?"
                          : "goes with an approval alone");
                }
              });
          members.end();
          return approved.isPresent() && reason.isPresent()
              ? Optional.of(new FleetDecision(approved.get(), firstDay.orElse(null), reason.get()))
              : Optional.empty();
        });
  }

  /** Reads a revocation. */
  public static Read<Revocation> revocation(byte[] body) {
    return Body.read(
        body,
        members -> {
          var firstDay = members.day("firstDay");
          var reason = Prose.reason(members);
          members.end();
          return firstDay.isPresent() && reason.isPresent()
              ? Optional.of(new Revocation(firstDay.get(), reason.get()))
              : Optional.empty();
        });
  }

  /** Reads an answer to an application to be verified. */
  public static Read<VerificationDecision> verification(byte[] body) {
    return Body.read(
        body,
        members -> {
          var verified = members.flag("verified");
          var reason = Prose.reason(members);
          members.end();
          return verified.isPresent() && reason.isPresent()
              ? Optional.of(new VerificationDecision(verified.get(), reason.get()))
              : Optional.empty();
        });
  }

  /** Reads a suspension. */
  public static Read<SuspensionRequest> suspension(byte[] body) {
    return Body.read(
        body,
        members -> {
          var ground =
              members.text(
                  "ground",
                  GROUND.asMatchPredicate(),
                  "must be one of the policy's grounds, such as NON_COMPLIANCE");
          var noticeGivenOn = members.optionalDay("noticeGivenOn");
          var firstDay = members.day("firstDay");
          var lastDay = members.day("lastDay");
          var reason = Prose.reason(members);
          if (firstDay.isPresent()
              && lastDay.isPresent()
              && lastDay.get().isBefore(firstDay.get())) {
            members.addFault("lastDay", "must not be before the first day");
          }
          members.end();
          return ground.isPresent()
                  && firstDay.isPresent()
                  && lastDay.isPresent()
                  && reason.isPresent()
              ? Optional.of(
                  new SuspensionRequest(
                      ground.get(),
                      noticeGivenOn.orElse(null),
                      firstDay.get(),
                      lastDay.get(),
                      reason.get()))
              : Optional.empty();
        });
  }
}
