package nz.cleancar.ledger.store;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nz.cleancar.ledger.payment.PaymentId;
import nz.cleancar.ledger.sandbox.SandboxRecord;
import nz.cleancar.standard.Money;

/** The sandbox's record in a database. */
@Singleton
final class JdbcSandboxRecord implements SandboxRecord {

  private static final String INSERT =
      "insert into sandbox_payment (id, cents, reference, asked_on, times)"
          + " values (?, ?, ?, ?, 0) on conflict do nothing";
  private static final String COUNT = "update sandbox_payment set times = times + 1 where id = ?";
  private static final String FIND = "select * from sandbox_payment where id = ?";
  private static final String ON = "select * from sandbox_payment where asked_on = ? order by id";

  private final Statements statements;

  JdbcSandboxRecord(Statements statements) {
    this.statements = statements;
  }

  @Override
  public Asked asked(PaymentId id, Money amount, String reference, LocalDate day) {
    statements.change(INSERT, id.value(), amount.cents(), reference, day);
    statements.change(COUNT, id.value());
    return find(id).orElseThrow();
  }

  @Override
  public Optional<Asked> find(PaymentId id) {
    return statements.row(FIND, JdbcSandboxRecord::asked, id.value());
  }

  @Override
  public List<Asked> on(LocalDate day) {
    return statements.rows(ON, JdbcSandboxRecord::asked, day);
  }

  private static Asked asked(ResultSet row) throws SQLException {
    return new Asked(
        new PaymentId(row.getString("id")),
        new Money(row.getLong("cents")),
        row.getString("reference"),
        row.getInt("times"));
  }
}
