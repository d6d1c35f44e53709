package nz.cleancar.agency.store;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import nz.cleancar.agency.LedgerMovements;
import nz.cleancar.ledger.Book;
import nz.cleancar.ledger.Entry;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.VehicleCondition;
import org.jspecify.annotations.Nullable;

/** The ledger's entries in a database, read in pages. */
@Singleton
final class JdbcLedgerMovements implements LedgerMovements {

  private static final int ENTRIES_AT_ONCE = 1_000;

  private static final String IDS = "select id from ledger_entry where id > ? order by id limit ?";
  private static final String POSTINGS =
      "select p.entry, e.kind, e.recorded_on, p.account, a.condition, p.book, p.lot, p.amount,"
          + " c.levied_on, c.due_on"
          + " from ledger_posting p join ledger_entry e on e.id = p.entry"
          + " join account a on a.number = p.account"
          + " left join ledger_charge c on c.id = p.lot"
          + " where p.entry > ? and p.entry <= ? and e.recorded_on <= ?"
          + " and p.book in ('OWED', 'ABOVE_TARGET', 'CREDITS', 'FLEET')"
          + " order by p.entry, p.line";

  private final AgencyConnection connection;

  JdbcLedgerMovements(AgencyConnection connection) {
    this.connection = connection;
  }

  @Override
  public void until(LocalDate lastDay, Consumer<Movement> reader) {
    String after = "";
    while (true) {
      List<String> ids =
          connection.all(IDS, List.of(after, ENTRIES_AT_ONCE), row -> row.getString(1));
      if (ids.isEmpty()) {
        return;
      }
      connection
          .all(POSTINGS, List.of(after, ids.getLast(), lastDay), JdbcLedgerMovements::movement)
          .forEach(reader);
      after = ids.getLast();
    }
  }

  private static Movement movement(ResultSet row) throws SQLException {
    return new Movement(
        row.getString(1),
        Entry.Kind.valueOf(row.getString(2)),
        row.getObject(3, LocalDate.class),
        new AccountNumber(row.getString(4)),
        VehicleCondition.valueOf(row.getString(5)),
        new Posted(Book.valueOf(row.getString(6)), row.getString(7), row.getLong(8)),
        days(row.getObject(9, LocalDate.class), row.getObject(10, LocalDate.class)));
  }

  private static @Nullable ChargeDays days(
      @Nullable LocalDate leviedOn, @Nullable LocalDate dueOn) {
    return leviedOn == null || dueOn == null ? null : new ChargeDays(leviedOn, dueOn);
  }
}
