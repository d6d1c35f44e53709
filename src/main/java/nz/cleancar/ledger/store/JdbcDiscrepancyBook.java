package nz.cleancar.ledger.store;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import nz.cleancar.ledger.payment.Discrepancy;
import nz.cleancar.ledger.payment.Discrepancy.Resolution;
import nz.cleancar.ledger.payment.DiscrepancyBook;
import nz.cleancar.security.PersonName;

/** The discrepancies in a database. */
@Singleton
final class JdbcDiscrepancyBook implements DiscrepancyBook {

  private static final String INSERT =
      "insert into payment_discrepancy (id, kind, payment, says, found_at, once, is_open)"
          + " values (?, ?, ?, ?, ?, ?, true) on conflict do nothing";
  private static final String UPDATE =
      "update payment_discrepancy set is_open = false, resolution = ?, resolved_by = ?,"
          + " resolved_at = ? where id = ?";
  private static final String LOCK = "select * from payment_discrepancy where id = ? for update";
  private static final String ALL =
      "select * from payment_discrepancy where id > ? order by id fetch first ? rows only";
  private static final String OPEN =
      "select * from payment_discrepancy where is_open and id > ? order by id"
          + " fetch first ? rows only";

  private final Statements statements;

  JdbcDiscrepancyBook(Statements statements) {
    this.statements = statements;
  }

  @Override
  public void add(Discrepancy discrepancy, String once) {
    statements.change(
        INSERT,
        discrepancy.id(),
        discrepancy.kind().name(),
        discrepancy.payment(),
        discrepancy.says(),
        discrepancy.foundAt(),
        once);
  }

  @Override
  public void keep(Discrepancy discrepancy) {
    Resolution resolution = discrepancy.resolved().orElseThrow();
    statements.change(
        UPDATE, resolution.note(), resolution.by().text(), resolution.at(), discrepancy.id());
  }

  @Override
  public Optional<Discrepancy> lock(String id) {
    return statements.row(LOCK, JdbcDiscrepancyBook::discrepancy, id);
  }

  @Override
  public List<Discrepancy> list(boolean onlyOpen, String afterId, int most) {
    return statements.rows(onlyOpen ? OPEN : ALL, JdbcDiscrepancyBook::discrepancy, afterId, most);
  }

  private static Discrepancy discrepancy(ResultSet row) throws SQLException {
    return new Discrepancy(
        row.getString("id"),
        Discrepancy.Kind.valueOf(row.getString("kind")),
        row.getString("payment"),
        row.getString("says"),
        Statements.moment(row, "found_at"),
        row.getBoolean("is_open")
            ? null
            : new Resolution(
                row.getString("resolution"),
                new PersonName(row.getString("resolved_by")),
                Statements.moment(row, "resolved_at")));
  }
}
