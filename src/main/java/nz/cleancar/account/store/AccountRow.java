package nz.cleancar.account.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nz.cleancar.account.Account;
import nz.cleancar.account.Holder;
import nz.cleancar.account.SchemeFrom;
import nz.cleancar.account.Suspension;
import nz.cleancar.security.PersonName;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.AutoAccept;
import nz.cleancar.standard.Scheme;
import nz.cleancar.standard.VehicleCondition;
import org.jspecify.annotations.Nullable;

/** Accounts as rows: one for each scheme and each suspension of each account. */
final class AccountRow {

  private static final String COLUMNS =
      "a.number, a.holder_kind, a.holder_name, a.email, a.owner, a.condition,"
          + " a.auto_accepts_at_or_below_target, a.auto_accepts_above_target,"
          + " a.opened_on, a.verified_on, a.closed_on, c.first_day, c.scheme,"
          + " s.number, s.ground, s.notice_given_on, s.first_day, s.last_day, s.lifted_on";

  private AccountRow() {}

  /** Reads the accounts that a query of the table {@code account} finds. */
  static String select(String found) {
    return "select "
        + COLUMNS
        + " from ("
        + found
        + ") a join account_scheme c on c.account = a.number"
        + " left join account_suspension s on s.account = a.number"
        + " order by a.number";
  }

  /** The accounts of the rows, in their order. */
  static List<Account> accounts(PreparedStatement select) throws SQLException {
    var found = new LinkedHashMap<String, Parts>();
    try (var rows = select.executeQuery()) {
      while (rows.next()) {
        String number = rows.getString(1);
        Parts parts = found.get(number);
        if (parts == null) {
          parts = new Parts(account(rows), new TreeMap<>(), new TreeMap<>());
          found.put(number, parts);
        }
        parts.add(rows);
      }
    }
    var accounts = new ArrayList<Account>(found.size());
    found.values().forEach(parts -> accounts.add(parts.whole()));
    return accounts;
  }

  private static Account account(ResultSet row) throws SQLException {
    return new Account(
        new AccountNumber(row.getString(1)),
        new Holder(
            Holder.Kind.valueOf(row.getString(2)),
            row.getString(3),
            row.getString(4),
            new PersonName(row.getString(5))),
        VehicleCondition.valueOf(row.getString(6)),
        List.of(scheme(row)),
        new AutoAccept(row.getBoolean(7), row.getBoolean(8)),
        row.getObject(9, LocalDate.class),
        day(row, 10),
        List.of(),
        day(row, 11));
  }

  private static SchemeFrom scheme(ResultSet row) throws SQLException {
    return new SchemeFrom(Scheme.valueOf(row.getString(13)), row.getObject(12, LocalDate.class));
  }

  private static Suspension suspension(ResultSet row) throws SQLException {
    return new Suspension(
        row.getString(15),
        row.getObject(16, LocalDate.class),
        row.getObject(17, LocalDate.class),
        row.getObject(18, LocalDate.class),
        day(row, 19));
  }

  static @Nullable LocalDate day(ResultSet row, int column) throws SQLException {
    return row.getObject(column, LocalDate.class);
  }

  /** Sets the columns that an account can change, from the first parameter on; how many. */
  static int set(PreparedStatement statement, Account account) throws SQLException {
    statement.setString(1, account.holder().kind().name());
    statement.setString(2, account.holder().name());
    statement.setString(3, account.holder().email());
    statement.setString(4, account.holder().owner().text());
    statement.setBoolean(5, account.autoAccept().atOrBelowTarget());
    statement.setBoolean(6, account.autoAccept().aboveTarget());
    statement.setObject(7, account.verifiedOn());
    statement.setObject(8, account.closedOn());
    return 8;
  }

  /** An account with the schemes and suspensions of its rows. */
  private record Parts(
      Account account, Map<LocalDate, SchemeFrom> schemes, Map<Integer, Suspension> suspensions) {

    void add(ResultSet row) throws SQLException {
      SchemeFrom scheme = scheme(row);
      schemes.put(scheme.from(), scheme);
      int number = row.getInt(14);
      if (!row.wasNull()) {
        suspensions.put(number, suspension(row));
      }
    }

    Account whole() {
      return new Account(
          account.number(),
          account.holder(),
          account.condition(),
          List.copyOf(schemes.values()),
          account.autoAccept(),
          account.openedOn(),
          account.verifiedOn(),
          List.copyOf(suspensions.values()),
          account.closedOn());
    }
  }
}
