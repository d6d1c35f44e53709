package nz.cleancar.account.store;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
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

  private static final String NEXT =
      "select coalesce(max(number), 0) + 1 from account_event where account = ?";
  private static final String INSERT =
      "insert into account_event (account, number, what, detail, done_by, done_at, reason)"
          + " values (?, ?, ?, ?, ?, ?, ?)";
  private static final String OF =
      "select number, what, detail, done_by, done_at, reason from account_event"
          + " where account = ? and number > ? order by number fetch first ? rows only";

  private final TransactionOperations<Connection> transactions;

  JdbcAccountEvents(TransactionOperations<Connection> transactions) {
    this.transactions = transactions;
  }

  @Override
  public long append(AccountNumber account, Done done, Instant at) {
    return transactions.executeWrite(
        transaction -> {
          var connection = transaction.getConnection();
          long number = next(connection, account);
          try (var insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, account.value());
            insert.setLong(2, number);
            insert.setString(3, done.what().name());
            insert.setString(4, done.detail());
            insert.setString(5, done.by().text());
            insert.setObject(6, NewZealand.at(at));
            insert.setString(7, done.reason());
            insert.executeUpdate();
          }
          return number;
        });
  }

  private static long next(Connection connection, AccountNumber account) throws SQLException {
    try (var select = connection.prepareStatement(NEXT)) {
      select.setString(1, account.value());
      try (var row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
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
