package nz.cleancar.ledger.store;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import nz.cleancar.ledger.Balance;
import nz.cleancar.ledger.Book;
import nz.cleancar.ledger.Charge;
import nz.cleancar.ledger.ChargeId;
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
  private static final String FLEET_SETTLED =
      "select 1 from fleet_year where account = ? and fleet_year = ?";
  private static final String MOVE_DUE_DAY =
      "insert into ledger_charge_due (charge, due_on, moved_on) values (?, ?, ?)";
  private static final String LOT_DAYS =
      "select distinct lot from ledger_balance where book = 'CREDITS' order by lot";
  private static final String HOLDERS =
      "select account from ledger_balance where book = 'CREDITS' and lot = ? order by account";
  private static final String SUMS_BEFORE =
      "select book, sum(amount) from ledger_posting where account = ? and recorded_on < ?"
          + " group by book";
  private static final String LINES =
      "select "
          + LineRow.COLUMNS
          + " from ledger_posting p join ledger_entry e on e.id = p.entry"
          + " where p.account = ? and p.recorded_on >= ? and p.recorded_on <= ?"
          + " and (p.recorded_on > ? or (p.recorded_on = ? and"
          + " (p.entry > ? or (p.entry = ? and p.line > ?))))"
          + " order by p.recorded_on, p.entry, p.line limit ?";

  private final LedgerConnection connection;

  JdbcLedgerStore(LedgerConnection connection) {
    this.connection = connection;
  }

  @Override
  public List<Balance> balances(AccountNumber account) {
    return connection.all(
        BALANCES,
        select -> select.setString(1, account.value()),
        row -> new Balance(Book.valueOf(row.getString(1)), row.getString(2), row.getLong(3)));
  }

  @Override
  public List<Charge> unsettled(AccountNumber account) {
    return connection.all(
        UNSETTLED, select -> select.setString(1, account.value()), ChargeRow::charge);
  }

  @Override
  public boolean isRecorded(Entry.Kind kind, String reference) {
    return !connection
        .all(
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
    connection.on(
        open -> {
          WritingRows.write(open, writing);
          return true;
        });
  }

  @Override
  public void moveDueDay(ChargeId charge, LocalDate dueOn, LocalDate movedOn) {
    connection.on(
        open -> {
          try (var insert = open.prepareStatement(MOVE_DUE_DAY)) {
            insert.setString(1, charge.value());
            insert.setObject(2, dueOn);
            insert.setObject(3, movedOn);
            return insert.executeUpdate();
          }
        });
  }

  @Override
  public FleetSum fleet(AccountNumber account, int year) {
    return connection
        .all(
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
  public boolean isFleetSettled(AccountNumber account, int year) {
    return !connection
        .all(
            FLEET_SETTLED,
            select -> {
              select.setString(1, account.value());
              select.setInt(2, year);
            },
            row -> row.getInt(1))
        .isEmpty();
  }

  @Override
  public List<LocalDate> lotDays() {
    return connection.all(LOT_DAYS, _ -> {}, row -> LocalDate.parse(row.getString(1)));
  }

  @Override
  public List<AccountNumber> holdersOf(LocalDate earnedOn) {
    return connection.all(
        HOLDERS,
        select -> select.setString(1, earnedOn.toString()),
        row -> new AccountNumber(row.getString(1)));
  }

  @Override
  public Map<Book, Long> sumsBefore(AccountNumber account, LocalDate day) {
    return connection
        .all(
            SUMS_BEFORE,
            select -> {
              select.setString(1, account.value());
              select.setObject(2, day);
            },
            row -> Map.entry(Book.valueOf(row.getString(1)), row.getLong(2)))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
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
    return connection.all(
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
}
