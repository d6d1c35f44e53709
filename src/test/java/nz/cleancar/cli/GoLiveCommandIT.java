package nz.cleancar.cli;

import static nz.cleancar.cli.Terminal.ccs;
import static nz.cleancar.ledger.Done.done;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import nz.cleancar.account.ATestAccount;
import nz.cleancar.database.TestDatabase;
import nz.cleancar.ledger.ATestLedger;
import nz.cleancar.ledger.Settlement;
import nz.cleancar.ledger.Vehicles;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.testing.ShippedPolicy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The go-live report at the terminal, of an embedded database. */
class GoLiveCommandIT {

  @TempDir private Path folder;

  @BeforeEach
  void aVehicleIsCharged() {
    try (var service = TestDatabase.h2(folder).service(Map.of("ccs.sample-accounts", false))) {
      var test = ATestLedger.of(service);
      test.on("2023-02-01");
      test.accounts().open(ATestAccount.payAsYouGo("CO2-1"));
      done(
          test.acceptances()
              .accept(
                  Vehicles.payAsYouGo(new AccountNumber("CO2-1"), "v1", test.today(), "-40", "18"),
                  Settlement.byMoneyAlone()));
    }
  }

  private Terminal.Printed report(String from, String to, Path data) {
    return ccs(
        "report",
        "go-live",
        "--from",
        from,
        "--to",
        to,
        "--due",
        "2023-06-01",
        "--policy",
        ShippedPolicy.FOLDER,
        "--data",
        data);
  }

  @Test
  void the_report_is_printed_and_its_two_ways_agree() {
    // When
    var printed = report("2023-01-01", "2023-06-02", folder);

    // Then
    assertThat(printed.exitCode()).as(printed.text()).isZero();
    assertThat(printed.text())
        .startsWith("CCS go-live update (as at 2 June 2023)")
        .contains("1 charge vehicle was imported in 1 CO2 account.")
        .contains("0 of them were new, and 1 was used.")
        .contains("This totalled $720.00 of charges that were due for payment on 1 June 2023")
        .contains("Two ways of working these figures out from the ledger agree.");
  }

  @Test
  void what_the_two_ways_do_not_agree_on_is_told() throws SQLException {
    // Given
    String url =
        "jdbc:h2:file:"
            + folder.toAbsolutePath()
            + "/ccs;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";
    try (var connection = DriverManager.getConnection(url, "sa", "");
        var statement = connection.createStatement()) {
      statement.executeUpdate("update ledger_balance set amount = amount + 1 where book = 'OWED'");
    }

    // When
    var printed = report("2023-01-01", "2023-06-02", folder);

    // Then
    assertThat(printed.exitCode()).isEqualTo(Ccs.FAULTY);
    assertThat(printed.text())
        .contains("do not agree; check it.")
        .contains("Charges due: 720.01 by sums, 720.00 by entries.");
  }

  @Test
  void a_period_that_ends_before_it_begins_is_refused() {
    // When
    var printed = report("2023-06-02", "2023-01-01", folder);

    // Then
    assertThat(printed.exitCode()).isEqualTo(2);
    assertThat(printed.text()).contains("--to is the last day, not before --from.");
  }

  @Test
  void a_folder_without_a_database_is_told() {
    // When
    var printed = report("2023-01-01", "2023-06-02", folder.resolve("other"));

    // Then
    assertThat(printed.exitCode()).isEqualTo(1);
    assertThat(printed.text()).contains("There is no database in");
  }
}
