package nz.cleancar.ledger;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.Grams;
import nz.cleancar.work.AllOrNothing;
import nz.cleancar.work.Attempt;
import nz.cleancar.work.Refusal;

/**
 * The years of fleet average accounts in the ledger. Whoever changes one locks the account in the
 * same work.
 */
@Singleton
public final class Fleets {

  private final AllOrNothing work;
  private final Sheets sheets;
  private final LedgerStore store;

  Fleets(AllOrNothing work, Sheets sheets, LedgerStore store) {
    this.work = work;
    this.sheets = sheets;
    this.store = store;
  }

  /** The sums of an account's fleet of a year. */
  public FleetSum of(AccountNumber account, int year) {
    return store.fleet(account, year);
  }

  /**
   * Settles a year by credits: the fleet's book comes to zero and the credits are earned today.
   *
   * @param earned in tenths of a gram; none where the fleet is on its target
   * @return refused with {@code already-settled} where the year was settled or deferred
   */
  public Attempt<Grams> settleByCredits(AccountNumber account, int year, Grams earned) {
    return work.run(
        () ->
            open(account, year)
                .map(
                    fleet -> {
                      Sheet sheet = sheets.of(account);
                      var postings = emptied(account, fleet);
                      long tenths = earned.tenths();
                      if (tenths != 0) {
                        postings.add(
                            Posting.to(account, Book.CREDITS, sheet.day().toString(), tenths));
                        postings.add(Posting.toAgency(Book.EARNED, -tenths));
                      }
                      settled(sheet, account, year, postings);
                      store.write(sheet.writing());
                      return earned;
                    }));
  }

  /**
   * Settles a year by a charge: the fleet's book comes to zero and the charge is owed.
   *
   * @param charge with the id of the account's year
   * @return refused with {@code already-settled} where the year was settled or deferred
   */
  public Attempt<Charge> settleByCharge(int year, Charge charge) {
    AccountNumber account = charge.account();
    if (!charge.id().equals(ChargeId.ofFleet(account, year))) {
      throw new IllegalArgumentException("Charge " + charge.id() + " is not of " + year + ".");
    }
    return work.run(
        () ->
            open(account, year)
                .map(
                    fleet -> {
                      Sheet sheet = sheets.of(account);
                      settled(sheet, account, year, emptied(account, fleet));
                      sheet.levy(charge);
                      store.write(sheet.writing());
                      return charge;
                    }));
  }

  /**
   * Carries what a fleet is above its target in a year into the next (Land Transport Act 1998, s
   * 179).
   *
   * @return refused with {@code already-settled} where the year was settled or deferred, and with
   *     {@code nothing-to-defer} where the fleet is not above its target
   */
  public Attempt<Grams> defer(AccountNumber account, int year) {
    return work.run(
        () ->
            open(account, year)
                .then(
                    fleet -> {
                      long tenths = fleet.balanceTenths();
                      if (tenths >= 0) {
                        return Attempt.<Grams>refused(
                            Refusal.refused(
                                "nothing-to-defer",
                                "The fleet of " + year + " is not above its target."));
                      }
                      String reference = ChargeId.ofFleet(account, year).value();
                      store.write(
                          Writing.of(
                              sheets.entry(
                                  Entry.Kind.FLEET_DEFERRED,
                                  reference,
                                  reference,
                                  List.of(
                                      fleet(account, year, -tenths),
                                      fleet(account, year + 1, tenths)))));
                      return Attempt.done(Grams.ofTenths(-tenths));
                    }));
  }

  private Attempt<FleetSum> open(AccountNumber account, int year) {
    String reference = ChargeId.ofFleet(account, year).value();
    return store.isRecorded(Entry.Kind.FLEET_SETTLED, reference)
            || store.isRecorded(Entry.Kind.FLEET_DEFERRED, reference)
        ? Attempt.refused(
            Refusal.refused(
                "already-settled", "The fleet of " + year + " was settled or deferred before."))
        : Attempt.done(store.fleet(account, year));
  }

  private static List<Posting> emptied(AccountNumber account, FleetSum fleet) {
    var postings = new ArrayList<Posting>();
    if (fleet.balanceTenths() != 0) {
      postings.add(fleet(account, fleet.year(), -fleet.balanceTenths()));
      postings.add(Posting.toAgency(Book.ACCRUED, fleet.balanceTenths()));
    }
    return postings;
  }

  private static void settled(
      Sheet sheet, AccountNumber account, int year, List<Posting> postings) {
    String reference = ChargeId.ofFleet(account, year).value();
    if (!postings.isEmpty()) {
      sheet.add(Entry.Kind.FLEET_SETTLED, reference, reference, postings);
    }
  }

  private static Posting fleet(AccountNumber account, int year, long tenths) {
    return Posting.to(account, Book.FLEET, Integer.toString(year), tenths);
  }
}
