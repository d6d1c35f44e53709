package nz.cleancar.ledger.store;

import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;
import nz.cleancar.ledger.payment.Payments;

/** Reconciles payments when the service starts: it may have ended between asking and answer. */
@Singleton
final class PaymentsAtStart {

  private final Payments payments;

  PaymentsAtStart(Payments payments) {
    this.payments = payments;
  }

  @EventListener
  void reconcile(ServerStartupEvent started) {
    var _ = payments.reconcile();
  }
}
