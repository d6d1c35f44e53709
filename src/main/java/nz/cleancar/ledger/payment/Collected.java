package nz.cleancar.ledger.payment;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;
import nz.cleancar.account.Access;
import nz.cleancar.ledger.AccountMoney;
import nz.cleancar.ledger.ChargeId;
import nz.cleancar.ledger.Charges;
import nz.cleancar.ledger.Settled;
import nz.cleancar.ledger.Settlement;
import nz.cleancar.security.Person;
import nz.cleancar.standard.NewZealand;
import nz.cleancar.work.AllOrNothing;
import nz.cleancar.work.Attempt;
import nz.cleancar.work.Refusal;

/** Payments that came in past the provider, as direct debits do, and that the agency records. */
@Singleton
public final class Collected {

  private final Access access;
  private final PaymentStarts starts;
  private final PaymentBook book;
  private final AccountMoney money;
  private final Charges charges;
  private final AllOrNothing work;
  private final NewZealand clock;

  Collected(
      Access access,
      PaymentStarts starts,
      PaymentBook book,
      AccountMoney money,
      Charges charges,
      AllOrNothing work,
      NewZealand clock) {
    this.access = access;
    this.starts = starts;
    this.book = book;
    this.money = money;
    this.charges = charges;
    this.work = work;
    this.clock = clock;
  }

  /**
   * Records a payment that the agency's bank collected, and settles by it the charge that it was
   * for as far as the account's money goes; what is not used stays on the account.
   *
   * @param receipt the bank's receipt, another one for each payment
   * @param charge the charge, if it was for one
   */
  public Attempt<Payment> record(
      Person person, PaymentOrder order, String receipt, List<ChargeId> charge) {
    return work.attempt(
        () ->
            access
                .lockedByAgency(person, order.account())
                .then(_ -> recorded(person, order, receipt, charge)));
  }

  private Attempt<Payment> recorded(
      Person person, PaymentOrder order, String receipt, List<ChargeId> charge) {
    Payment started = starts.startPastProvider(person, order);
    if (!book.claim(receipt, started.id())) {
      return Attempt.refused(
          Refusal.refused(
              "receipt-of-another",
              "Another payment was recorded with receipt %s; nothing was recorded now."
                  .formatted(receipt)));
    }
    return money
        .receive(order.account(), order.amount(), started.id().value())
        .map(
            _ -> {
              var received =
                  started.with(new Payment.Received(clock.now(), receipt, settled(order, charge)));
              book.keep(received);
              return received;
            });
  }

  /** Why the charge is not settled; empty where it is, or there is none. */
  private String settled(PaymentOrder order, List<ChargeId> charge) {
    if (charge.isEmpty()) {
      return "";
    }
    return switch (charges.settle(order.account(), charge, Settlement.byMoneyAlone())) {
      case Attempt.Done<Settled> _ -> "";
      case Attempt.Refused<Settled>(List<Refusal> why) ->
          why.stream().map(Refusal::says).collect(Collectors.joining(" "));
    };
  }
}
