package nz.cleancar.demo;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import nz.cleancar.account.Closing;
import nz.cleancar.account.Suspending;
import nz.cleancar.account.Suspension;

/** What ends some accounts' business: a few are suspended for a while, and a few are closed. */
@Singleton
final class Agency {

  private static final double SUSPENDED = .003;
  private static final double CLOSES = .02;
  private static final String GROUND = "NON_COMPLIANCE";
  private static final int NOTICE_DAYS = 14;
  private static final int SHORTEST = 20;
  private static final int LONGEST = 90;

  private final Suspending suspending;
  private final Closing closing;

  Agency(Suspending suspending, Closing closing) {
    this.suspending = suspending;
    this.closing = closing;
  }

  /** What of this falls on the working day. */
  void on(LocalDate day, LocalDate before, DemoPlan plan, Cast cast) {
    for (Importer importer : cast.open()) {
      var chance = Chance.of(plan, "agency", importer.index());
      LocalDate falls = LocalDate.of(plan.year(), 2, 1).plusDays(chance.between(0, 300));
      boolean isToday = falls.isAfter(before) && !falls.isAfter(day);
      boolean isSuspended = !importer.sort().isFleet() && chance.happens(SUSPENDED);
      if (isToday && isSuspended) {
        suspend(cast, importer, day, chance);
      } else if (isToday && importer.sort() == Importer.Sort.PRIVATE && chance.happens(CLOSES)) {
        close(cast, importer);
      }
    }
  }

  private void suspend(Cast cast, Importer importer, LocalDate day, Chance chance) {
    var suspension =
        new Suspension(
            GROUND,
            day.minusDays(NOTICE_DAYS),
            day,
            day.plusDays(chance.between(SHORTEST, LONGEST)));
    Offices.done(
        suspending.suspend(
            Cast.AGENCY, cast.number(importer), suspension, "Vehicles were not accounted for."));
  }

  /** Whoever still owes something cannot close, and goes on. */
  private void close(Cast cast, Importer importer) {
    if (closing.close(importer.owner(), cast.number(importer), true, "")
        instanceof nz.cleancar.work.Attempt.Done<?>) {
      cast.closed(importer);
    }
  }
}
