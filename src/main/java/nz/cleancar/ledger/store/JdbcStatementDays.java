package nz.cleancar.ledger.store;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import nz.cleancar.ledger.payment.StatementDays;
import nz.cleancar.standard.NewZealand;

/** The days whose statements were compared, in a database. */
@Singleton
final class JdbcStatementDays implements StatementDays {

  private static final String FIRST_PAYMENT =
      "select started_at from payment order by id fetch first 1 row only";
  private static final String COMPARED =
      "select compared_on from payment_statement_day where compared_on between ? and ?";
  private static final String INSERT =
      "insert into payment_statement_day (compared_on) values (?) on conflict do nothing";

  private final Statements statements;

  JdbcStatementDays(Statements statements) {
    this.statements = statements;
  }

  @Override
  public List<LocalDate> toCompare(LocalDate today) {
    LocalDate first =
        statements
            .row(FIRST_PAYMENT, row -> NewZealand.dayOf(Statements.moment(row, "started_at")))
            .filter(day -> day.isBefore(today))
            .orElse(today);
    Set<LocalDate> compared = Set.copyOf(between(first, today.minusDays(1)));
    return first.datesUntil(today.plusDays(1)).filter(day -> !compared.contains(day)).toList();
  }

  @Override
  public boolean isCompared(LocalDate day) {
    return !between(day, day).isEmpty();
  }

  private List<LocalDate> between(LocalDate first, LocalDate last) {
    return statements.rows(
        COMPARED, row -> row.getObject("compared_on", LocalDate.class), first, last);
  }

  @Override
  public void compared(List<LocalDate> days) {
    statements.changeEach(INSERT, days.stream().map(day -> new Object[] {day}).toList());
  }
}
