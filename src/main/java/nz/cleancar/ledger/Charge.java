package nz.cleancar.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.Grams;
import nz.cleancar.standard.Money;
import nz.cleancar.standard.Scheme;
import nz.cleancar.standard.VehicleCondition;

/**
 * A charge as it was levied. What is still owed of it is said by the ledger's balances.
 *
 * @param id its id, which names the vehicle or the fleet's year
 * @param account who owes it
 * @param basis what its amount was worked out from
 * @param above grams above target, as credits settle them
 * @param amount the whole of it
 * @param leviedOn the New Zealand day that it was levied
 * @param payableOn the first day that it may be settled
 * @param dueOn the last day for settling it in time, which may be moved to a later one
 */
public record Charge(
    ChargeId id,
    AccountNumber account,
    Basis basis,
    Grams above,
    Money amount,
    LocalDate leviedOn,
    LocalDate payableOn,
    LocalDate dueOn) {

  public Charge {
    if (amount.cents() <= 0 || above.tenths() < 0) {
      throw new IllegalArgumentException("A charge is of more than nothing.");
    }
  }

  /** Whether it may be settled on the day. */
  public boolean isPayableOn(LocalDate day) {
    return !day.isBefore(payableOn);
  }

  /**
   * What the amount of a charge is worked out from (Land Transport Act 1998, ss 177 and 182).
   *
   * @param scheme pay as you go for a vehicle's charge, fleet average for a year's
   * @param condition whether the account is for new or for used vehicles
   * @param legalDate the day whose law applies
   * @param ratePerGram NZD for each gram above target
   */
  public record Basis(
      Scheme scheme, VehicleCondition condition, LocalDate legalDate, BigDecimal ratePerGram) {}
}
