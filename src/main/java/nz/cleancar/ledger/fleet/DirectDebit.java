package nz.cleancar.ledger.fleet;

import java.time.LocalDate;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.Money;

/**
 * A fleet's charge that is collected by direct debit, for its due day is over.
 *
 * @param reference its reference, the same in every file
 * @param account who owes it
 * @param holder the name of the account's holder
 * @param year the fleet's year
 * @param amount what is still owed
 * @param dueOn the day that it was due
 * @param firstFiledOn the day of the first file that it was in
 * @param isInEarlierFile whether that file was an earlier one
 */
public record DirectDebit(
    String reference,
    AccountNumber account,
    String holder,
    int year,
    Money amount,
    LocalDate dueOn,
    LocalDate firstFiledOn,
    boolean isInEarlierFile) {

  private static final String PREFIX = "DD-";

  /** The reference of the debit for an account's year, for example {@code DD-CO2-1-2024}. */
  static String reference(AccountNumber account, int year) {
    return PREFIX + account + "-" + year;
  }
}
