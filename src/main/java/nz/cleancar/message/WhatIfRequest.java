package nz.cleancar.message;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import nz.cleancar.standard.AccountFacts;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.AccountStatus;
import nz.cleancar.standard.AutoAccept;
import nz.cleancar.standard.LegalDate;
import nz.cleancar.standard.Question;
import nz.cleancar.standard.Scheme;
import nz.cleancar.standard.VehicleCondition;
import org.jspecify.annotations.Nullable;

/**
 * What {@code POST /decisions/what-if} takes.
 *
 * @param vehicle the vehicle asked about
 * @param account the account that is to accept it
 * @param legalDate the New Zealand day whose law applies
 * @param policyVersion another policy than the live one: one that was live, or a draft
 * @param asKnownAt the moment whose live policy is asked; goes without a policy version
 */
@Schema(name = "WhatIfRequest")
public record WhatIfRequest(
    DecisionRequest.VehicleFacts vehicle,
    GivenAccount account,
    LocalDate legalDate,
    @Nullable String policyVersion,
    @Schema(example = Moments.EXAMPLE) @Nullable OffsetDateTime asKnownAt) {

  /** The question, with the account's facts as given or looked up. */
  public Question question(AccountFacts facts) {
    return new Question(vehicle.vehicle(), facts, new LegalDate(legalDate));
  }

  /**
   * An account by its facts, or by its number alone, which is then looked up.
   *
   * @param number its number
   * @param condition the vehicles it is for
   * @param scheme how it owes its charges
   * @param status the state it is in
   * @param autoAccept its two auto-accept switches
   */
  @Schema(name = "GivenAccount")
  public record GivenAccount(
      @Schema(example = "CO2-100001") String number,
      @Nullable VehicleCondition condition,
      @Nullable Scheme scheme,
      @Nullable AccountStatus status,
      @Nullable Switches autoAccept) {

    public AccountNumber accountNumber() {
      return new AccountNumber(number);
    }

    /** Its facts, unless only its number is given. */
    public Optional<AccountFacts> facts() {
      if (condition == null || scheme == null || status == null || autoAccept == null) {
        return Optional.empty();
      }
      var switches = new AutoAccept(autoAccept.atOrBelowTarget(), autoAccept.aboveTarget());
      return Optional.of(new AccountFacts(accountNumber(), condition, scheme, status, switches));
    }
  }

  /**
   * The two switches by which an account accepts vehicles without its holder.
   *
   * @param atOrBelowTarget accept vehicles at or below their target
   * @param aboveTarget accept vehicles above their target
   */
  @Schema(name = "AutoAcceptSwitches")
  public record Switches(boolean atOrBelowTarget, boolean aboveTarget) {}
}
