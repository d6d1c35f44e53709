package nz.cleancar.ledger.store;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nz.cleancar.ledger.fleet.DeferralWay;
import nz.cleancar.ledger.fleet.FleetStatement.Deferral;
import nz.cleancar.ledger.fleet.FleetStatement.Deferred;
import nz.cleancar.ledger.fleet.FleetStatement.Result;
import nz.cleancar.ledger.fleet.FleetYear;
import nz.cleancar.ledger.fleet.FleetYear.Postponement;
import nz.cleancar.ledger.fleet.FleetYearBook;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.Grams;
import nz.cleancar.standard.Money;

/** The fleet years that were settled, in a database. */
@Singleton
final class JdbcFleetYearBook implements FleetYearBook {

  private static final String INSERT =
      "insert into fleet_year (account, fleet_year, cents, credit_tenths, due_on, may_defer,"
          + " deferral_way, may_defer_again, after_due, carried_tenths, settled_on)"
          + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String DEFER =
      "update fleet_year set deferred_on = ?, deferred_tenths = ?"
          + " where account = ? and fleet_year = ?";
  private static final String POSTPONE =
      "update fleet_year set deferred_on = ?, deferred_into = ?, deferred_until = ?"
          + " where account = ? and fleet_year = ?";
  private static final String FIND =
      "select * from fleet_year where account = ? and fleet_year = ?";
  private static final String UNSETTLED =
      "select fleets.account from"
          + " (select account from fleet_vehicle where fleet_year = ?"
          + " union select account from ledger_balance where book = 'FLEET' and lot = ?) as fleets"
          + " where account > ? and not exists (select 1 from fleet_year y"
          + " where y.account = fleets.account and y.fleet_year = ?)"
          + " order by fleets.account fetch first ? rows only";

  private final Statements statements;

  JdbcFleetYearBook(Statements statements) {
    this.statements = statements;
  }

  @Override
  public void add(FleetYear year) {
    Result result = year.result();
    statements.change(
        INSERT,
        year.account().value(),
        year.year(),
        result.charge().cents(),
        result.credits().tenths(),
        result.dueOn(),
        result.deferral().isAllowed(),
        result.deferral().way().name(),
        result.deferral().isAllowedAgain(),
        result.afterDue(),
        year.carriedOver().tenths(),
        year.settledOn());
  }

  @Override
  public void keep(FleetYear year) {
    String account = year.account().value();
    year.deferred()
        .ifPresent(
            done ->
                statements.change(DEFER, done.on(), done.grams().tenths(), account, year.year()));
    year.postponed()
        .ifPresent(
            done ->
                statements.change(
                    POSTPONE, done.on(), done.into(), done.dueOn(), account, year.year()));
  }

  @Override
  public Optional<FleetYear> find(AccountNumber account, int year) {
    return statements.row(FIND, JdbcFleetYearBook::year, account.value(), year);
  }

  @Override
  public List<AccountNumber> unsettled(int year, String afterAccount, int most) {
    return statements.rows(
        UNSETTLED,
        row -> new AccountNumber(row.getString("account")),
        year,
        Integer.toString(year),
        afterAccount,
        year,
        most);
  }

  private static FleetYear year(ResultSet row) throws SQLException {
    LocalDate deferredOn = row.getObject("deferred_on", LocalDate.class);
    LocalDate until = row.getObject("deferred_until", LocalDate.class);
    return new FleetYear(
        new AccountNumber(row.getString("account")),
        row.getInt("fleet_year"),
        new Result(
            new Money(row.getLong("cents")),
            Grams.ofTenths(row.getLong("credit_tenths")),
            row.getObject("due_on", LocalDate.class),
            new Deferral(
                row.getBoolean("may_defer"),
                DeferralWay.valueOf(row.getString("deferral_way")),
                row.getBoolean("may_defer_again")),
            row.getString("after_due")),
        Grams.ofTenths(row.getLong("carried_tenths")),
        row.getObject("settled_on", LocalDate.class),
        deferredOn == null || until != null
            ? null
            : new Deferred(deferredOn, Grams.ofTenths(row.getLong("deferred_tenths"))),
        deferredOn == null || until == null
            ? null
            : new Postponement(deferredOn, row.getInt("deferred_into"), until));
  }
}
