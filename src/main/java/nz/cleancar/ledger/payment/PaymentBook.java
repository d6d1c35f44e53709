package nz.cleancar.ledger.payment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nz.cleancar.standard.AccountNumber;

/** All payments. */
public interface PaymentBook {

  /** Keeps a payment that was started now. */
  void add(Payment payment);

  /** Keeps a payment that comes in past the provider, so that its statements lack it. */
  void addPastProvider(Payment payment);

  /** Keeps how a payment stands. */
  void keep(Payment payment);

  /** The payment, if there is one. */
  Optional<Payment> find(PaymentId id);

  /**
   * Holds a receipt for a payment. Whoever asks for the same receipt meanwhile waits for the end of
   * this work.
   *
   * @return whether it is now this payment's, and no other's
   */
  boolean claim(String receipt, PaymentId id);

  /** Payments of an account, the newest first, before the id; an empty text begins. */
  List<Payment> of(AccountNumber account, String beforeId, int most);

  /** Payments without a final answer, the oldest first, after the id; an empty text begins. */
  List<Payment> open(String afterId, int most);

  /** Whether a payment into the account has no final answer. */
  boolean hasOpen(AccountNumber account);

  /** Payments that the provider took in on the day, as New Zealand counts days, after the id. */
  List<Payment> receivedOn(LocalDate day, String afterId, int most);
}
