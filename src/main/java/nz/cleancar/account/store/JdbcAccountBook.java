package nz.cleancar.account.store;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import nz.cleancar.account.AccountBook;
import nz.cleancar.account.AccountBook.Opening.NumberTaken;
import nz.cleancar.account.AccountBook.Opening.Opened;
import nz.cleancar.standard.AccountFacts;
import nz.cleancar.standard.AccountNumber;

/** The accounts in a database. */
@Singleton
final class JdbcAccountBook implements AccountBook {

  private static final String INSERT =
      "insert into account (number, condition, scheme, status,"
          + " auto_accepts_at_or_below_target, auto_accepts_above_target)"
          + " values (?, ?, ?, ?, ?, ?) on conflict do nothing";

  private final AccountRows rows;
  private final TransactionOperations<Connection> transactions;

  JdbcAccountBook(AccountRows rows, TransactionOperations<Connection> transactions) {
    this.rows = rows;
    this.transactions = transactions;
  }

  @Override
  public Optional<AccountFacts> facts(AccountNumber number) {
    return rows.findById(number.value()).map(AccountRow::toAccountFacts);
  }

  @Override
  public Opening open(AccountFacts account) {
    var row = AccountRow.from(account);
    boolean isNew =
        transactions.executeWrite(transaction -> insert(transaction.getConnection(), row));
    return isNew ? new Opened(account) : new NumberTaken(account.number());
  }

  @Override
  public boolean isEmpty() {
    return rows.count() == 0;
  }

  /** Whether the row was inserted, that is, its number was free. */
  private static boolean insert(Connection connection, AccountRow row) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setString(1, row.number());
      insert.setString(2, row.condition().name());
      insert.setString(3, row.scheme().name());
      insert.setString(4, row.status().name());
      insert.setBoolean(5, row.autoAcceptsAtOrBelowTarget());
      insert.setBoolean(6, row.autoAcceptsAboveTarget());
      return insert.executeUpdate() == 1;
    }
  }
}
