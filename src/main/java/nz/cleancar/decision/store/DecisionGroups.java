package nz.cleancar.decision.store;

import io.micronaut.context.annotation.Property;
import io.micronaut.data.connection.ConnectionOperations;
import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes groups of decisions, each in one durable transaction. */
@Singleton
final class DecisionGroups {

  private static final String INSERT =
      "insert into decision_log (id, decided_at, legal_date, policy_version, account_number, vin,"
          + " outcome, entry, idempotency_key, request_digest)"
          + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing";

  // Instances that insert the same keys wait for each other; in one order, never in a circle.
  private static final Comparator<DecisionRow> BY_KEY =
      Comparator.comparing(row -> row.key().orElse(""));

  private final ConnectionOperations<Connection> connections;
  private final TransactionOperations<Connection> transactions;
  private final DecisionRows rows;
  private final boolean isDurable;

  DecisionGroups(
      ConnectionOperations<Connection> connections,
      TransactionOperations<Connection> transactions,
      DecisionRows rows,
      @Property(name = "ccs.decision-log.durable", defaultValue = "true") boolean isDurable) {
    this.connections = connections;
    this.transactions = transactions;
    this.rows = rows;
    this.isDurable = isDurable;
  }

  /**
   * Writes the rows, all or none but for those whose idempotency key is taken, and returns once
   * they are durable, unless {@code ccs.decision-log.durable} says that they need not be.
   *
   * @return for each row, in order, the row that now has its place: itself, or the one that took
   *     its key before
   */
  List<DecisionRow> write(List<DecisionRow> group) {
    var inOrder = group.stream().sorted(BY_KEY).toList();
    var takenBefore = connections.executeWrite(status -> write(status.getConnection(), inOrder));
    return group.stream().map(row -> takenBefore.getOrDefault(row.id(), row)).toList();
  }

  private Map<String, DecisionRow> write(Connection connection, List<DecisionRow> group) {
    try {
      var durability = isDurable ? Durability.of(connection) : Durability.NONE;
      Map<String, DecisionRow> takenBefore =
          transactions.executeWrite(
              transaction -> insert(transaction.getConnection(), durability, group));
      durability.afterCommit(connection);
      return takenBefore;
    } catch (SQLException e) {
      throw new DataAccessException("The decision log could not be written.", e);
    }
  }

  private Map<String, DecisionRow> insert(
      Connection connection, Durability durability, List<DecisionRow> group) throws SQLException {
    durability.beforeCommit(connection);
    return takenBefore(group, insert(connection, group));
  }

  private static int[] insert(Connection connection, List<DecisionRow> group) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      for (DecisionRow row : group) {
        insert.setString(1, row.id());
        insert.setObject(2, row.decidedAt().atOffset(ZoneOffset.UTC));
        insert.setObject(3, row.legalDate());
        insert.setString(4, row.policyVersion());
        insert.setString(5, row.accountNumber());
        insert.setString(6, row.vin());
        insert.setString(7, row.outcome());
        insert.setString(8, row.entry());
        insert.setString(9, row.idempotencyKey());
        insert.setString(10, row.requestDigest());
        insert.addBatch();
      }
      return insert.executeBatch();
    }
  }

  /** The rows that took a key before, by the id of the row that came too late. */
  private Map<String, DecisionRow> takenBefore(List<DecisionRow> group, int[] inserted) {
    var takenBefore = new HashMap<String, DecisionRow>();
    for (int i = 0; i < inserted.length; i++) {
      var row = group.get(i);
      if (inserted[i] != 1) {
        takenBefore.put(row.id(), rowWithKeyOf(row));
      }
    }
    return takenBefore;
  }

  private DecisionRow rowWithKeyOf(DecisionRow row) {
    return row.key()
        .flatMap(rows::findByIdempotencyKey)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "Decision " + row.id() + " was not inserted; is its id taken?"));
  }
}
