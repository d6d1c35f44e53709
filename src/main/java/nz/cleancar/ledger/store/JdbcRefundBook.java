package nz.cleancar.ledger.store;

import jakarta.inject.Singleton;
import java.util.List;
import nz.cleancar.ledger.payment.Refund;
import nz.cleancar.ledger.payment.RefundBook;
import nz.cleancar.security.PersonName;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.Money;

/** The refunds in a database. */
@Singleton
final class JdbcRefundBook implements RefundBook {

  private static final String INSERT =
      "insert into refund (id, account, cents, reason, paid_by, paid_at)"
          + " values (?, ?, ?, ?, ?, ?)";
  private static final String OF =
      "select * from refund where account = ? and id < ? order by id desc fetch first ? rows only";

  private final Statements statements;

  JdbcRefundBook(Statements statements) {
    this.statements = statements;
  }

  @Override
  public void add(Refund refund) {
    statements.change(
        INSERT,
        refund.id(),
        refund.account().value(),
        refund.amount().cents(),
        refund.reason(),
        refund.by().text(),
        refund.at());
  }

  @Override
  public List<Refund> of(AccountNumber account, String beforeId, int most) {
    return statements.rows(
        OF,
        row ->
            new Refund(
                row.getString("id"),
                new AccountNumber(row.getString("account")),
                new Money(row.getLong("cents")),
                row.getString("reason"),
                new PersonName(row.getString("paid_by")),
                Statements.moment(row, "paid_at")),
        account.value(),
        beforeId.isEmpty() ? Statements.END : beforeId,
        most);
  }
}
