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
    return started(person, order, new Payment.Pending());
  }

  /** Keeps a payment that came in by itself. */
  Payment started(Person person, PaymentOrder order, Payment.State state) {
    var now = clock.now();
    var payment = new Payment(new PaymentId(ids.next(now)), order, person.name(), now, state);
    book.add(payment);
    return payment;
  }
}
