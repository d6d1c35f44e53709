package nz.cleancar.message;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nz.cleancar.account.AccountDetails.Details;
import nz.cleancar.account.FleetApplication.Declarations;
import nz.cleancar.account.Holder;
import nz.cleancar.account.Permission;
import nz.cleancar.notice.Address;
import nz.cleancar.security.PersonName;
import nz.cleancar.standard.AutoAccept;
import nz.cleancar.standard.VehicleCondition;
import org.jspecify.annotations.Nullable;

/** Reads what holders of accounts send about them. */
public final class AccountRequests {

  private static final Pattern PERMISSION = Pattern.compile("[A-Z_]{1,40}");
  private static final List<String> PERMISSIONS =
      Arrays.stream(Permission.values()).map(Permission::name).toList();
  private static final String NAME_EXPECTED =
      "must be a name of 1 to " + Holder.LONGEST_NAME + " characters on one line";
  private static final String EMAIL_EXPECTED =
      "must be an e-mail address such as office@kiwi-imports.example";

  private AccountRequests() {}

  /**
   * Opens an account.
   *
   * @param kind what holds it
   * @param name the holder's name
   * @param email where notices are sent
   * @param condition the vehicles it is for
   * @param owner who has primary control; whoever opens it, where it is left out
   */
  @Schema(name = "AccountOpening")
  public record OpeningRequest(
      Holder.Kind kind,
      @Schema(example = "Kiwi Imports") String name,
      @Schema(example = "office@kiwi-imports.example") String email,
      VehicleCondition condition,
      @Nullable @Schema(example = "olive") String owner) {

    /** The holder, where this person opens the account. */
    public Holder openedBy(PersonName person) {
      return new Holder(kind, name, email, owner == null ? person : new PersonName(owner));
    }
  }

  /**
   * Changes details of an account; what is left out stays.
   *
   * @param name the holder's name
   * @param email where notices are sent
   * @param autoAccept the switches, which only the owner changes
   */
  @Schema(name = "AccountDetails")
  public record DetailsRequest(
      @Nullable String name, @Nullable String email, @Nullable SwitchesRequest autoAccept)
      implements UnaryOperator<Details> {

    @Override
    public Details apply(Details before) {
      return new Details(
          name == null ? before.name() : name,
          email == null ? before.email() : email,
          autoAccept == null ? before.autoAccept() : autoAccept.onto(before.autoAccept()));
    }
  }

  /**
   * The auto-accept switches; one that is left out stays.
   *
   * @param atOrBelowTarget whether vehicles at or below target are accepted by themselves
   * @param aboveTarget whether vehicles above target are; for fleet average alone
   */
  @Schema(name = "AutoAcceptSwitches")
  public record SwitchesRequest(@Nullable Boolean atOrBelowTarget, @Nullable Boolean aboveTarget) {

    AutoAccept onto(AutoAccept before) {
      return new AutoAccept(
          atOrBelowTarget == null ? before.atOrBelowTarget() : atOrBelowTarget,
          aboveTarget == null ? before.aboveTarget() : aboveTarget);
    }
  }

  /**
   * What a person may do in an account, in the place of what they might.
   *
   * @param permissions one or more
   */
  @Schema(name = "Permissions")
  public record PermissionsRequest(Set<Permission> permissions) {
    public PermissionsRequest {
      permissions = Set.copyOf(permissions);
    }
  }

  /**
   * Applies for fleet average.
   *
   * @param applicant what is declared about the applicant and its business of importing
   * @param relatedParties what is declared about parties related to it
   * @param insolvency what is declared about insolvency proceedings
   */
  @Schema(name = "FleetAverageApplicationRequest")
  public record ApplicationRequest(String applicant, String relatedParties, String insolvency) {

    /** What is declared. */
    public Declarations declarations() {
      return new Declarations(applicant, relatedParties, insolvency);
    }
  }

  /**
   * Closes an account.
   *
   * @param deleteCredits whether credits that are left shall be deleted; not, where it is left out
   * @param reason why; only the agency must say so
   */
  @Schema(name = "AccountClosing")
  public record ClosingRequest(@Nullable Boolean deleteCredits, @Nullable String reason) {

    /** Whether credits that are left shall be deleted. */
    public boolean deletesCredits() {
      return deleteCredits != null && deleteCredits;
    }

    /** Why; empty where it was left out. */
    public String why() {
      return reason == null ? "" : reason;
    }
  }

  /** Reads an opening. */
  public static Read<OpeningRequest> opening(byte[] body) {
    return Body.read(
        body,
        members -> {
          var kind = members.constant("kind", Holder.Kind.values());
          var name = members.text("name", Holder::isName, NAME_EXPECTED);
          var email = members.text("email", Address::isAddress, EMAIL_EXPECTED);
          var condition = members.constant("condition", VehicleCondition.values());
          var owner =
              members.optionalText(
                  "owner",
                  PersonName::isPersonName,
                  "must be a person's name: 1 to 60 small letters, digits, dots and dashes");
          members.end();
          return kind.isPresent() && name.isPresent() && email.isPresent() && condition.isPresent()
              ? Optional.of(
                  new OpeningRequest(
                      kind.get(), name.get(), email.get(), condition.get(), owner.orElse(null)))
              : Optional.empty();
        });
  }

  /** Reads a change of details. */
  public static Read<DetailsRequest> details(byte[] body) {
    return Body.read(
        body,
        members -> {
          var name = members.optionalText("name", Holder::isName, NAME_EXPECTED);
          var email = members.optionalText("email", Address::isAddress, EMAIL_EXPECTED);
          var autoAccept =
              members
                  .optionalObject("autoAccept")
                  .map(
                      switches -> {
                        var request =
                            new SwitchesRequest(
                                switches.optionalFlag("atOrBelowTarget").orElse(null),
                                switches.optionalFlag("aboveTarget").orElse(null));
                        switches.end();
                        return request;
                      });
          members.end();
          return Optional.of(
              new DetailsRequest(name.orElse(null), email.orElse(null), autoAccept.orElse(null)));
        });
  }

  /** Reads permissions. */
  public static Read<PermissionsRequest> permissions(byte[] body) {
    return Body.read(
        body,
        members -> {
          var words =
              members.words(
                  "permissions",
                  PERMISSION,
                  "must be a permission such as VIEW_ACCOUNT",
                  PERMISSIONS,
                  PERMISSIONS.size());
          members.end();
          return Optional.of(
              new PermissionsRequest(
                  words.stream().map(Permission::valueOf).collect(Collectors.toSet())));
        });
  }

  /** Reads an application for fleet average. */
  public static Read<ApplicationRequest> application(byte[] body) {
    return Body.read(
        body,
        members -> {
          var applicant = Prose.text(members, "applicant", Declarations.LONGEST);
          var relatedParties = Prose.text(members, "relatedParties", Declarations.LONGEST);
          var insolvency = Prose.text(members, "insolvency", Declarations.LONGEST);
          members.end();
          return applicant.isPresent() && relatedParties.isPresent() && insolvency.isPresent()
              ? Optional.of(
                  new ApplicationRequest(applicant.get(), relatedParties.get(), insolvency.get()))
              : Optional.empty();
        });
  }

  /** Reads a closing. */
  public static Read<ClosingRequest> closing(byte[] body) {
    return Body.read(
        body,
        members -> {
          var deleteCredits = members.optionalFlag("deleteCredits");
          var reason =
              members.optionalText(
                  "reason",
                  Prose::isReason,
                  "must say why, in at most " + Prose.LONGEST_REASON + " characters");
          members.end();
          return Optional.of(new ClosingRequest(deleteCredits.orElse(null), reason.orElse(null)));
        });
  }
}
