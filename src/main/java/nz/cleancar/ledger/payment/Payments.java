package nz.cleancar.ledger.payment;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import nz.cleancar.account.Access;
import nz.cleancar.account.Account;
import nz.cleancar.account.AccountRules;
import nz.cleancar.account.Operation;
import nz.cleancar.account.Permission;
import nz.cleancar.security.Person;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.Money;
import nz.cleancar.standard.NewZealand;
import nz.cleancar.work.AllOrNothing;
import nz.cleancar.work.Attempt;
import nz.cleancar.work.Refusal;

/**
 * Payments into accounts. A payment is started inside work and kept; once that work is over its
 * starter has the provider asked, outside any work; what the provider answers is kept. Whatever is
 * open after a crash in between is asked about again.
 */
@Singleton
public final class Payments {

  private final Access access;
  private final AccountRules rules;
  private final PaymentBook book;
  private final PaymentProvider provider;
  private final ProviderAnswers answers;
  private final Reconciliation reconciliation;
  private final PaymentStarts starts;
  private final AllOrNothing work;
  private final NewZealand clock;

  Payments(
      Access access,
      AccountRules rules,
      PaymentBook book,
      PaymentProvider provider,
      ProviderAnswers answers,
      Reconciliation reconciliation,
      PaymentStarts starts,
      AllOrNothing work,
      NewZealand clock) {
    this.access = access;
    this.rules = rules;
    this.book = book;
    this.provider = provider;
    this.answers = answers;
    this.reconciliation = reconciliation;
    this.starts = starts;
    this.work = work;
    this.clock = clock;
  }

  /**
   * Starts a payment into an account, for somebody who may accept vehicles in it. Joins the work
   * that is under way; once that is over, call {@link #ask} with the payment's id.
   *
   * @param purpose what it is for, a word such as {@code VEHICLES}
   */
  public Attempt<Payment> start(
      Person person, AccountNumber account, Money amount, String purpose) {
    return start(person, new PaymentOrder(account, amount, purpose, ""));
  }

  /** Starts a payment, as above. */
  public Attempt<Payment> start(Person person, PaymentOrder order) {
    return work.attempt(
        () ->
            access
                .locked(person, order.account(), Permission.ACCEPT_VEHICLES)
                .then(account -> rules.allowing(account, Operation.PAY, clock.today()))
                .map(_ -> starts.start(person, order)));
  }

  /**
   * Asks the provider to take in a payment that is open, and keeps what it answers. Called outside
   * any work. Where the provider does not answer in time the payment is unknown, until
   * reconciliation or the provider tells more.
   *
   * @return the payment as it then stands
   */
  public Payment ask(PaymentId id) {
    Payment payment = existing(id);
    if (!payment.isOpen()) {
      return payment;
    }
    List<ProviderAnswer> said =
        provider.ask(id, payment.order().amount(), payment.order().reference());
    if (said.isEmpty()) {
      answers.none(id);
    }
    said.forEach(answer -> answers.take(id.value(), answer));
    return existing(id);
  }

  /** Keeps what the provider says of a payment by itself, once, however often it says so. */
  public void answered(String id, ProviderAnswer answer) {
    answers.take(id, answer);
  }

  /**
   * Asks the provider about every open payment, and compares its statements with what is recorded.
   * Called outside any work, at the start and each day; calling it again does no harm.
   */
  public Reconciliation.Compared reconcile() {
    return reconciliation.run();
  }

  /** A payment of an account, for somebody who may view it. */
  public Attempt<Payment> find(Person person, AccountNumber number, PaymentId id) {
    return access
        .found(person, number, Permission.VIEW_ACCOUNT)
        .then(account -> of(account, book.find(id), id));
  }

  /** Payments of an account, the newest first, before the id; an empty text begins. */
  public Attempt<List<Payment>> of(Person person, AccountNumber number, String beforeId, int most) {
    return access
        .found(person, number, Permission.VIEW_ACCOUNT)
        .map(account -> book.of(account.number(), beforeId, most));
  }

  @SuppressWarnings("OptionalUsedAsFieldOrParameterType") // what the book answered, handed on
  private static Attempt<Payment> of(Account account, Optional<Payment> found, PaymentId id) {
    return found
        .filter(payment -> payment.order().account().equals(account.number()))
        .map(Attempt::done)
        .orElseGet(
            () ->
                Attempt.refused(
                    Refusal.unknown(
                        "no-such-payment",
                        "Account %s has no payment %s.".formatted(account.number(), id))));
  }

  private Payment existing(PaymentId id) {
    return book.find(id)
        .orElseThrow(() -> new IllegalArgumentException("There is no payment " + id + "."));
  }
}
