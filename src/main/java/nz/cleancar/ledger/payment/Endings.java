package nz.cleancar.ledger.payment;

import jakarta.inject.Singleton;
import java.util.Optional;
import nz.cleancar.account.Access;
import nz.cleancar.ledger.payment.PaymentProvider.LookUp;
import nz.cleancar.security.Person;
import nz.cleancar.standard.NewZealand;
import nz.cleancar.work.AllOrNothing;
import nz.cleancar.work.Attempt;
import nz.cleancar.work.Refusal;

/**
 * Payments that nobody waits for any longer: the agency ends them, so that what they were for may
 * be paid otherwise. Money that comes in for one after all is the account's.
 */
@Singleton
public final class Endings {

  private final Access access;
  private final PaymentBook book;
  private final PaymentProvider provider;
  private final ProviderAnswers answers;
  private final StatementDays days;
  private final AllOrNothing work;
  private final NewZealand clock;

  Endings(
      Access access,
      PaymentBook book,
      PaymentProvider provider,
      ProviderAnswers answers,
      StatementDays days,
      AllOrNothing work,
      NewZealand clock) {
    this.access = access;
    this.book = book;
    this.provider = provider;
    this.answers = answers;
    this.days = days;
    this.work = work;
    this.clock = clock;
  }

  /** What is to be expected of the provider. */
  public enum Prospect {
    /** It knows nothing of the payment. */
    NOT_KNOWN,

    /** It answered, finally; where the payment is open, with what does not fit it. */
    ANSWERED,

    /** It may answer yet. */
    MAY_ANSWER
  }

  /**
   * Looks up what the provider knows of a payment that is open, without asking it to take the money
   * in, and keeps what it answers. Called outside any work, before {@link #end}.
   */
  public Prospect lookUp(PaymentId id) {
    if (book.find(id).filter(Payment::isOpen).isEmpty()) {
      return Prospect.ANSWERED;
    }
    return switch (provider.lookUp(id)) {
      case LookUp.Answered(ProviderAnswer answer) -> {
        answers.take(id.value(), answer);
        yield Prospect.ANSWERED;
      }
      case LookUp.NeverAsked _ -> Prospect.NOT_KNOWN;
      case LookUp.Undecided _, LookUp.Silent _ -> Prospect.MAY_ANSWER;
    };
  }

  /**
   * Ends a payment, for the agency.
   *
   * @return refused with {@code payment-over} where it has an answer or was ended, and with {@code
   *     answer-may-come} where the provider may answer and its statement of the payment's day was
   *     not compared yet
   */
  public Attempt<Payment> end(Person person, PaymentId id, Prospect prospect, String reason) {
    return work.attempt(
        () -> {
          Optional<Payment> found = book.find(id);
          if (found.isEmpty()) {
            return Attempt.refused(
                Refusal.unknown("no-such-payment", "There is no payment " + id + "."));
          }
          return access
              .lockedByAgency(person, found.get().order().account())
              .then(_ -> ended(person, book.find(id).orElseThrow(), prospect, reason));
        });
  }

  private Attempt<Payment> ended(Person person, Payment payment, Prospect prospect, String reason) {
    if (!payment.isOpen()) {
      return Attempt.refused(
          Refusal.refused(
              "payment-over",
              "Payment %s is %s; only one without an answer is ended."
                  .formatted(payment.id(), payment.state().word())));
    }
    if (prospect == Prospect.MAY_ANSWER && !days.isCompared(payment.startedOn())) {
      return Attempt.refused(
          Refusal.refused(
              "answer-may-come",
              "The provider may answer for payment %s yet; end it once the statement of %s was compared."
                  .formatted(payment.id(), payment.startedOn())));
    }
    Payment ended = payment.with(new Payment.Ended(clock.now(), person.name(), reason));
    book.keep(ended);
    return Attempt.done(ended);
  }
}
