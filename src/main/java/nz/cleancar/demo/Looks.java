package nz.cleancar.demo;

import jakarta.inject.Singleton;
import nz.cleancar.ledger.Settlement;
import nz.cleancar.vehicle.Acceptance;
import nz.cleancar.vehicle.Accepting;
import nz.cleancar.vehicle.Step;
import nz.cleancar.vehicle.VehicleRecords;
import nz.cleancar.work.Attempt;

/**
 * Importers who look at their accounts now and then, dispute what they doubt and accept what else
 * waits: with the credits that they have, and a payment for the rest.
 */
@Singleton
final class Looks {

  private final VehicleRecords records;
  private final Quarrels quarrels;
  private final Accepting accepting;
  private final Settlements settlements;

  Looks(VehicleRecords records, Quarrels quarrels, Accepting accepting, Settlements settlements) {
    this.records = records;
    this.quarrels = quarrels;
    this.accepting = accepting;
    this.settlements = settlements;
  }

  /** Those whose turn it is on the working day of this number. */
  void on(int day, DemoPlan plan, Cast cast) {
    for (Importer importer : cast.open()) {
      if ((day + importer.index()) % importer.every() == 0 && waits(cast, importer)) {
        quarrels.open(plan, cast, importer, day);
        acceptAll(cast, importer);
      }
    }
  }

  private boolean waits(Cast cast, Importer importer) {
    return !records.inAccount(cast.number(importer), Step.READY, "", 1).isEmpty();
  }

  /** Whoever may accept nothing now, such as a suspended account, looks again another day. */
  private void acceptAll(Cast cast, Importer importer) {
    String after = "";
    do {
      var wish =
          new Acceptance.Wish(
              new Acceptance.Which.Waiting(after), Settlement.withAllCredits(), true);
      if (!(accepting.accept(importer.owner(), cast.number(importer), wish)
          instanceof Attempt.Done<Acceptance>(Acceptance done))) {
        return;
      }
      settlements.pay(done.payment());
      after = done.next();
    } while (!after.isEmpty());
  }
}
