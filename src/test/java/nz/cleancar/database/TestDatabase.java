package nz.cleancar.database;

import io.micronaut.context.ApplicationContext;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A database of its own for a test, and services that run on it. */
public final class TestDatabase {

  private static final AtomicInteger COUNT = new AtomicInteger();

  private final Map<String, Object> properties;

  private TestDatabase(Map<String, Object> properties) {
    this.properties = Map.copyOf(properties);
  }

  /** The embedded default: a file of H2 in the folder. */
  public static TestDatabase h2(Path folder) {
    return new TestDatabase(Map.of("ccs.data", folder.toAbsolutePath().toString()));
  }

  /** An empty database on a real PostgreSQL, which runs until the tests end. */
  public static TestDatabase postgresql() {
    var name = "test" + COUNT.incrementAndGet();
    Server.execute("create database " + name);
    return new TestDatabase(
        Map.of(
            "ccs.database.url",
            Server.POSTGRES.getJdbcUrl("postgres", name),
            "ccs.database.username",
            "postgres"));
  }

  /** A service without a policy on this database; whoever asked closes it. */
  public ApplicationContext service(Map<String, Object> moreProperties) {
    var all = new HashMap<String, Object>(properties);
    all.put("ccs.policy", "");
    all.putAll(moreProperties);
    return ApplicationContext.builder().properties(all).start();
  }

  /** A service without a policy on this database; whoever asked closes it. */
  public ApplicationContext service() {
    return service(Map.of());
  }

  /** What makes a service run on this database. */
  public Map<String, Object> properties() {
    return properties;
  }

  /** A connection to a PostgreSQL database, past the service; whoever asked closes it. */
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(
        properties.get("ccs.database.url").toString(), "postgres", "");
  }

  /** Cuts every connection to a PostgreSQL database, as a restart of it would. */
  public void cutConnections() {
    Server.execute(
        "select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()"
            + " and datname like 'test%'");
  }

  private static final class Server {
    static final EmbeddedPostgres POSTGRES = start();

    static void execute(String sql) {
      try (var connection = POSTGRES.getPostgresDatabase().getConnection();
          var statement = connection.createStatement()) {
        statement.execute(sql);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
