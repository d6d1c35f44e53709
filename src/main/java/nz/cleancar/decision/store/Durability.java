package nz.cleancar.decision.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** What makes a commit outlive the loss of power, on each of the databases. */
enum Durability {

  /**
   * With {@code WRITE_DELAY=0} a commit of H2 has reached the operating system and survives a
   * killed process; the checkpoint forces it to the disk.
   */
  H2("", "checkpoint sync"),

  /**
   * PostgreSQL forces a commit to the disk by itself, unless its configuration turned that off; a
   * configuration that asks for more is left alone.
   */
  POSTGRESQL(
      "select set_config('synchronous_commit', 'on', true)"
          + " where current_setting('synchronous_commit') = 'off'",
      ""),

  /** What was committed last may be lost with the process; for data that can be made again. */
  NONE("", "");

  private final String beforeCommit;
  private final String afterCommit;

  Durability(String beforeCommit, String afterCommit) {
    this.beforeCommit = beforeCommit;
    this.afterCommit = afterCommit;
  }

  /** What the database behind the connection needs. */
  static Durability of(Connection connection) throws SQLException {
    var product = connection.getMetaData().getDatabaseProductName();
    return switch (product) {
      case "H2" -> H2;
      case "PostgreSQL" -> POSTGRESQL;
      default ->
          throw new IllegalStateException(
              "The decision log is kept in H2 or PostgreSQL, not in " + product + ".");
    };
  }

  /** Prepares the transaction that the connection is in. */
  void beforeCommit(Connection connection) throws SQLException {
    execute(connection, beforeCommit);
  }

  /** Forces to the disk what was committed. */
  void afterCommit(Connection connection) throws SQLException {
    execute(connection, afterCommit);
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    if (sql.isEmpty()) {
      return;
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
