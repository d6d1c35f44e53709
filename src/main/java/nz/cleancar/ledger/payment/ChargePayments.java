package nz.cleancar.ledger.payment;

import java.util.List;
import nz.cleancar.ledger.ChargeId;

/** Which charges a payment was started for. */
public interface ChargePayments {

  /** Keeps that a payment, which was started in this work, is for these charges. */
  void add(PaymentId payment, List<ChargeId> charges);

  /** The charges that a payment is for; none for any other payment. */
  List<ChargeId> of(PaymentId payment);
}
