package nz.cleancar.ledger.payment;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nz.cleancar.account.AccountBook;
import nz.cleancar.decision.Outcome;
import nz.cleancar.decision.Unruled;
import nz.cleancar.ledger.AccountMoney;
import nz.cleancar.ledger.payment.Discrepancy.Kind;
import nz.cleancar.ledger.payment.Payment.Received;
import nz.cleancar.standard.Money;
import nz.cleancar.standard.NewZealand;
import nz.cleancar.work.AllOrNothing;
import nz.cleancar.work.Attempt;
import nz.cleancar.work.Refusal;
import nz.cleancar.work.UniqueIds;

/** Keeps what a provider answers: what fits in the ledger, once, and the rest in a list. */
@Singleton
final class ProviderAnswers {

  private final PaymentBook payments;
  private final DiscrepancyBook discrepancies;
  private final AccountBook accounts;
  private final AccountMoney money;
  private final List<AfterPayment> after;
  private final AllOrNothing work;
  private final UniqueIds ids;
  private final NewZealand clock;

  ProviderAnswers(
      PaymentBook payments,
      DiscrepancyBook discrepancies,
      AccountBook accounts,
      AccountMoney money,
      List<AfterPayment> after,
      AllOrNothing work,
      UniqueIds ids,
      NewZealand clock) {
    this.payments = payments;
    this.discrepancies = discrepancies;
    this.accounts = accounts;
    this.money = money;
    this.after = List.copyOf(after);
    this.work = work;
    this.ids = ids;
    this.clock = clock;
  }

  /** Keeps an answer about a payment, which may be one that nobody started. */
  void take(String payment, ProviderAnswer answer) {
    Optional<PaymentId> known =
        Optional.of(payment)
            .filter(PaymentId::isPaymentId)
            .map(PaymentId::new)
            .filter(id -> payments.find(id).isPresent());
    if (known.isPresent()) {
      take(known.get(), answer);
    } else {
      nobodyStarted(ProviderText.kept(payment, PaymentProvider.LONGEST_ID), answer);
    }
  }

  /** Keeps that a payment was not answered in time. */
  void none(PaymentId id) {
    work.run(
        () -> {
          Payment payment = locked(id);
          return payment.isOpen() ? kept(payment.with(new Payment.Unknown())) : payment;
        });
  }

  private void take(PaymentId id, ProviderAnswer answer) {
    List<String> why;
    try {
      switch (work.attempt(() -> recorded(id, answer))) {
        case Attempt.Done<Payment> _ -> {
          return;
        }
        case Attempt.Refused<Payment>(List<Refusal> refusals) ->
            why = refusals.stream().map(Refusal::says).toList();
      }
    } catch (Unruled unruled) {
      why = unruled.reasons().stream().map(Outcome.Reason::says).toList();
    }
    String leftUndone = why.stream().collect(Collectors.joining(" "));
    work.run(() -> recordedAlone(id, answer, leftUndone));
  }

  /** Records the answer and does what the payment was for. */
  private Attempt<Payment> recorded(PaymentId id, ProviderAnswer answer) {
    Payment before = locked(id);
    Attempt<Payment> attempt = Attempt.done(record(before, answer, ""));
    if (before.isOpen()) {
      for (AfterPayment each : after) {
        attempt =
            attempt.then(
                payment ->
                    payment.state() instanceof Received
                        ? each.received(payment)
                        : Attempt.done(payment));
      }
    }
    return attempt;
  }

  private Payment recordedAlone(PaymentId id, ProviderAnswer answer, String leftUndone) {
    return record(locked(id), answer, leftUndone);
  }

  private Payment record(Payment payment, ProviderAnswer answer, String leftUndone) {
    return switch (Judgement.of(payment, answer, clock.now())) {
      case Judgement.Nothing _ -> payment;
      case Judgement.Decline(Payment.Declined state) -> kept(payment.with(state));
      case Judgement.Receive(ProviderAnswer.Accepted says, Received state) ->
          payments.claim(state.receipt(), payment.id())
              ? received(payment.with(leftUndone.isEmpty() ? state : state.with(leftUndone)))
              : odd(payment, answer, Judgement.receiptOfAnother(says));
      case Judgement.Odd odd -> odd(payment, answer, odd);
    };
  }

  private Payment received(Payment payment) {
    PaymentOrder order = payment.order();
    return switch (money.receive(order.account(), order.amount(), payment.id().value())) {
      case Attempt.Done<Money> _ -> kept(payment);
      case Attempt.Refused<Money>(List<Refusal> why) ->
          throw new IllegalStateException("An open payment is in the ledger: " + why);
    };
  }

  private Payment odd(Payment payment, ProviderAnswer answer, Judgement.Odd odd) {
    list(odd.kind(), payment.id().value(), said(answer), odd.says());
    return payment.isOpen() ? kept(payment.with(new Payment.Unknown())) : payment;
  }

  private void nobodyStarted(String payment, ProviderAnswer answer) {
    switch (answer) {
      case ProviderAnswer.Declined _ -> {}
      case ProviderAnswer.Accepted says ->
          list(
              Kind.NOBODY_STARTED,
              payment,
              said(answer),
              "The provider says that it took in %s NZD (receipt %s) for a payment that nobody started."
                  .formatted(says.amount(), says.receipt()));
    }
  }

  private static String said(ProviderAnswer answer) {
    return switch (answer) {
      case ProviderAnswer.Accepted(Money amount, String receipt) -> amount.cents() + " " + receipt;
      case ProviderAnswer.Declined _ -> "";
    };
  }

  /** Lists what does not fit, once for each thing that was said of the payment. */
  void list(Kind kind, String payment, String said, String says) {
    work.run(
        () -> {
          var now = clock.now();
          discrepancies.add(
              new Discrepancy(ids.next(now), kind, payment, says, now, null),
              kind + " " + payment + " " + said);
          return true;
        });
  }

  private Payment kept(Payment payment) {
    payments.keep(payment);
    return payment;
  }

  /** The payment, with its account locked: whatever else is said of it waits. */
  private Payment locked(PaymentId id) {
    Payment found = payments.find(id).orElseThrow();
    var _ = accounts.lock(found.order().account()).orElseThrow();
    return payments.find(id).orElseThrow();
  }
}
