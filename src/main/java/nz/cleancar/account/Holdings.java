package nz.cleancar.account;

import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.Grams;
import nz.cleancar.standard.Money;

/** What accounts hold and owe in the ledger, as closing one needs to know it. */
public interface Holdings {

  /** What is left in an account that was locked. */
  Left left(AccountNumber account);

  /** Ends the credits of an account that was locked whose last day was before the day. */
  void endExpiredCredits(AccountNumber account, LocalDate day);

  /** Gives up all credits of an account that was locked, on the day. */
  void giveUpCredits(AccountNumber account, LocalDate day);

  /**
   * What is left in an account.
   *
   * @param owed what it owes for charges that are not paid
   * @param credits its credits that have not expired
   * @param money what was paid in and not used
   * @param fleets the years of its fleet that are not settled and above or below their target
   */
  record Left(Money owed, Grams credits, Money money, SortedSet<Integer> fleets) {

    public Left {
      fleets = Collections.unmodifiableSortedSet(new TreeSet<>(fleets));
    }
  }
}
