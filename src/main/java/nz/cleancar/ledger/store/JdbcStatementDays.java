package nz.cleancar.ledger.store;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import nz.cleancar.ledger.payment.StatementDays;
import nz.cleancar.standard.NewZealand;

/** The days whose statements were compared, in a database. */
@Singleton
final class JdbcStatementDays implements StatementDays {

  private static final String LAST =
      "select compared_on from payment_statement_day order by compared_on desc"
          + " fetch first 1 row only";
  private static final String FIRST_PAYMENT =
      "select started_at from payment order by id fetch first 1 row only";
  private static final String INSERT =
      "insert into payment_statement_day (compared_on) values (?) on conflict do nothing";

  private final Statements statements;

  JdbcStatementDays(Statements statements) {
    this.statements = statements;
  }

  @Override
  public LocalDate from(LocalDate today) {
    Optional<LocalDate> last =
        statements.row(LAST, row -> row.getObject("compared_on", LocalDate.class));
    Optional<Instant> first =
        statements.row(FIRST_PAYMENT, row -> Statements.moment(row, "started_at"));
    LocalDate from =
        last.map(day -> day.plusDays(1)).or(() -> first.map(NewZealand::dayOf)).orElse(today);
    return from.isAfter(today) ? today : from;
  }

  @Override
  public void compared(LocalDate upTo) {
    statements.change(INSERT, upTo);
  }
}
