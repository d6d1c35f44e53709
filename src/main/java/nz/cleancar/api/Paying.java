package nz.cleancar.api;

import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import nz.cleancar.ledger.payment.PaymentId;
import nz.cleancar.ledger.payment.Payments;
import org.jspecify.annotations.Nullable;

/** Has the provider asked for payments that a change started, once the change is kept. */
@Singleton
final class Paying {

  private final Payments payments;

  Paying(Payments payments) {
    this.payments = payments;
  }

  /**
   * Makes the change, and then has the provider asked for the payment that it started.
   *
   * @param change makes the change, and names the payment that it started, if it started one
   */
  HttpResponse<byte[]> after(Function<Consumer<PaymentId>, HttpResponse<byte[]>> change) {
    var started = new AtomicReference<@Nullable PaymentId>();
    HttpResponse<byte[]> response = change.apply(started::set);
    PaymentId payment = started.get();
    if (payment != null && response.getStatus().getCode() < 300) {
      payments.ask(payment);
    }
    return response;
  }
}
