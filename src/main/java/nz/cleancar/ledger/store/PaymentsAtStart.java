package nz.cleancar.ledger.store;

import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;
import nz.cleancar.ledger.payment.Payments;
import nz.cleancar.work.EachAlone;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reconciles payments when the service starts: it may have ended between asking and answer. */
@Singleton
final class PaymentsAtStart {

  private static final Logger LOG = LoggerFactory.getLogger(PaymentsAtStart.class);

  private final Payments payments;

  PaymentsAtStart(Payments payments) {
    this.payments = payments;
  }

  @EventListener
  void reconcile(ServerStartupEvent started) {
    for (EachAlone.Failed failed : payments.reconcile().failed()) {
      LOG.atWarn()
          .addKeyValue("what", failed.what())
          .addKeyValue("says", failed.says())
          .log("Could not be reconciled; it is tried again.");
    }
  }
}
