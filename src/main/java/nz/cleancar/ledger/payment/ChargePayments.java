package nz.cleancar.ledger.payment;

import java.util.List;
import java.util.Set;
import nz.cleancar.ledger.ChargeId;
import nz.cleancar.standard.AccountNumber;

/** Which charges a payment was started for. */
public interface ChargePayments {

  /** Keeps that a payment, which was started in this work, is for these charges. */
  void add(PaymentId payment, List<ChargeId> charges);

  /** The charges that a payment is for; none for any other payment. */
  List<ChargeId> of(PaymentId payment);

  /** The charges of an account that payments are for which have no final answer. */
  Set<ChargeId> pending(AccountNumber account);
}
