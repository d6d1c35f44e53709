package nz.cleancar.ledger.store;

import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nz.cleancar.ledger.ChargeId;
import nz.cleancar.ledger.payment.ChargePayments;
import nz.cleancar.ledger.payment.PaymentId;
import nz.cleancar.standard.AccountNumber;

/** Which charges payments were started for, in a database. */
@Singleton
final class JdbcChargePayments implements ChargePayments {

  private static final String INSERT = "insert into payment_charge (payment, charge) values (?, ?)";
  private static final String OF =
      "select charge from payment_charge where payment = ? order by charge";

  private static final String PENDING =
      "select c.charge from payment_charge c join payment p on p.id = c.payment"
          + " where p.account = ? and p.state in ('PENDING', 'UNKNOWN')";

  private final Statements statements;

  JdbcChargePayments(Statements statements) {
    this.statements = statements;
  }

  @Override
  public void add(PaymentId payment, List<ChargeId> charges) {
    statements.changeEach(
        INSERT,
        charges.stream().map(charge -> new Object[] {payment.value(), charge.value()}).toList());
  }

  @Override
  public List<ChargeId> of(PaymentId payment) {
    return statements.rows(OF, row -> new ChargeId(row.getString("charge")), payment.value());
  }

  @Override
  public Set<ChargeId> pending(AccountNumber account) {
    return Set.copyOf(
        new HashSet<>(
            statements.rows(
                PENDING, row -> new ChargeId(row.getString("charge")), account.value())));
  }
}
