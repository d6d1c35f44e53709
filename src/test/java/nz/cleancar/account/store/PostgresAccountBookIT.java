package nz.cleancar.account.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import nz.cleancar.account.AccountBook;
import nz.cleancar.database.TestDatabase;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;

class PostgresAccountBookIT extends AccountBookContract {

  private final TestDatabase database = TestDatabase.postgresql();

  @Override
  TestDatabase database() {
    return database;
  }

  @Override
  FluentConfiguration tables() throws SQLException {
    try (var connection = database.connect()) {
      return Flyway.configure().dataSource(connection.getMetaData().getURL(), "postgres", "");
    }
  }

  @Test
  void postgresql_has_no_sample_accounts_unless_told_otherwise() {
    // When
    try (var service = database.service()) {

      // Then
      assertThat(service.getBean(AccountBook.class).isEmpty()).isTrue();
    }
  }
}
