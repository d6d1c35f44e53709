package nz.cleancar.account.store;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import nz.cleancar.account.AccountEvent;
import nz.cleancar.account.AccountEvents;
import nz.cleancar.security.PersonName;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.NewZealand;

/** What was done with accounts, in a database. */
@Singleton
final class JdbcAccountEvents implements AccountEvents {

  private static final String INSERT =
      "insert into account_event (account, number, what, detail, done_by, done_at, reason)"
          + " select cast(? as varchar(32)),"
          + " coalesce((select max(number) from account_event where account = ?), 0) + 1,"
          + " cast(? as varchar(40)), cast(? as varchar(2000)), cast(? as varchar(60)),"
          + " cast(? as timestamp(3) with time zone), cast(? as varchar(1000))";
  private static final String OF =
      "select number, what, detail, done_by, done_at, reason from account_event"
          + " where account = ? and number > ? order by number fetch first ? rows only";

  private final TransactionOperations<Connection> transactions;

  JdbcAccountEvents(TransactionOperations<Connection> transactions) {
    this.transactions = transactions;
  }

  @Override
  public void append(AccountNumber account, Done done) {
    transactions.executeWrite(
        transaction -> {
          try (var insert = transaction.getConnection().prepareStatement(INSERT)) {
            insert.setString(1, account.value());
            insert.setString(2, account.value());
            insert.setString(3, done.what().name());
            insert.setString(4, done.detail());
            insert.setString(5, done.by().text());
            insert.setObject(6, NewZealand.at(done.at()));
            insert.setString(7, done.reason());
            return insert.executeUpdate();
          }
        });
  }

  @Override
  public List<AccountEvent> of(AccountNumber account, long after, int most) {
    return transactions.executeRead(
        transaction -> {
          try (var select = transaction.getConnection().prepareStatement(OF)) {
            select.setString(1, account.value());
            select.setLong(2, after);
            select.setInt(3, most);
            var events = new ArrayList<AccountEvent>();
            try (var rows = select.executeQuery()) {
              while (rows.next()) {
                events.add(event(account, rows));
              }
            }
            return events;
          }
        });
  }

  private static AccountEvent event(AccountNumber account, ResultSet row) throws SQLException {
    return new AccountEvent(
        account,
        row.getLong(1),
        AccountEvent.What.valueOf(row.getString(2)),
        row.getString(3),
        new PersonName(row.getString(4)),
        row.getObject(5, OffsetDateTime.class).toInstant(),
        row.getString(6));
  }
}
