package nz.cleancar.ledger.fleet;

import java.time.LocalDate;
import java.util.List;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.Money;

/** Which fleets' charges were put into files for direct debit. */
public interface DebitBook {

  /**
   * Charges that were due before the day, are collected in the way, and are still owed, in the
   * order of their accounts and years, after the account and year; an empty text begins.
   */
  List<Due> due(LocalDate day, String way, String afterAccount, int afterYear, int most);

  /** Remembers that a charge is in the file of the day; the first day it ever was in one stays. */
  LocalDate firstFiled(AccountNumber account, int year, LocalDate day);

  /**
   * A charge that is overdue.
   *
   * @param account who owes it
   * @param holder the name of the account's holder
   * @param year the fleet's year
   * @param left what is still owed
   * @param dueOn the day that it was due
   */
  record Due(AccountNumber account, String holder, int year, Money left, LocalDate dueOn) {}
}
