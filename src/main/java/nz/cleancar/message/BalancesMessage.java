package nz.cleancar.message;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import nz.cleancar.ledger.Balances;
import nz.cleancar.ledger.Lot;
import nz.cleancar.ledger.OwedCharge;
import nz.cleancar.standard.AccountNumber;

/**
 * What an account holds and owes on the wire.
 *
 * @param accountNumber the account
 * @param credits its credits that may be used today, g/km
 * @param lots the same by the day earned, in the order in which they are used
 * @param owed what it owes for charges, NZD
 * @param chargeCount how many charges it owes
 * @param charges the first 500 of them, by the day that they are due
 * @param money what was paid in and not used, NZD
 * @param fleets its fleets whose years are not settled
 */
@Serdeable
@Schema(name = "Balances")
public record BalancesMessage(
    @Schema(example = "CO2-100001") String accountNumber,
    @Schema(example = "118.9") String credits,
    List<LotMessage> lots,
    @Schema(example = "248.40") String owed,
    int chargeCount,
    List<ChargeMessage> charges,
    @Schema(example = "0.00") String money,
    List<FleetMessage> fleets) {

  private static final int MOST_CHARGES = 500;

  /** The balances on the wire. */
  public static BalancesMessage from(AccountNumber account, Balances balances) {
    return new BalancesMessage(
        account.value(),
        balances.credits().toString(),
        balances.lots().stream().map(LotMessage::from).toList(),
        balances.owed().toString(),
        balances.charges().size(),
        balances.charges().stream().limit(MOST_CHARGES).map(ChargeMessage::from).toList(),
        balances.money().toString(),
        balances.fleets().entrySet().stream()
            .map(fleet -> new FleetMessage(fleet.getKey(), fleet.getValue().toString()))
            .toList());
  }

  /**
   * Credits that were earned on one day.
   *
   * @param earnedOn the day
   * @param expiresOn the last day that they may be used
   * @param credits how many, g/km
   */
  @Serdeable
  @Schema(name = "CreditLot")
  public record LotMessage(
      @Schema(format = "date") String earnedOn,
      @Schema(format = "date") String expiresOn,
      @Schema(example = "118.9") String credits) {

    static LotMessage from(Lot lot) {
      return new LotMessage(
          lot.earnedOn().toString(), lot.expiresOn().toString(), lot.grams().toString());
    }
  }

  /**
   * A charge that is owed.
   *
   * @param id its id: the vehicle's, or the account and year of the fleet
   * @param scheme PAYG or FLEET_AVERAGE
   * @param gramsAboveTarget grams above target, g/km
   * @param gramsLeft those that are not settled, g/km
   * @param ratePerGram NZD for each gram
   * @param amount the whole charge, NZD
   * @param left what is still owed, NZD
   * @param payableOn the first day that it may be settled
   * @param dueOn the last day for settling it in time
   */
  @Serdeable
  @Schema(name = "OwedCharge")
  public record ChargeMessage(
      String id,
      @Schema(example = "PAYG") String scheme,
      @Schema(example = "41.4") String gramsAboveTarget,
      @Schema(example = "41.4") String gramsLeft,
      @Schema(example = "6") String ratePerGram,
      @Schema(example = "248.40") String amount,
      @Schema(example = "248.40") String left,
      @Schema(format = "date") String payableOn,
      @Schema(format = "date") String dueOn) {

    static ChargeMessage from(OwedCharge owed) {
      var charge = owed.charge();
      return new ChargeMessage(
          charge.id().value(),
          charge.basis().scheme().name(),
          charge.above().toString(),
          owed.gramsLeft().toString(),
          charge.basis().ratePerGram().stripTrailingZeros().toPlainString(),
          charge.amount().toString(),
          owed.left().toString(),
          charge.payableOn().toString(),
          charge.dueOn().toString());
    }
  }

  /**
   * A fleet whose year is not settled.
   *
   * @param year the year
   * @param difference what it is below (above zero) or above (below zero) its target, g/km
   */
  @Serdeable
  @Schema(name = "FleetBalance")
  public record FleetMessage(int year, @Schema(example = "-41.4") String difference) {}
}
