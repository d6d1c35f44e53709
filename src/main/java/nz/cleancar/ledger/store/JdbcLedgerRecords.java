package nz.cleancar.ledger.store;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import nz.cleancar.ledger.LedgerRecords;
import nz.cleancar.standard.AccountNumber;

/** The ledger's rows in a database; each question is one statement, and so of one moment. */
@Singleton
final class JdbcLedgerRecords implements LedgerRecords {

  private static final String IDS = "select id from ledger_entry where id > ? order by id limit ?";
  private static final String ENTRIES =
      "select e.id, e.kind, e.reference, p.line, coalesce(p.account, ''), p.book, p.lot, p.amount"
          + " from ledger_entry e left join ledger_posting p on p.entry = e.id"
          + " where e.id > ? and e.id <= ? order by e.id, p.line";
  private static final String ACCOUNTS =
      "select number from account where number > ? order by number limit ?";
  private static final String BALANCES =
      "select book, lot, sum(posted), sum(kept) from ("
          + "select book, lot, amount as posted, 0 as kept from ledger_posting where account = ?"
          + " union all"
          + " select book, lot, 0 as posted, amount as kept from ledger_balance where account = ?"
          + ") sums group by book, lot"
          + " having sum(posted) <> sum(kept) or (book <> 'FLEET' and sum(posted) < 0)"
          + " order by book, lot";

  /**
   * Levied otherwise than kept; owed without a charge; grams left though nothing is owed; due on
   * another day than the fleet's year says.
   */
  private static final String CHARGES =
      "select c.id from ledger_charge c"
          + " left join ledger_entry e on e.kind = 'CHARGE_LEVIED' and e.reference = c.id"
          + " left join ledger_posting p on p.entry = e.id and p.account = c.account"
          + " and p.lot = c.id where c.account = ?"
          + " group by c.id, c.cents, c.above_tenths"
          + " having sum(case when p.book = 'OWED' then p.amount else 0 end) <> c.cents"
          + " or sum(case when p.book = 'ABOVE_TARGET' then p.amount else 0 end)"
          + " <> c.above_tenths"
          + " union"
          + " select p.lot from ledger_posting p where p.account = ?"
          + " and p.book in ('OWED', 'ABOVE_TARGET') and not exists"
          + " (select 1 from ledger_charge c where c.id = p.lot and c.account = p.account)"
          + " union"
          + " select a.lot from ledger_balance a where a.account = ? and a.book = 'ABOVE_TARGET'"
          + " and not exists (select 1 from ledger_balance o"
          + " where o.account = a.account and o.book = 'OWED' and o.lot = a.lot)"
          + " union"
          + " select c.id from ledger_charge c join ledger_charge_due d on d.charge = c.id"
          + " left join fleet_year y on y.account = c.account"
          + " and y.account || '/' || y.fleet_year = c.id where c.account = ?"
          + " group by c.id, c.due_on, y.deferred_until"
          + " having min(d.due_on) <= c.due_on or y.deferred_until is null"
          + " or max(d.due_on) <> y.deferred_until";

  private static final String FLEETS =
      "select lot from ("
          + "select cast(fleet_year as varchar(100)) as lot, -difference_tenths as amount"
          + " from fleet_vehicle where account = ?"
          + " union all"
          + " select p.lot as lot, p.amount as amount from ledger_posting p"
          + " join ledger_entry e on e.id = p.entry"
          + " where p.account = ? and p.book = 'FLEET' and e.kind = 'FLEET_ACCRUED'"
          + ") years group by lot having sum(amount) <> 0 order by lot";

  private final LedgerConnection connection;

  JdbcLedgerRecords(LedgerConnection connection) {
    this.connection = connection;
  }

  private record OneRow(String id, String kind, String reference, boolean isPosting, Row row) {}

  @Override
  public List<Rows> entriesAfter(String id, int most) {
    List<String> ids =
        connection.all(
            IDS,
            select -> {
              select.setString(1, id);
              select.setInt(2, most);
            },
            row -> row.getString(1));
    return ids.isEmpty() ? List.of() : entries(id, ids.getLast());
  }

  private List<Rows> entries(String after, String last) {
    List<OneRow> rows =
        connection.all(
            ENTRIES,
            select -> {
              select.setString(1, after);
              select.setString(2, last);
            },
            row ->
                new OneRow(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getInt(4) != 0,
                    row.getInt(4) == 0
                        ? new Row("", "", "", 0)
                        : new Row(
                            row.getString(5), row.getString(6), row.getString(7), row.getLong(8))));
    var entries = new ArrayList<Rows>();
    var postings = new ArrayList<Row>();
    for (int at = 0; at < rows.size(); at++) {
      OneRow row = rows.get(at);
      if (row.isPosting()) {
        postings.add(row.row());
      }
      if (at + 1 == rows.size() || !rows.get(at + 1).id().equals(row.id())) {
        entries.add(new Rows(row.id(), row.kind(), row.reference(), postings));
        postings.clear();
      }
    }
    return entries;
  }

  @Override
  public List<AccountNumber> accountsAfter(String number, int most) {
    return connection.all(
        ACCOUNTS,
        select -> {
          select.setString(1, number);
          select.setInt(2, most);
        },
        row -> new AccountNumber(row.getString(1)));
  }

  @Override
  public List<Sum> wrongBalances(AccountNumber account) {
    return connection.all(
        BALANCES,
        select -> {
          select.setString(1, account.value());
          select.setString(2, account.value());
        },
        row -> new Sum(row.getString(1), row.getString(2), row.getLong(3), row.getLong(4)));
  }

  @Override
  public List<String> wrongCharges(AccountNumber account) {
    return connection.all(
        CHARGES,
        select -> {
          select.setString(1, account.value());
          select.setString(2, account.value());
          select.setString(3, account.value());
          select.setString(4, account.value());
        },
        row -> row.getString(1));
  }

  @Override
  public List<String> wrongFleets(AccountNumber account) {
    return connection.all(
        FLEETS,
        select -> {
          select.setString(1, account.value());
          select.setString(2, account.value());
        },
        row -> row.getString(1));
  }
}
