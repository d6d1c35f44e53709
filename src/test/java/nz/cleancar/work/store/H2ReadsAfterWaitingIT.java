package nz.cleancar.work.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import nz.cleancar.database.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class H2ReadsAfterWaitingIT {

  private static final int THREADS = 4;
  private static final int ROUNDS = 500;

  @Test
  void what_is_read_after_waiting_for_a_lock_is_what_its_holder_left(@TempDir Path folder)
      throws Exception {
    // Given
    try (var service = TestDatabase.h2(folder).service();
        var threads = Executors.newFixedThreadPool(THREADS)) {
      String database = service.getRequiredProperty("datasources.default.url", String.class);
      execute(database, "create table gate (id integer primary key)");
      execute(database, "create table counted (id integer primary key, n integer not null)");
      execute(database, "insert into gate values (1)");
      execute(database, "insert into counted values (1, 0)");

      // When
      Callable<Boolean> counting = () -> counts(database);
      for (var each : threads.invokeAll(Stream.generate(() -> counting).limit(THREADS).toList())) {
        each.get();
      }

      // Then
      try (var connection = DriverManager.getConnection(database, "sa", "")) {
        assertThat(read(connection)).isEqualTo(THREADS * ROUNDS);
      }
    }
  }

  /** Reads, locks, reads again and writes, as every change of an account does. */
  private static boolean counts(String database) throws SQLException {
    try (var connection = DriverManager.getConnection(database, "sa", "")) {
      connection.setAutoCommit(false);
      for (int i = 0; i < ROUNDS; i++) {
        read(connection);
        try (var lock = connection.prepareStatement("select id from gate for update")) {
          lock.executeQuery();
        }
        int before = read(connection);
        try (var update = connection.prepareStatement("update counted set n = ?")) {
          update.setInt(1, before + 1);
          update.executeUpdate();
        }
        connection.commit();
      }
      return true;
    }
  }

  private static int read(Connection connection) throws SQLException {
    try (var select = connection.prepareStatement("select n from counted where id = ?")) {
      select.setInt(1, 1);
      try (var rows = select.executeQuery()) {
        rows.next();
        return rows.getInt(1);
      }
    }
  }

  private static void execute(String database, String sql) throws SQLException {
    try (var connection = DriverManager.getConnection(database, "sa", "");
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
