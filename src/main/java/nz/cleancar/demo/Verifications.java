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

  private static final double APPLIES = .36;
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
  void on(LocalDate day, LocalDate before, DemoPlan plan, Cast cast) {
    LocalDate goLive = DemoYear.goLive(plan);
    for (Importer importer : cast.open()) {
      var chance = Chance.of(plan, "verification", importer.index());
      if (!chance.happens(APPLIES)) {
        continue;
      }
      LocalDate applies = goLive.minusDays(chance.between(4, 40));
      boolean isReady = chance.happens(IS_READY);
      LocalDate answered =
          isReady
              ? goLive.minusDays(chance.between(0, 2))
              : goLive.plusDays(chance.between(1, LONGEST_WAIT));
      boolean declined = !isReady && chance.happens(DECLINED);
      if (falls(applies, before, day)) {
        offices.apply(cast, importer);
      } else if (falls(answered, before, day)
          && applications.open(cast.number(importer)).isPresent()) {
        offices.answer(cast, importer, !declined);
      }
    }
  }

  /** Whether this is the first working day on which something of that day is done. */
  static boolean falls(LocalDate due, LocalDate before, LocalDate day) {
    return due.isAfter(before) && !due.isAfter(day);
  }
}
