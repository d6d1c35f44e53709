package nz.cleancar.account.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import nz.cleancar.account.AccountBook;
import nz.cleancar.database.TestDatabase;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class H2AccountBookIT extends AccountBookContract {

  @TempDir Path folder;

  @Override
  TestDatabase database() {
    return TestDatabase.h2(folder);
  }

  @Override
  FluentConfiguration tables() {
    return Flyway.configure()
        .dataSource(
            "jdbc:h2:file:%s/ccs;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE".formatted(folder),
            "sa",
            "");
  }

  @Test
  void the_embedded_database_has_the_sample_accounts_unless_told_otherwise() {
    // When
    try (var service = database().service()) {

      // Then
      assertThat(service.getBean(AccountBook.class).isEmpty()).isFalse();
    }
  }
}
