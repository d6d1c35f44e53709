package nz.cleancar.ledger.store;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import nz.cleancar.ledger.fleet.DebitBook;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.Money;

/** The direct debits in a database. */
@Singleton
final class JdbcDebitBook implements DebitBook {

  private static final String DUE =
      "select y.account, y.fleet_year, coalesce(y.deferred_until, y.due_on), b.amount,"
          + " a.holder_name from fleet_year y"
          + " join ledger_balance b on b.account = y.account and b.book = 'OWED'"
          + " and b.lot = y.account || '/' || y.fleet_year"
          + " join account a on a.number = y.account"
          + " where y.due_on < ? and coalesce(y.deferred_until, y.due_on) < ? and y.after_due = ?"
          + " and not exists (select 1 from payment_charge c join payment p on p.id = c.payment"
          + " where c.charge = b.lot and p.state in ('PENDING', 'UNKNOWN'))"
          + " and (y.account > ? or y.account = ? and y.fleet_year > ?)"
          + " order by y.account, y.fleet_year fetch first ? rows only";
  private static final String INSERT =
      "insert into direct_debit (account, fleet_year, first_filed_on) values (?, ?, ?)"
          + " on conflict do nothing";
  private static final String FIRST =
      "select first_filed_on from direct_debit where account = ? and fleet_year = ?";

  private final Statements statements;

  JdbcDebitBook(Statements statements) {
    this.statements = statements;
  }

  @Override
  public List<Due> due(LocalDate day, String way, String afterAccount, int afterYear, int most) {
    return statements.rows(
        DUE,
        row ->
            new Due(
                new AccountNumber(row.getString("account")),
                row.getString("holder_name"),
                row.getInt("fleet_year"),
                new Money(row.getLong("amount")),
                row.getObject(3, LocalDate.class)),
        day,
        day,
        way,
        afterAccount,
        afterAccount,
        afterYear,
        most);
  }

  @Override
  public LocalDate firstFiled(AccountNumber account, int year, LocalDate day) {
    statements.change(INSERT, account.value(), year, day);
    return statements
        .row(FIRST, row -> row.getObject("first_filed_on", LocalDate.class), account.value(), year)
        .orElseThrow();
  }
}
