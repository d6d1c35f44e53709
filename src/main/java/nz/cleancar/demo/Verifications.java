package nz.cleancar.demo;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import nz.cleancar.account.AmlApplications;

/**
 * Who is verified under the AML/CFT Act 2009, and when: a third of all accounts apply in the weeks
 * before credits can be traded, and not all have their documents at hand.
 */
@Singleton
final class Verifications {

  private static final double APPLIES = .34;
  private static final double IS_READY = .43;
  private static final double DECLINED = .03;
  private static final int LONGEST_WAIT = 120;

  private final Offices offices;
  private final AmlApplications applications;

  Verifications(Offices offices, AmlApplications applications) {
    this.offices = offices;
    this.applications = applications;
  }

  /** Applications and answers of the working day. */
  void on(LocalDate day, LocalDate goLive, Cast cast, DemoPlan plan) {
    for (Importer importer : cast.open()) {
      var chance = Chance.of(plan, "verification", importer.index());
      if (!chance.happens(APPLIES)) {
        continue;
      }
      LocalDate applies = goLive.minusDays(chance.between(3, 40));
      boolean isReady = chance.happens(IS_READY);
      LocalDate answered =
          isReady
              ? goLive.minusDays(chance.between(0, 2))
              : goLive.plusDays(chance.between(1, LONGEST_WAIT));
      boolean declined = !isReady && chance.happens(DECLINED);
      var pending = applications.open(cast.number(importer));
      if (pending.isPresent() && !day.isBefore(answered)) {
        offices.answer(cast, importer, !declined);
      } else if (pending.isEmpty()
          && !day.isBefore(applies)
          && day.isBefore(answered)
          && applications.of(cast.number(importer)).isEmpty()) {
        offices.apply(cast, importer);
      }
    }
  }
}
