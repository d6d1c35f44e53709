package nz.cleancar.cli;

import static nz.cleancar.cli.Terminal.ccs;
import static nz.cleancar.ledger.Done.done;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import nz.cleancar.account.ATestAccount;
import nz.cleancar.account.AccountBook;
import nz.cleancar.database.TestDatabase;
import nz.cleancar.ledger.ATestLedger;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerCheckIT {

  @TempDir private Path folder;

  @BeforeEach
  void somebodyPays() {
    try (var service = TestDatabase.h2(folder).service(Map.of("ccs.sample-accounts", false))) {
      service.getBean(AccountBook.class).open(ATestAccount.payAsYouGo("CO2-1"));
      done(
          ATestLedger.of(service)
              .money()
              .receive(new AccountNumber("CO2-1"), new Money(100), "payment-1"));
    }
  }

  @Test
  void books_that_are_right_are_found_right() {
    // When
    var printed = ccs("ledger", "check", "--data", folder);

    // Then
    assertThat(printed.exitCode()).isZero();
    assertThat(printed.text().strip())
        .isEqualTo("Checked 1 entries and 1 accounts: the books are right.");
  }

  @Test
  void what_is_wrong_is_told_with_its_account() throws SQLException {
    // Given
    String url =
        "jdbc:h2:file:"
            + folder.toAbsolutePath()
            + "/ccs;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";
    try (var connection = DriverManager.getConnection(url, "sa", "");
        var statement = connection.createStatement()) {
      statement.executeUpdate("update ledger_balance set amount = 101");
    }

    // When
    var printed = ccs("ledger", "check", "--data", folder);

    // Then
    assertThat(printed.exitCode()).isEqualTo(1);
    assertThat(printed.text())
        .contains("account CO2-1: Its MONEY is kept as 101, and its postings come to 100.")
        .contains("1 fault.");
  }

  @Test
  void a_folder_without_a_database_is_told() {
    // When
    var printed = ccs("ledger", "check", "--data", folder.resolve("other"));

    // Then
    assertThat(printed.exitCode()).isEqualTo(1);
    assertThat(printed.text()).contains("There is no database in");
  }
}
