package nz.cleancar.agency.store;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nz.cleancar.agency.GoLiveReport.Asked;
import nz.cleancar.agency.GoLiveReport.Clearing;
import nz.cleancar.agency.GoLiveReport.Imports;
import nz.cleancar.agency.GoLiveReport.Positions;
import nz.cleancar.agency.LedgerFigures;
import nz.cleancar.agency.LedgerFigures.TransfersOfDay;
import nz.cleancar.agency.LedgerSums;
import nz.cleancar.standard.Grams;
import nz.cleancar.standard.Money;
import nz.cleancar.standard.VehicleCondition;

/**
 * The ledger as the database adds it up. What stood when the due day began is the balances of now
 * less what was posted since, so that nothing before that day is read.
 */
@Singleton
final class JdbcLedgerSums implements LedgerSums {

  private static final String LOT_DAYS =
      "select lot from ledger_balance where book = 'CREDITS'"
          + " union select lot from ledger_posting"
          + " where book = 'CREDITS' and recorded_on >= ? order by lot";

  private static final String CHARGE_VEHICLES =
      "select count(case when a.condition = 'NEW' then 1 end),"
          + " count(case when a.condition = 'USED' then 1 end), count(distinct c.account)"
          + " from ledger_charge c join account a on a.number = c.account"
          + " where c.scheme = 'PAYG' and c.levied_on >= ? and c.levied_on <= ?";

  private static final String FLEET_VEHICLES =
      "select count(*), count(distinct v.account) from fleet_vehicle v"
          + " join ledger_entry e on e.kind = 'FLEET_ACCRUED' and e.reference = v.vehicle"
          + " where v.difference_tenths < 0 and e.recorded_on >= ? and e.recorded_on <= ?";

  private static final String MOVED =
      "(select account, book, lot, amount from ledger_balance"
          + " where book in ('OWED', 'ABOVE_TARGET', 'CREDITS')"
          + " union all select account, book, lot, -amount from ledger_posting"
          + " where recorded_on >= ? and book in ('OWED', 'ABOVE_TARGET', 'CREDITS'))";

  private static final String OPENING =
      "(select m.account,"
          + " sum(case when m.book = 'OWED' then m.amount else 0 end) as due,"
          + " sum(case when m.book = 'ABOVE_TARGET' then m.amount else 0 end) as above_target,"
          + " sum(case when m.book = 'CREDITS' then m.amount else 0 end) as credits"
          + " from "
          + MOVED
          + " m left join ledger_charge c on m.book <> 'CREDITS' and c.id = m.lot"
          + " where (m.book = 'CREDITS' and not (m.lot = any(?)))"
          + " or (m.book <> 'CREDITS' and c.levied_on < ? and c.due_on <= ?)"
          + " group by m.account)";

  private static final String CHARGED =
      "(select distinct account from ledger_charge"
          + " where scheme = 'PAYG' and levied_on >= ? and levied_on <= ?)";

  private static final String NET_CHARGE =
      "case when h.account is not null and o.above_target > o.credits then ";

  private static final String POSITIONS =
      "select count("
          + NET_CHARGE
          + "1 end), count(case when o.due > 0 then 1 end), coalesce(sum(o.due), 0),"
          + " coalesce(sum("
          + NET_CHARGE
          + "o.due end), 0), coalesce(sum(o.above_target), 0), coalesce(sum(o.credits), 0) from "
          + OPENING
          + " o left join "
          + CHARGED
          + " h on h.account = o.account";

  private static final String CLEARED =
      "(select c.account,"
          + " sum(case when p.book = 'CLEARED_BY_CREDITS' then p.amount else 0 end) as credits,"
          + " sum(case when p.book = 'CLEARED_BY_MONEY' then p.amount else 0 end) as money"
          + " from ledger_posting p join ledger_entry e on e.id = p.entry"
          + " join ledger_charge c on c.id = e.about"
          + " where p.recorded_on = ? and p.book in ('CLEARED_BY_CREDITS', 'CLEARED_BY_MONEY')"
          + " and c.levied_on < ? and c.due_on <= ? group by c.account)";

  private static final String CLEARING =
      "select count(*), coalesce(sum(o.due), 0),"
          + " count(case when d.credits > d.money then 1 end),"
          + " coalesce(sum(d.credits), 0), coalesce(sum(d.money), 0) from "
          + OPENING
          + " o join "
          + CLEARED
          + " d on d.account = o.account where o.due > 0 and d.credits + d.money = o.due";

  private static final String SIDE =
      "(select p.entry, p.recorded_on, a.condition, sum(p.amount) as tenths"
          + " from ledger_posting p join ledger_entry e on e.id = p.entry"
          + " join account a on a.number = p.account"
          + " where e.kind = 'CREDITS_TRANSFERRED' and p.book = 'CREDITS' and p.amount %s 0"
          + " and p.recorded_on >= ? and p.recorded_on <= ?"
          + " group by p.entry, p.recorded_on, a.condition)";

  private static final String TRANSFERS =
      "select g.recorded_on, g.condition, r.condition, count(*), -sum(g.tenths), sum(r.tenths)"
          + " from "
          + SIDE.formatted("<")
          + " g join "
          + SIDE.formatted(">")
          + " r on r.entry = g.entry group by g.recorded_on, g.condition, r.condition";

  private final AgencyConnection connection;

  JdbcLedgerSums(AgencyConnection connection) {
    this.connection = connection;
  }

  @Override
  public List<LocalDate> lotDays(LocalDate day) {
    return connection.all(LOT_DAYS, List.of(day), row -> LocalDate.parse(row.getString(1)));
  }

  @Override
  public LedgerFigures of(Asked asked, List<LocalDate> expired) {
    Imports imports = imports(asked);
    return new LedgerFigures(
        imports,
        positions(asked, expired, imports.accounts()),
        clearing(asked, expired),
        transfers(asked));
  }

  private record Fleets(long vehicles, long accounts) {}

  private Imports imports(Asked asked) {
    Fleets fleets =
        connection.one(
            FLEET_VEHICLES, period(asked), row -> new Fleets(row.getLong(1), row.getLong(2)));
    return connection.one(
        CHARGE_VEHICLES,
        period(asked),
        row ->
            new Imports(
                row.getLong(1),
                row.getLong(2),
                row.getLong(3),
                fleets.vehicles(),
                fleets.accounts()));
  }

  private static List<LocalDate> period(Asked asked) {
    return List.of(asked.from(), asked.to());
  }

  private static List<Object> opening(Asked asked, List<LocalDate> expired) {
    LocalDate dueDay = asked.dueDay();
    return List.of(dueDay, expired.stream().map(LocalDate::toString).toList(), dueDay, dueDay);
  }

  private Positions positions(Asked asked, List<LocalDate> expired, long charged) {
    List<Object> values = new ArrayList<>(opening(asked, expired));
    values.addAll(period(asked));
    return connection.one(
        POSITIONS,
        values,
        row ->
            new Positions(
                row.getLong(1),
                charged - row.getLong(1),
                row.getLong(2),
                money(row, 3),
                money(row, 4),
                Grams.ofTenths(row.getLong(5)),
                Grams.ofTenths(row.getLong(6))));
  }

  private Clearing clearing(Asked asked, List<LocalDate> expired) {
    LocalDate dueDay = asked.dueDay();
    List<Object> values = new ArrayList<>(opening(asked, expired));
    values.addAll(List.of(dueDay, dueDay, dueDay));
    return connection.one(
        CLEARING,
        values,
        row ->
            new Clearing(
                row.getLong(1), money(row, 2), row.getLong(3), money(row, 4), money(row, 5)));
  }

  private static Money money(ResultSet row, int column) throws SQLException {
    return new Money(row.getLong(column));
  }

  private List<TransfersOfDay> transfers(Asked asked) {
    List<Object> values = new ArrayList<>(period(asked));
    values.addAll(period(asked));
    return connection.all(
        TRANSFERS,
        values,
        row ->
            new TransfersOfDay(
                row.getObject(1, LocalDate.class),
                VehicleCondition.valueOf(row.getString(2)),
                VehicleCondition.valueOf(row.getString(3)),
                row.getLong(4),
                row.getLong(5),
                row.getLong(6)));
  }
}
