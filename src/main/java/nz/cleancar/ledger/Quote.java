package nz.cleancar.ledger;

import nz.cleancar.standard.Money;

/**
 * What accepting or settling would move.
 *
 * @param settled what it would move if the account had the money
 * @param money what the account has
 */
public record Quote(Settled settled, Money money) {

  /** What has to be paid in before it can be done; zero where the account has enough. */
  public Money toPay() {
    var short_ = settled.moneyUsed().minus(money);
    return short_.compareTo(Money.ZERO) > 0 ? short_ : Money.ZERO;
  }
}
