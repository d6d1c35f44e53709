package nz.cleancar.demo;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import nz.cleancar.account.Account;
import nz.cleancar.account.AccountDetails;
import nz.cleancar.account.AccountDetails.Details;
import nz.cleancar.account.AccountOpening;
import nz.cleancar.account.AmlVerification;
import nz.cleancar.account.FleetApplication;
import nz.cleancar.account.FleetAverage;
import nz.cleancar.account.Granting;
import nz.cleancar.account.Permission;
import nz.cleancar.security.PersonName;
import nz.cleancar.standard.AutoAccept;
import nz.cleancar.work.Attempt;
import nz.cleancar.work.Refusal;

/** What importers do at the agency's counter: open accounts, apply, turn switches. */
@Singleton
final class Offices {

  /** When vehicles could first be accepted automatically: NZTA, update of 1 March 2023. */
  private static final int MONTH_OF_AUTO_ACCEPT = 3;

  private static final double LEAST_THRIFT_OF_AUTO_ACCEPT = .35;

  private static final FleetApplication.Declarations DECLARED =
      new FleetApplication.Declarations(
          "Imports vehicles as a business.", "None.", "None, and none expected.");

  private final AccountOpening opening;
  private final AccountDetails details;
  private final Granting granting;
  private final FleetAverage fleets;
  private final AmlVerification verification;

  Offices(
      AccountOpening opening,
      AccountDetails details,
      Granting granting,
      FleetAverage fleets,
      AmlVerification verification) {
    this.opening = opening;
    this.details = details;
    this.granting = granting;
    this.fleets = fleets;
    this.verification = verification;
  }

  /** Opens the accounts of those who are due. */
  void open(Cast cast, DemoPlan plan, LocalDate day) {
    for (Importer importer : cast.toOpen(day)) {
      var person = importer.owner();
      Account account = done(opening.open(person, importer.holder(), importer.sort().condition()));
      cast.opened(importer, account.number());
      if (importer.sort() != Importer.Sort.PRIVATE) {
        var clerk = new PersonName(person.name() + "-clerk");
        done(
            granting.grant(
                person,
                account.number(),
                clerk,
                Set.of(Permission.VIEW_ACCOUNT, Permission.ACCEPT_VEHICLES)));
      }
      if (importer.sort().isFleet()) {
        FleetApplication asked = done(fleets.apply(person, account.number(), DECLARED));
        done(
            fleets.approve(
                Cast.AGENCY,
                new FleetAverage.Asked(account.number(), asked.id()),
                LocalDate.of(plan.year(), 1, 1),
                "A business that imports vehicles."));
      }
      if (!day.isBefore(LocalDate.of(plan.year(), MONTH_OF_AUTO_ACCEPT, 1))) {
        turnOn(cast, importer);
      }
    }
  }

  /** Turns auto-accept on for all who want it, on the day that it comes. */
  void turnOn(Cast cast, DemoPlan plan, LocalDate before, LocalDate day) {
    LocalDate comes = LocalDate.of(plan.year(), MONTH_OF_AUTO_ACCEPT, 1);
    if (before.isBefore(comes) && !day.isBefore(comes)) {
      cast.open().forEach(importer -> turnOn(cast, importer));
    }
  }

  private void turnOn(Cast cast, Importer importer) {
    if (importer.thrift() >= LEAST_THRIFT_OF_AUTO_ACCEPT) {
      var switches = new AutoAccept(true, importer.sort().isFleet());
      done(
          details.change(
              importer.owner(),
              cast.number(importer),
              was -> new Details(was.name(), was.email(), switches)));
    }
  }

  /** Applies to be verified under the AML/CFT Act 2009, so that credits may be traded. */
  void apply(Cast cast, Importer importer) {
    done(verification.apply(importer.owner(), cast.number(importer)));
  }

  /** Verifies an account that applied, or declines to. */
  void answer(Cast cast, Importer importer, boolean verified) {
    done(
        verification.answer(
            Cast.AGENCY,
            cast.number(importer),
            verified,
            verified ? "The documents are in order." : "The documents were not provided."));
  }

  /** What must have been done; a demonstration that is refused what it plans is at fault. */
  static <T> T done(Attempt<T> attempt) {
    return switch (attempt) {
      case Attempt.Done<T>(T value) -> value;
      case Attempt.Refused<T>(List<Refusal> why) ->
          throw new IllegalStateException("Refused: " + why);
    };
  }
}
