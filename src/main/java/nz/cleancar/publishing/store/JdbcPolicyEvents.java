package nz.cleancar.publishing.store;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import nz.cleancar.publishing.PolicyEvent;
import nz.cleancar.publishing.PolicyEvents;

/** Everything that happened to versions, in a database. */
@Singleton
final class JdbcPolicyEvents implements PolicyEvents {

  private static final String SELECT =
      "select " + EventRow.COLUMNS + " from policy_event where number > ? order by number";
  private static final String INSERT =
      "insert into policy_event ("
          + EventRow.COLUMNS
          + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing";

  private final TransactionOperations<Connection> transactions;

  JdbcPolicyEvents(TransactionOperations<Connection> transactions) {
    this.transactions = transactions;
  }

  @Override
  public List<PolicyEvent> after(long number) {
    return transactions.executeRead(
        transaction -> {
          try (PreparedStatement select = transaction.getConnection().prepareStatement(SELECT)) {
            select.setLong(1, number);
            return events(select);
          }
        });
  }

  private static List<PolicyEvent> events(PreparedStatement select) throws SQLException {
    var events = new ArrayList<PolicyEvent>();
    try (var rows = select.executeQuery()) {
      while (rows.next()) {
        events.add(EventRow.event(rows));
      }
    }
    return events;
  }

  @Override
  public boolean append(PolicyEvent event) {
    boolean kept =
        transactions.executeWrite(
            transaction -> {
              try (PreparedStatement insert =
                  transaction.getConnection().prepareStatement(INSERT)) {
                EventRow.of(event.what()).set(insert, event);
                return insert.executeUpdate() == 1;
              }
            });
    if (kept) {
      sync();
    }
    return kept;
  }

  /** H2 outlives a killed process by itself; loss of power needs its checkpoint. */
  private void sync() {
    var _ =
        transactions.executeRead(
            transaction -> {
              var connection = transaction.getConnection();
              if (connection.getMetaData().getDatabaseProductName().equals("H2")) {
                try (Statement checkpoint = connection.createStatement()) {
                  checkpoint.execute("checkpoint sync");
                }
              }
              return true;
            });
  }
}
