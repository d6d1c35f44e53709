package nz.cleancar.ledger.store;

import io.micronaut.data.connection.ConnectionOperations;
import io.micronaut.data.exceptions.DataAccessException;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import nz.cleancar.ledger.Balance;
import nz.cleancar.ledger.Book;
import nz.cleancar.ledger.Charge;
import nz.cleancar.ledger.Entry;
import nz.cleancar.ledger.FleetSum;
import nz.cleancar.ledger.LedgerStore;
import nz.cleancar.ledger.Line;
import nz.cleancar.ledger.Writing;
import nz.cleancar.standard.AccountNumber;

/** The ledger in a database. */
@Singleton
final class JdbcLedgerStore implements LedgerStore {

  private static final int LINES_AT_ONCE = 1000;

  private static final String BALANCES =
      "select book, lot, amount from ledger_balance where account = ?";
  private static final String UNSETTLED =
      "select "
          + ChargeRow.COLUMNS
          + " from ledger_balance b join ledger_charge c on c.id = b.lot"
          + " where b.account = ? and b.book = 'OWED'";
  private static final String RECORDED =
      "select 1 from ledger_entry where kind = ? and reference = ?";
  private static final String FLEET =
      "select count(*), coalesce(sum(target), 0), coalesce(sum(co2), 0),"
          + " coalesce(sum(difference_tenths), 0), coalesce((select amount from ledger_balance"
          + " where account = ? and book = 'FLEET' and lot = ?), 0)"
          + " from fleet_vehicle where account = ? and fleet_year = ?";
  private static final String LOT_DAYS =
      "select distinct lot from ledger_balance where book = 'CREDITS' order by lot";
  private static final String HOLDERS =
      "select account from ledger_balance where book = 'CREDITS' and lot = ? order by account";
  private static final String LINES =
      "select "
          + LineRow.COLUMNS
          + " from ledger_posting p join ledger_entry e on e.id = p.entry"
          + " where p.account = ? and p.recorded_on >= ? and p.recorded_on <= ?"
          + " and (p.recorded_on > ? or (p.recorded_on = ? and"
          + " (p.entry > ? or (p.entry = ? and p.line > ?))))"
          + " order by p.recorded_on, p.entry, p.line limit ?";

  private final ConnectionOperations<Connection> connections;

  JdbcLedgerStore(ConnectionOperations<Connection> connections) {
    this.connections = connections;
  }

  @Override
  public List<Balance> balances(AccountNumber account) {
    return all(
        BALANCES,
        select -> select.setString(1, account.value()),
        row -> new Balance(Book.valueOf(row.getString(1)), row.getString(2), row.getLong(3)));
  }

  @Override
  public List<Charge> unsettled(AccountNumber account) {
    return all(UNSETTLED, select -> select.setString(1, account.value()), ChargeRow::charge);
  }

  @Override
  public boolean isRecorded(Entry.Kind kind, String reference) {
    return !all(
            RECORDED,
            select -> {
              select.setString(1, kind.name());
              select.setString(2, reference);
            },
            row -> row.getInt(1))
        .isEmpty();
  }

  @Override
  public void write(Writing writing) {
    onConnection(
        connection -> {
          WritingRows.write(connection, writing);
          return true;
        });
  }

  @Override
  public FleetSum fleet(AccountNumber account, int year) {
    return all(
            FLEET,
            select -> {
              select.setString(1, account.value());
              select.setString(2, Integer.toString(year));
              select.setString(3, account.value());
              select.setInt(4, year);
            },
            row ->
                new FleetSum(
                    year,
                    row.getLong(1),
                    row.getBigDecimal(2).stripTrailingZeros(),
                    row.getBigDecimal(3).stripTrailingZeros(),
                    row.getLong(4),
                    row.getLong(5)))
        .getFirst();
  }

  @Override
  public List<LocalDate> lotDays() {
    return all(LOT_DAYS, _ -> {}, row -> LocalDate.parse(row.getString(1)));
  }

  @Override
  public List<AccountNumber> holdersOf(LocalDate earnedOn) {
    return all(
        HOLDERS,
        select -> select.setString(1, earnedOn.toString()),
        row -> new AccountNumber(row.getString(1)));
  }

  @Override
  public void lines(AccountNumber account, LocalDate from, LocalDate to, Consumer<Line> reader) {
    var asked = LinesAsked.first(account, from, to, LINES_AT_ONCE);
    while (true) {
      List<Line> page = page(asked);
      page.forEach(reader);
      if (page.size() < LINES_AT_ONCE) {
        return;
      }
      asked = asked.after(page.getLast());
    }
  }

  @Override
  public List<Line> page(LinesAsked asked) {
    return all(
        LINES,
        select -> {
          select.setString(1, asked.account().value());
          select.setObject(2, asked.after().day());
          select.setObject(3, asked.to());
          select.setObject(4, asked.after().day());
          select.setObject(5, asked.after().day());
          select.setString(6, asked.after().entryId());
          select.setString(7, asked.after().entryId());
          select.setInt(8, asked.after().line());
          select.setInt(9, asked.limit());
        },
        LineRow::line);
  }

  private <T> List<T> all(String sql, Setting set, Reading<T> read) {
    return onConnection(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(sql)) {
            set.on(select);
            var found = new ArrayList<T>();
            try (ResultSet rows = select.executeQuery()) {
              while (rows.next()) {
                found.add(read.of(rows));
              }
            }
            return found;
          }
        });
  }

  private <T> T onConnection(Doing<T> doing) {
    return connections.executeWrite(
        status -> {
          try {
            return doing.on(status.getConnection());
          } catch (SQLException e) {
            throw new DataAccessException("The ledger could not be reached.", e);
          }
        });
  }

  private interface Setting {
    void on(PreparedStatement statement) throws SQLException;
  }

  private interface Reading<T> {
    T of(ResultSet row) throws SQLException;
  }

  private interface Doing<T> {
    T on(Connection connection) throws SQLException;
  }
}
