package nz.cleancar.message;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.Vin;
import nz.cleancar.vehicle.ChassisNumber;
import nz.cleancar.vehicle.Dispute;
import nz.cleancar.vehicle.Dispute.Ground;
import nz.cleancar.vehicle.Dispute.Resolution;
import nz.cleancar.vehicle.Mark;
import nz.cleancar.vehicle.Resolving;
import org.jspecify.annotations.Nullable;

/** Reads what holders and the agency send about disputes. */
public final class DisputeRequests {

  private DisputeRequests() {}

  /**
   * Disputes a vehicle's record.
   *
   * @param ground why: CO2_VALUE or WRONG_ACCOUNT
   * @param text the same in the holder's words
   */
  @Schema(name = "DisputeRequest")
  public record DisputeRequest(Ground ground, String text) {}

  /**
   * Says that a vehicle is missing from the account: its VIN or its chassis number.
   *
   * @param text what the agency should know
   */
  @Schema(name = "MissingVehicleRequest")
  public record MissingRequest(
      @Nullable @Schema(example = "7AT0H65MX26000017") String vin,
      @Nullable @Schema(example = "ZVW30-1234567") String chassis,
      String text) {

    /** What the vehicle is found by. */
    public Mark mark() {
      return vin != null
          ? Mark.of(new Vin(vin))
          : Mark.of(new ChassisNumber(java.util.Objects.requireNonNull(chassis)));
    }
  }

  /**
   * Resolves a dispute.
   *
   * @param resolution how; what the ground allows is said by the policy
   * @param answer the same in the agency's words
   * @param accountNumber the account that the vehicle is moved to; with MOVED about a wrong account
   */
  @Schema(name = "DisputeResolution")
  public record ResolutionRequest(
      Resolution resolution,
      String answer,
      @Nullable @Schema(example = "CO2-200002") String accountNumber) {

    /** How it is resolved. */
    public Resolving.Answer said() {
      return new Resolving.Answer(
          resolution, answer, accountNumber == null ? null : new AccountNumber(accountNumber));
    }
  }

  /** Reads a dispute about a record. */
  public static Read<DisputeRequest> dispute(byte[] body) {
    return Body.read(
        body,
        members -> {
          var ground = members.constant("ground", Ground.values());
          var text = Prose.text(members, "text", Dispute.LONGEST_TEXT);
          members.end();
          return ground.flatMap(why -> text.map(says -> new DisputeRequest(why, says)));
        });
  }

  /** Reads a dispute about a vehicle that is missing. */
  public static Read<MissingRequest> missing(byte[] body) {
    return Body.read(
        body,
        members -> {
          var vin =
              members.optionalText(
                  "vin", Vin::isVin, "must be 17 capital letters and digits, without I, O and Q");
          var chassis =
              members.optionalText(
                  "chassis",
                  ChassisNumber::isChassisNumber,
                  "must be 4 to 25 capital letters, digits and dashes");
          var text = Prose.text(members, "text", Dispute.LONGEST_TEXT);
          members.end();
          if (vin.isPresent() == chassis.isPresent()) {
            members.addFault("vin", "or `chassis` is needed, one of the two");
            return Optional.empty();
          }
          return text.map(says -> new MissingRequest(vin.orElse(null), chassis.orElse(null), says));
        });
  }

  /** Reads how a dispute is resolved. */
  public static Read<ResolutionRequest> resolution(byte[] body) {
    return Body.read(
        body,
        members -> {
          var resolution = members.constant("resolution", Resolution.values());
          var answer = Prose.text(members, "answer", Dispute.LONGEST_TEXT);
          var account =
              members.optionalText(
                  "accountNumber", AccountNumber::isAccountNumber, "must be an account number");
          members.end();
          return resolution.flatMap(
              how -> answer.map(says -> new ResolutionRequest(how, says, account.orElse(null))));
        });
  }
}
