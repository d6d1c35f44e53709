package nz.cleancar.account;

import java.time.LocalDate;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.Grams;
import nz.cleancar.standard.Money;

/** What accounts hold and owe in the ledger, as closing one needs to know it. */
public interface Holdings {

  /** What is left in an account that was locked. */
  Left left(AccountNumber account);

  /** Gives up all credits of an account that was locked, on the day. */
  void giveUpCredits(AccountNumber account, LocalDate day);

  /**
   * What is left in an account.
   *
   * @param owed what it owes: its unpaid charges, and those of fleets whose year is not settled
   * @param credits its credits that have not expired
   * @param money what was paid in and not used
   */
  record Left(Money owed, Grams credits, Money money) {}
}
