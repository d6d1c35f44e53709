package nz.cleancar.account.store;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nz.cleancar.account.Account;
import nz.cleancar.account.AccountBook;
import nz.cleancar.account.AccountBook.Opening.NumberTaken;
import nz.cleancar.account.AccountBook.Opening.Opened;
import nz.cleancar.account.Permission;
import nz.cleancar.account.SchemeFrom;
import nz.cleancar.account.Suspension;
import nz.cleancar.security.PersonName;
import nz.cleancar.standard.AccountFacts;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.AccountStatus;
import nz.cleancar.standard.AutoAccept;
import nz.cleancar.standard.NewZealand;
import nz.cleancar.standard.Scheme;
import nz.cleancar.standard.VehicleCondition;

/** The accounts in a database. */
@Singleton
final class JdbcAccountBook implements AccountBook {

  private static final String FACTS =
      "select a.condition, a.auto_accepts_at_or_below_target, a.auto_accepts_above_target,"
          + " a.closed_on,"
          + " coalesce((select c.scheme from account_scheme c"
          + " where c.account = a.number and c.first_day <= ?"
          + " order by c.first_day desc fetch first 1 row only),"
          + " (select c.scheme from account_scheme c where c.account = a.number"
          + " order by c.first_day fetch first 1 row only)),"
          + " exists (select 1 from account_suspension s where s.account = a.number"
          + " and s.first_day <= ? and s.last_day >= ?"
          + " and (s.lifted_on is null or s.lifted_on > ?))"
          + " from account a where a.number = ?";
  private static final String FIND = AccountRow.select("select * from account where number = ?");
  private static final String AFTER =
      AccountRow.select(
          "select * from account where number > ? order by number fetch first ? rows only");
  private static final String VIEWED_BY =
      AccountRow.select(
          "select * from account where number in (select account from account_person"
              + " where person = ? and permission = '"
              + Permission.VIEW_ACCOUNT
              + "' and account > ? order by account fetch first ? rows only)");
  private static final String LOCK = "select number from account where number = ? for update";
  private static final String INSERT =
      "insert into account (holder_kind, holder_name, email, owner,"
          + " auto_accepts_at_or_below_target, auto_accepts_above_target, verified_on, closed_on,"
          + " number, condition, opened_on) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
          + " on conflict do nothing";
  private static final String UPDATE =
      "update account set holder_kind = ?, holder_name = ?, email = ?, owner = ?,"
          + " auto_accepts_at_or_below_target = ?, auto_accepts_above_target = ?,"
          + " verified_on = ?, closed_on = ? where number = ?";
  private static final String INSERT_SCHEME =
      "insert into account_scheme (account, first_day, scheme) values (?, ?, ?)";
  private static final String INSERT_SUSPENSION =
      "insert into account_suspension (account, number, ground, notice_given_on, first_day,"
          + " last_day, lifted_on) values (?, ?, ?, ?, ?, ?, ?)";

  private final TransactionOperations<Connection> transactions;
  private final NewZealand clock;

  JdbcAccountBook(TransactionOperations<Connection> transactions, NewZealand clock) {
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public Optional<AccountFacts> facts(AccountNumber number) {
    LocalDate today = clock.today();
    return transactions.executeRead(
        transaction -> {
          try (var select = transaction.getConnection().prepareStatement(FACTS)) {
            for (int parameter = 1; parameter <= 4; parameter++) {
              select.setObject(parameter, today);
            }
            select.setString(5, number.value());
            try (var row = select.executeQuery()) {
              return row.next() ? Optional.of(facts(number, row, today)) : Optional.empty();
            }
          }
        });
  }

  private static AccountFacts facts(AccountNumber number, ResultSet row, LocalDate today)
      throws SQLException {
    LocalDate closedOn = AccountRow.day(row, 4);
    boolean isClosed = closedOn != null && !today.isBefore(closedOn);
    boolean isSuspended = row.getBoolean(6);
    return new AccountFacts(
        number,
        VehicleCondition.valueOf(row.getString(1)),
        Scheme.valueOf(row.getString(5)),
        isClosed
            ? AccountStatus.CLOSED
            : isSuspended ? AccountStatus.SUSPENDED : AccountStatus.ACTIVE,
        new AutoAccept(row.getBoolean(2), row.getBoolean(3)));
  }

  @Override
  public AccountNumber nextNumber() {
    return transactions.executeWrite(
        transaction -> {
          try (var select =
                  transaction.getConnection().prepareStatement("select nextval('next_account')");
              var row = select.executeQuery()) {
            row.next();
            return new AccountNumber("CO2-%06d".formatted(row.getLong(1)));
          }
        });
  }

  @Override
  public Opening open(Account account) {
    return transactions.executeWrite(
        transaction -> {
          var connection = transaction.getConnection();
          if (!insert(connection, account)) {
            return new NumberTaken(account.number());
          }
          insertParts(connection, account);
          return new Opened(account);
        });
  }

  /** Whether the row was inserted, that is, its number was free. */
  private static boolean insert(Connection connection, Account account) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      int set = AccountRow.set(insert, account);
      insert.setString(set + 1, account.number().value());
      insert.setString(set + 2, account.condition().name());
      insert.setObject(set + 3, account.openedOn());
      return insert.executeUpdate() == 1;
    }
  }

  @Override
  public Optional<Account> find(AccountNumber number) {
    return transactions.executeRead(
        transaction -> find(transaction.getConnection(), number).stream().findFirst());
  }

  @Override
  public Optional<Account> lock(AccountNumber number) {
    return transactions.executeWrite(
        transaction -> {
          var connection = transaction.getConnection();
          try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
            lock.setString(1, number.value());
            try (var row = lock.executeQuery()) {
              return row.next()
                  ? find(connection, number).stream().findFirst()
                  : Optional.<Account>empty();
            }
          }
        });
  }

  private static List<Account> find(Connection connection, AccountNumber number)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(FIND)) {
      select.setString(1, number.value());
      return AccountRow.accounts(select);
    }
  }

  @Override
  public void keep(Account account) {
    boolean kept =
        transactions.executeWrite(
            transaction -> {
              var connection = transaction.getConnection();
              try (PreparedStatement update = connection.prepareStatement(UPDATE)) {
                int set = AccountRow.set(update, account);
                update.setString(set + 1, account.number().value());
                if (update.executeUpdate() == 0) {
                  return false;
                }
              }
              deleteParts(connection, account.number());
              insertParts(connection, account);
              return true;
            });
    if (!kept) {
      throw new IllegalStateException("Account " + account.number() + " was never opened.");
    }
  }

  @Override
  public List<Account> after(String number, int most) {
    return transactions.executeRead(
        transaction -> {
          try (var select = transaction.getConnection().prepareStatement(AFTER)) {
            select.setString(1, number);
            select.setInt(2, most);
            return AccountRow.accounts(select);
          }
        });
  }

  @Override
  public List<Account> viewedBy(PersonName person, String afterNumber, int most) {
    return transactions.executeRead(
        transaction -> {
          try (var select = transaction.getConnection().prepareStatement(VIEWED_BY)) {
            select.setString(1, person.text());
            select.setString(2, afterNumber);
            select.setInt(3, most);
            return AccountRow.accounts(select);
          }
        });
  }

  @Override
  public boolean isEmpty() {
    return transactions.executeRead(
        transaction -> {
          try (var select =
                  transaction
                      .getConnection()
                      .prepareStatement("select number from account fetch first 1 row only");
              var row = select.executeQuery()) {
            return !row.next();
          }
        });
  }

  private static void deleteParts(Connection connection, AccountNumber number) throws SQLException {
    for (String table : List.of("account_scheme", "account_suspension")) {
      try (var delete =
          connection.prepareStatement("delete from " + table + " where account = ?")) {
        delete.setString(1, number.value());
        delete.executeUpdate();
      }
    }
  }

  private static void insertParts(Connection connection, Account account) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT_SCHEME)) {
      for (SchemeFrom each : account.schemes()) {
        insert.setString(1, account.number().value());
        insert.setObject(2, each.from());
        insert.setString(3, each.scheme().name());
        insert.addBatch();
      }
      insert.executeBatch();
    }
    try (PreparedStatement insert = connection.prepareStatement(INSERT_SUSPENSION)) {
      int number = 0;
      for (Suspension each : account.suspensions()) {
        insert.setString(1, account.number().value());
        insert.setInt(2, ++number);
        insert.setString(3, each.ground());
        insert.setObject(4, each.noticeGivenOn());
        insert.setObject(5, each.from());
        insert.setObject(6, each.to());
        insert.setObject(7, each.liftedOn());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }
}
