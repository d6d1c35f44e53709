package nz.cleancar.ledger;

import jakarta.inject.Singleton;
import java.time.LocalDate;
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
   * Settles a year by credits: the fleet's book comes to zero and the credits are earned on the
   * day, whenever it is settled.
   *
   * @param earned in tenths of a gram; none where the fleet is on its target
   * @return refused with {@code already-settled} where the year was settled
   */
  public Attempt<Grams> settleByCredits(
      AccountNumber account, int year, Grams earned, LocalDate earnedOn) {
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
                            Posting.to(account, Book.CREDITS, earnedOn.toString(), tenths));
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
   * @return refused with {@code already-settled} where the year was settled
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
   * Carries what is still owed of a year's charge into the next year (Land Transport Act 1998, s
   * 179): the charge is lifted, and its grams above target that are left are the next year's.
   *
   * @return the grams; refused with {@code nothing-to-defer} where the year's charge owes nothing
   */
  public Attempt<Grams> defer(AccountNumber account, int year) {
    return work.run(
        () -> {
          ChargeId id = ChargeId.ofFleet(account, year);
          Sheet sheet = sheets.of(account);
          if (!owes(sheet, id)) {
            return Attempt.<Grams>refused(nothingToDefer(year));
          }
          OwedCharge owed = sheet.charge(id);
          sheet.add(Entry.Kind.FLEET_DEFERRED, id.value(), id.value(), lifted(account, year, owed));
          store.write(sheet.writing());
          return Attempt.done(owed.gramsLeft());
        });
  }

  /**
   * Moves the day that a year's charge is due; the charge and what is owed of it stay (Land
   * Transport Act 1998, s 179).
   *
   * @param dueOn later than before
   * @return that day; refused with {@code nothing-to-defer} where the year's charge owes nothing
   */
  public Attempt<LocalDate> postpone(AccountNumber account, int year, LocalDate dueOn) {
    return work.run(
        () -> {
          ChargeId id = ChargeId.ofFleet(account, year);
          Sheet sheet = sheets.of(account);
          if (!owes(sheet, id)) {
            return Attempt.<LocalDate>refused(nothingToDefer(year));
          }
          store.moveDueDay(id, dueOn, sheet.day());
          return Attempt.done(dueOn);
        });
  }

  private static boolean owes(Sheet sheet, ChargeId id) {
    return sheet.charges().stream().anyMatch(charge -> charge.id().equals(id));
  }

  private static Refusal nothingToDefer(int year) {
    return Refusal.refused("nothing-to-defer", "Nothing is owed for the fleet of " + year + ".");
  }

  private static List<Posting> lifted(AccountNumber account, int year, OwedCharge owed) {
    String lot = owed.charge().id().value();
    long cents = owed.left().cents();
    var postings = new ArrayList<Posting>();
    postings.add(Posting.to(account, Book.OWED, lot, -cents));
    postings.add(Posting.toAgency(Book.LEVIED, cents));
    long tenths = owed.gramsLeft().tenths();
    if (tenths != 0) {
      postings.add(Posting.to(account, Book.ABOVE_TARGET, lot, -tenths));
      postings.add(Posting.toAgency(Book.LEVIED_GRAMS, tenths));
      postings.add(fleet(account, year + 1, -tenths));
      postings.add(Posting.toAgency(Book.ACCRUED, tenths));
    }
    return postings;
  }

  private Attempt<FleetSum> open(AccountNumber account, int year) {
    String reference = ChargeId.ofFleet(account, year).value();
    return store.isRecorded(Entry.Kind.FLEET_SETTLED, reference)
        ? Attempt.refused(
            Refusal.refused("already-settled", "The fleet of " + year + " was settled before."))
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
