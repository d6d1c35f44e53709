package nz.cleancar.demo;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import nz.cleancar.agency.Contact;
import nz.cleancar.agency.Contact.About;
import nz.cleancar.agency.Contact.Channel;
import nz.cleancar.agency.ContactLog;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.NewZealand;
import nz.cleancar.vehicle.Step;
import nz.cleancar.vehicle.VehicleRecords;
import nz.cleancar.work.UniqueIds;

/**
 * The agency's contact centre: about as many calls and e-mails a day as NZTA had for its 1,182
 * accounts, and many more on 1 June, mostly by importers of a single vehicle.
 */
@Singleton
final class ContactCentre {

  /** On a working day, for each account: 117 of all days, of which five in seven are worked. */
  private static final double USUAL = .14;

  private static final double GO_LIVE = .178;
  private static final double SPREAD = .08;
  private static final double CALLS = .44;
  private static final double NEW_TO_IT = .7;
  private static final int HUNDRED = 100;

  private final VehicleRecords records;
  private final ContactLog log;
  private final UniqueIds ids;
  private final NewZealand clock;

  ContactCentre(VehicleRecords records, ContactLog log, UniqueIds ids, NewZealand clock) {
    this.records = records;
    this.log = log;
    this.ids = ids;
    this.clock = clock;
  }

  /** Who is in touch on the working day. */
  void on(LocalDate day, DemoPlan plan, Cast cast) {
    var chance = Chance.of(plan, "contacts", day.toEpochDay());
    boolean isGoLive = day.equals(DemoYear.goLive(plan));
    double mean = plan.accounts() * (isGoLive ? GO_LIVE : USUAL);
    long many = Math.round(isGoLive ? mean : Math.max(0, chance.about(mean, mean * SPREAD)));
    List<Importer> open = cast.open();
    List<Importer> single =
        isGoLive ? open.stream().filter(each -> hasOne(cast, each)).toList() : List.of();
    for (long i = 0; i < many; i++) {
      boolean isNewToIt = isGoLive && !single.isEmpty() && chance.happens(NEW_TO_IT);
      note(cast.number(chance.oneOf(isNewToIt ? single : open)), isNewToIt, chance);
    }
  }

  private boolean hasOne(Cast cast, Importer importer) {
    return records.inAccount(cast.number(importer), Step.ACCEPTED, "", 2).size() == 1;
  }

  private void note(AccountNumber account, boolean isNewToIt, Chance chance) {
    boolean isCall = chance.happens(CALLS);
    log.add(
        new Contact(
            ids.next(clock.now()),
            isCall ? Channel.CALL : Channel.EMAIL,
            account,
            about(isNewToIt, chance.between(1, HUNDRED)),
            isCall ? chance.between(4, 34) : chance.between(600, 14_400),
            Cast.AGENCY.name(),
            clock.now()));
  }

  private static About about(boolean isNewToIt, int of) {
    if (isNewToIt) {
      return of <= 60 ? About.LOGIN : About.BASIC_FUNCTIONS;
    }
    if (of <= 15) {
      return About.LOGIN;
    }
    if (of <= 35) {
      return About.BASIC_FUNCTIONS;
    }
    if (of <= 60) {
      return About.VEHICLE;
    }
    if (of <= 75) {
      return About.CHARGE;
    }
    if (of <= 85) {
      return About.CREDIT;
    }
    return of <= 95 ? About.VERIFICATION : About.OTHER;
  }
}
