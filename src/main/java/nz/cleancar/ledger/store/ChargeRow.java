package nz.cleancar.ledger.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import nz.cleancar.ledger.Charge;
import nz.cleancar.ledger.ChargeId;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.Grams;
import nz.cleancar.standard.Money;
import nz.cleancar.standard.Scheme;
import nz.cleancar.standard.VehicleCondition;

/** A row of the table {@code ledger_charge}. */
final class ChargeRow {

  static final String COLUMNS =
      "c.id, c.account, c.scheme, c.condition, c.legal_date, c.rate, c.above_tenths, c.cents,"
          + " c.levied_on, c.payable_on, coalesce((select max(d.due_on) from ledger_charge_due d"
          + " where d.charge = c.id), c.due_on)";
  static final String INSERT =
      "insert into ledger_charge (id, account, scheme, condition, legal_date, rate, above_tenths,"
          + " cents, levied_on, payable_on, due_on) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  private ChargeRow() {}

  static Charge charge(ResultSet row) throws SQLException {
    return new Charge(
        new ChargeId(row.getString(1)),
        new AccountNumber(row.getString(2)),
        new Charge.Basis(
            Scheme.valueOf(row.getString(3)),
            VehicleCondition.valueOf(row.getString(4)),
            row.getObject(5, LocalDate.class),
            row.getBigDecimal(6)),
        Grams.ofTenths(row.getLong(7)),
        new Money(row.getLong(8)),
        row.getObject(9, LocalDate.class),
        row.getObject(10, LocalDate.class),
        row.getObject(11, LocalDate.class));
  }

  static void set(PreparedStatement insert, Charge charge) throws SQLException {
    insert.setString(1, charge.id().value());
    insert.setString(2, charge.account().value());
    insert.setString(3, charge.basis().scheme().name());
    insert.setString(4, charge.basis().condition().name());
    insert.setObject(5, charge.basis().legalDate());
    insert.setBigDecimal(6, charge.basis().ratePerGram());
    insert.setLong(7, charge.above().tenths());
    insert.setLong(8, charge.amount().cents());
    insert.setObject(9, charge.leviedOn());
    insert.setObject(10, charge.payableOn());
    insert.setObject(11, charge.dueOn());
  }
}
