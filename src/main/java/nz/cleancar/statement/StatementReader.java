package nz.cleancar.statement;

import java.time.LocalDate;
import nz.cleancar.account.Account;
import nz.cleancar.ledger.Entry;

/** Is told a statement from its beginning to its end, so that nobody holds all of it. */
public interface StatementReader {

  /** It begins. */
  void begins(Head head);

  /** The next line. */
  void line(Item item);

  /** It ends with these balances. */
  void ends(Totals closing);

  /**
   * What stands above the lines.
   *
   * @param account whose it is
   * @param period the days that it is about
   * @param issuedOn the New Zealand day that it is made
   * @param opening the balances at the beginning of the first day
   */
  record Head(Account account, Period period, LocalDate issuedOn, Totals opening) {}

  /**
   * A line.
   *
   * @param day the New Zealand day
   * @param kind what happened
   * @param about the id of the vehicle, transfer or payment, or the account's fleet year
   * @param vehicle the VIN or chassis number of the vehicle; empty where it is about none
   * @param figure which figure moved
   * @param amount by how much, in tenths of a gram or in cents
   * @param balance the figure after it, in the same
   */
  record Item(
      LocalDate day,
      Entry.Kind kind,
      String about,
      String vehicle,
      Figure figure,
      long amount,
      long balance) {}
}
