package nz.cleancar.ledger.payment;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nz.cleancar.account.Access;
import nz.cleancar.account.AccountRules;
import nz.cleancar.account.Operation;
import nz.cleancar.account.Permission;
import nz.cleancar.ledger.ChargeId;
import nz.cleancar.ledger.Charges;
import nz.cleancar.ledger.Ledger;
import nz.cleancar.ledger.Quote;
import nz.cleancar.ledger.Settled;
import nz.cleancar.ledger.Settlement;
import nz.cleancar.security.Person;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.Grams;
import nz.cleancar.standard.Money;
import nz.cleancar.standard.NewZealand;
import nz.cleancar.work.AllOrNothing;
import nz.cleancar.work.Attempt;
import nz.cleancar.work.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Settling what an account owes: by credits, by money that it has, and by a payment for the rest
 * (NZTA, Credits, charges and payments).
 */
@Singleton
public final class Settling implements AfterPayment {

  /** The purpose of a payment for charges. */
  public static final String PURPOSE = "CHARGES";

  private final Access access;
  private final AccountRules rules;
  private final Ledger ledger;
  private final Charges charges;
  private final PaymentStarts payments;
  private final ChargePayments chargePayments;
  private final AllOrNothing work;
  private final NewZealand clock;

  Settling(
      Access access,
      AccountRules rules,
      Ledger ledger,
      Charges charges,
      PaymentStarts payments,
      ChargePayments chargePayments,
      AllOrNothing work,
      NewZealand clock) {
    this.access = access;
    this.rules = rules;
    this.ledger = ledger;
    this.charges = charges;
    this.payments = payments;
    this.chargePayments = chargePayments;
    this.work = work;
    this.clock = clock;
  }

  /**
   * What is to be settled, and how.
   *
   * @param charges the charges; none for all that are payable today
   * @param mostCredits how many credits are used at most
   * @param startsPayment whether a payment is started for what credits and money do not settle
   */
  public record Wish(List<ChargeId> charges, Grams mostCredits, boolean startsPayment) {
    public Wish {
      charges = List.copyOf(charges);
    }
  }

  /**
   * What was settled.
   *
   * @param settled what credits and money settled now, and what is left of the charges
   * @param started the payment that was started for the rest, where one was; it is to be asked for
   */
  public record Result(Settled settled, @Nullable Payment started) {

    /** The payment that was started for the rest, where one was. */
    public Optional<Payment> payment() {
      return Optional.ofNullable(started);
    }
  }

  /**
   * Settles charges now as far as credits and money go, the ones that are due first before others,
   * and starts a payment for the rest where that is wished for.
   *
   * @return refused with {@code payment-pending} where an open payment is for a named charge, or
   *     for all that are payable
   */
  public Attempt<Result> settle(Person person, AccountNumber account, Wish wish) {
    return work.attempt(
        () ->
            access
                .locked(person, account, Permission.ACCEPT_VEHICLES)
                .then(found -> rules.allowing(found, Operation.PAY, clock.today()))
                .then(_ -> withoutPending(account, wish))
                .then(free -> settled(person, account, free)));
  }

  /** A charge that an open payment is for waits for that payment: nobody shall pay twice. */
  private Attempt<Wish> withoutPending(AccountNumber account, Wish wish) {
    Set<ChargeId> pending = chargePayments.pending(account);
    if (pending.isEmpty()) {
      return Attempt.done(wish);
    }
    List<ChargeId> free =
        (wish.charges().isEmpty() ? payable(account) : wish.charges())
            .stream().filter(charge -> !pending.contains(charge)).toList();
    return free.isEmpty() || free.size() < wish.charges().size()
        ? Attempt.refused(
            Refusal.refused(
                "payment-pending",
                "A payment for these charges of account %s is under way; wait for it, or name others."
                    .formatted(account)))
        : Attempt.done(new Wish(free, wish.mostCredits(), wish.startsPayment()));
  }

  private Attempt<Result> settled(Person person, AccountNumber account, Wish wish) {
    var how = new Settlement(wish.mostCredits());
    return charges
        .quote(account, wish.charges(), how)
        .then(
            quote -> {
              Money toPay = quote.toPay();
              if (isNothing(quote)) {
                return Attempt.refused(
                    Refusal.refused(
                        "nothing-owed",
                        "Account %s owes nothing for them now.".formatted(account)));
              }
              if (!wish.startsPayment() || toPay.equals(Money.ZERO)) {
                return charges
                    .settle(account, wish.charges(), how)
                    .map(settled -> new Result(settled, null));
              }
              return withPayment(person, account, wish, how, toPay);
            });
  }

  private static boolean isNothing(Quote quote) {
    return quote.settled().creditsUsed().equals(Grams.ZERO)
        && quote.settled().moneyUsed().equals(Money.ZERO);
  }

  /** The payment is for what is still owed of the charges, less what the account has by then. */
  private Attempt<Result> withPayment(
      Person person, AccountNumber account, Wish wish, Settlement how, Money toPay) {
    if (toPay.compareTo(PaymentOrder.MOST) > 0) {
      return Attempt.refused(
          Refusal.refused(
              "payment-too-large",
              "%s NZD are to be paid, and one payment is of at most %s NZD; name fewer charges."
                  .formatted(toPay, PaymentOrder.MOST)));
    }
    List<ChargeId> wanted = wish.charges().isEmpty() ? payable(account) : wish.charges();
    Settled now =
        switch (charges.settle(account, wanted, how)) {
          case Attempt.Done<Settled>(Settled settled) -> settled;
          case Attempt.Refused<Settled> _ -> nothing(account, wanted);
        };
    Payment payment = payments.start(person, new PaymentOrder(account, toPay, PURPOSE, ""));
    chargePayments.add(payment.id(), stillOwed(account, wanted));
    return Attempt.done(new Result(now, payment));
  }

  private Settled nothing(AccountNumber account, List<ChargeId> wanted) {
    Money left =
        ledger.balances(account).charges().stream()
            .filter(owed -> wanted.contains(owed.charge().id()))
            .map(owed -> owed.left())
            .reduce(Money.ZERO, Money::plus);
    return new Settled(Grams.ZERO, Grams.ZERO, Money.ZERO, left);
  }

  private List<ChargeId> payable(AccountNumber account) {
    return ledger.balances(account).charges().stream()
        .filter(owed -> owed.charge().isPayableOn(clock.today()))
        .map(owed -> owed.charge().id())
        .toList();
  }

  private List<ChargeId> stillOwed(AccountNumber account, List<ChargeId> of) {
    Set<ChargeId> owed =
        ledger.balances(account).charges().stream()
            .map(each -> each.charge().id())
            .collect(Collectors.toSet());
    return of.stream().filter(owed::contains).toList();
  }

  /** Settles by money the charges that the payment was for and that are still owed. */
  @Override
  public Attempt<Payment> received(Payment payment) {
    List<ChargeId> wanted = chargePayments.of(payment.id());
    if (wanted.isEmpty()) {
      return Attempt.done(payment);
    }
    AccountNumber account = payment.order().account();
    List<ChargeId> owed = stillOwed(account, wanted);
    return owed.isEmpty()
        ? Attempt.refused(
            Refusal.refused(
                "charge-not-owed",
                "The charges that it was for were settled meanwhile; the money stays on account %s."
                    .formatted(account)))
        : charges.settle(account, owed, Settlement.byMoneyAlone()).map(_ -> payment);
  }
}
