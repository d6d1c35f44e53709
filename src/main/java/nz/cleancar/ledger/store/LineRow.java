package nz.cleancar.ledger.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import nz.cleancar.ledger.Book;
import nz.cleancar.ledger.Entry;
import nz.cleancar.ledger.Line;
import nz.cleancar.ledger.Posting;
import nz.cleancar.standard.AccountNumber;

/** A row of the table {@code ledger_posting} with what its entry says. */
final class LineRow {

  static final String COLUMNS =
      "p.entry, p.line, e.kind, e.recorded_at, e.recorded_on, e.about,"
          + " p.account, p.book, p.lot, p.amount";

  private LineRow() {}

  static Line line(ResultSet row) throws SQLException {
    return new Line(
        row.getString(1),
        row.getInt(2),
        Entry.Kind.valueOf(row.getString(3)),
        row.getObject(4, OffsetDateTime.class).toInstant(),
        row.getObject(5, LocalDate.class),
        row.getString(6),
        Posting.to(
            new AccountNumber(row.getString(7)),
            Book.valueOf(row.getString(8)),
            row.getString(9),
            row.getLong(10)));
  }
}
