package nz.cleancar.ledger.payment;

import nz.cleancar.work.Attempt;

/**
 * Somebody who acts on money that a payment brought in; there may be several, and each is asked.
 * Payments know them all, so whoever implements this starts no payments itself: another class does.
 */
public interface AfterPayment {

  /**
   * Does what the payment was for, if that is theirs to do. Called inside the work that records the
   * receipt, with the account locked. If it is refused, or the policy cannot decide, all of this
   * work is undone and the receipt is then recorded alone: the money stays on the account.
   *
   * @param payment a payment that was just received; its purpose and id tell what it was for
   */
  Attempt<Payment> received(Payment payment);
}
