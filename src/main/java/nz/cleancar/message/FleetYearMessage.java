package nz.cleancar.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import nz.cleancar.ledger.fleet.FleetStatement;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.Grams;
import nz.cleancar.standard.Money;
import nz.cleancar.work.EachAlone.Failed;
import org.jspecify.annotations.Nullable;

/**
 * What an account's fleet of a year owes or earns, on the wire.
 *
 * @param accountNumber the account
 * @param year the year
 * @param condition whether the fleet is of new or of used vehicles
 * @param fleet the fleet in figures
 * @param result what it owes or earns
 * @param standing INDICATIVE while the year runs, ENDED, SETTLED or DEFERRED after it
 * @param settled when it was settled, and what is still owed; absent where it is not settled, or
 *     its charge was carried into the next year's fleet
 * @param deferred what was carried into the next year; absent where nothing was
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "FleetYear", description = "A year's statement of a fleet average account.")
public record FleetYearMessage(
    @Schema(example = "CO2-200001") String accountNumber,
    @Schema(example = "2026") int year,
    @Schema(example = "NEW") String condition,
    Fleet fleet,
    Result result,
    @Schema(example = "INDICATIVE") String standing,
    @Nullable Settled settled,
    @Nullable Deferred deferred) {

  // means need not end; they are shown to the thousandth and reckoned with exactly
  private static final int DECIMALS = 3;

  /**
   * A fleet in figures.
   *
   * @param vehicles how many vehicles of the account count in the year
   * @param target the mean of their targets, g/km
   * @param average the mean of their emissions, g/km
   * @param excess by how much the average is above the target, g/km; below zero, below it
   * @param carriedOver grams above target that an earlier year left to this one
   */
  @Serdeable
  @Schema(name = "Fleet")
  public record Fleet(
      long vehicles,
      @Schema(example = "108.617") String target,
      @Schema(example = "150") String average,
      @Schema(example = "41.383") String excess,
      @Schema(example = "0") String carriedOver) {}

  /**
   * What a fleet owes or earns.
   *
   * @param charge NZD
   * @param credits g/km
   * @param dueOn the last day for settling a charge in time
   * @param mayDefer whether the charge may be carried into the next year
   * @param deferralWay how: NEXT_YEARS_FLEET, as grams of its fleet, SAME_CHARGE, which is then due
   *     on its due day, or NONE
   * @param mayDeferAgain whether also where it was deferred before, or an earlier year's was
   *     carried into it
   * @param afterDue how it is collected after the due day
   */
  @Serdeable
  @Schema(name = "FleetResult")
  public record Result(
      @Schema(example = "621.00") String charge,
      @Schema(example = "0") String credits,
      @Schema(example = "2027-03-31") LocalDate dueOn,
      boolean mayDefer,
      @Schema(example = "NEXT_YEARS_FLEET") String deferralWay,
      boolean mayDeferAgain,
      @Schema(example = "DIRECT_DEBIT") String afterDue) {}

  /**
   * When a year was settled.
   *
   * @param on the day
   * @param leftOwing what is still owed, NZD
   */
  @Serdeable
  @Schema(name = "FleetSettled")
  public record Settled(LocalDate on, @Schema(example = "0.00") String leftOwing) {}

  /**
   * What was carried into the next year.
   *
   * @param on the day
   * @param grams how many grams above target its fleet has of it; absent where the charge stays
   * @param dueOn when the charge that stays is due; absent where it is grams
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "FleetDeferred")
  public record Deferred(
      LocalDate on, @Schema(example = "41.4") @Nullable String grams, @Nullable LocalDate dueOn) {}

  /** The statement on the wire. */
  public static FleetYearMessage from(FleetStatement statement) {
    var fleet = statement.fleet();
    var result = statement.result();
    return new FleetYearMessage(
        statement.account().value(),
        statement.year(),
        statement.condition().name(),
        new Fleet(
            fleet.vehicles(),
            shown(fleet.target()),
            shown(fleet.average()),
            shown(fleet.excess()),
            fleet.carriedOver().toString()),
        new Result(
            result.charge().toString(),
            result.credits().toString(),
            result.dueOn(),
            result.deferral().isAllowed(),
            result.deferral().way().name(),
            result.deferral().isAllowedAgain(),
            result.afterDue()),
        statement.standing().word(),
        settled(statement.standing()),
        deferred(statement.standing()));
  }

  private static @Nullable Settled settled(FleetStatement.Standing standing) {
    return switch (standing) {
      case FleetStatement.Settled(LocalDate on, Money left) -> new Settled(on, left.toString());
      case FleetStatement.Postponed(_, _, FleetStatement.Settled settled) -> settled(settled);
      case FleetStatement.Indicative _, FleetStatement.Ended _, FleetStatement.Deferred _ -> null;
    };
  }

  private static @Nullable Deferred deferred(FleetStatement.Standing standing) {
    return switch (standing) {
      case FleetStatement.Deferred(LocalDate on, Grams grams) ->
          new Deferred(on, grams.toString(), null);
      case FleetStatement.Postponed(LocalDate on, LocalDate dueOn, _) ->
          new Deferred(on, null, dueOn);
      case FleetStatement.Indicative _, FleetStatement.Ended _, FleetStatement.Settled _ -> null;
    };
  }

  private static String shown(BigDecimal mean) {
    return new Grams(mean.setScale(DECIMALS, RoundingMode.HALF_UP)).toString();
  }

  /**
   * The years that were settled now.
   *
   * @param year the year
   * @param settled how many accounts
   * @param accountNumbers the first thousand of them, in order
   * @param failed the first thousand that could not be settled
   */
  @Serdeable
  @Schema(name = "FleetSettlements")
  public record Settlements(
      int year, int settled, List<String> accountNumbers, List<FailedMessage> failed) {

    private static final int MOST = 1_000;

    /** The years that were settled now, on the wire. */
    public static Settlements of(int year, List<AccountNumber> accounts, List<Failed> failed) {
      return new Settlements(
          year,
          accounts.size(),
          accounts.stream().limit(MOST).map(AccountNumber::value).toList(),
          FailedMessage.from(failed));
    }
  }
}
