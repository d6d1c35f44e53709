package nz.cleancar.ledger.payment;

import jakarta.inject.Singleton;
import nz.cleancar.security.Person;
import nz.cleancar.standard.NewZealand;
import nz.cleancar.work.UniqueIds;

/** Where payments begin, once somebody has looked whether they may. */
@Singleton
final class PaymentStarts {

  private final PaymentBook book;
  private final UniqueIds ids;
  private final NewZealand clock;

  PaymentStarts(PaymentBook book, UniqueIds ids, NewZealand clock) {
    this.book = book;
    this.ids = ids;
    this.clock = clock;
  }

  /** Keeps a payment that begins in this work. */
  Payment start(Person person, PaymentOrder order) {
    Payment payment = begun(person, order);
    book.add(payment);
    return payment;
  }

  /** Keeps a payment that comes in past the provider. */
  Payment startPastProvider(Person person, PaymentOrder order) {
    Payment payment = begun(person, order);
    book.addPastProvider(payment);
    return payment;
  }

  private Payment begun(Person person, PaymentOrder order) {
    var now = clock.now();
    return new Payment(
        new PaymentId(ids.next(now)), order, person.name(), now, new Payment.Pending());
  }
}
