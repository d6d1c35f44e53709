package nz.cleancar.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import nz.cleancar.account.Account;
import nz.cleancar.account.AccountBook;
import nz.cleancar.ledger.Ledger;
import nz.cleancar.ledger.LedgerCheck;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.testing.ShippedPolicy;
import nz.cleancar.vehicle.Step;
import nz.cleancar.vehicle.VehicleRecord;
import nz.cleancar.vehicle.VehicleRecords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The made-up year, through the real services. */
class DemoIT {

  private static final int ACCOUNTS = 30;
  private static final int VEHICLES = 1_000;

  @TempDir private Path folder;

  @Test
  void the_same_seed_makes_the_same_year_and_its_books_balance() {
    // When
    var printed = demo("once");
    var again = demo("again");

    // Then
    assertThat(printed.exitCode()).as(printed.text()).isZero();
    assertThat(again.exitCode()).as(again.text()).isZero();
    assertThat(printed.text())
        .contains("30 accounts", "1,000 vehicles", "balances", "./ccs serve --data");
    State first = state("once");
    assertThat(first.vehicles()).hasSizeBetween(VEHICLES, VEHICLES);
    assertThat(first.vehicles().values()).anyMatch(says -> says.startsWith("ACCEPTED"));
    assertThat(first).isEqualTo(state("again"));

    // When
    var twice = demo("once");

    // Then
    assertThat(twice.exitCode()).isEqualTo(Ccs.FAULTY);
    assertThat(twice.text()).contains("There are accounts already", "--data");
  }

  @Test
  void too_small_an_industry_is_refused_before_anything_is_written() {
    // When
    var printed = Terminal.ccs("demo", "--accounts", 3, "--data", folder.resolve("none"));

    // Then
    assertThat(printed.exitCode()).isEqualTo(2);
    assertThat(printed.text()).contains("20 accounts or more");
    assertThat(folder.resolve("none")).doesNotExist();
  }

  private Terminal.Printed demo(String name) {
    return Terminal.ccs(
        "demo",
        "--accounts",
        ACCOUNTS,
        "--vehicles",
        VEHICLES,
        "--seed",
        11,
        "--policy",
        ShippedPolicy.FOLDER,
        "--data",
        folder.resolve(name));
  }

  /**
   * What a database ends with.
   *
   * @param accounts each account with what it holds and owes
   * @param vehicles each vehicle with how far it is and what it owes or earns; ids of payments in
   *     its reason are no one's to foresee
   */
  private record State(SortedMap<String, String> accounts, SortedMap<String, String> vehicles) {}

  private State state(String name) {
    Map<String, Object> settings =
        Map.of(
            "ccs.data",
            folder.resolve(name).toString(),
            "ccs.policy",
            ShippedPolicy.FOLDER.toString());
    try (var context = ApplicationContext.run(settings)) {
      assertThat(context.getBean(LedgerCheck.class).run().faults()).isEmpty();
      var ledger = context.getBean(Ledger.class);
      var records = context.getBean(VehicleRecords.class);
      var state = new State(new TreeMap<>(), new TreeMap<>());
      for (Account account : context.getBean(AccountBook.class).after("", 1_000)) {
        state
            .accounts()
            .put(account.number().value(), account + " " + ledger.balances(account.number()));
        for (Step step : Step.values()) {
          for (VehicleRecord each : inAccount(records, account.number(), step)) {
            state.vehicles().put(each.identity().toString(), told(each));
          }
        }
      }
      return state;
    }
  }

  private static List<VehicleRecord> inAccount(
      VehicleRecords records, AccountNumber account, Step step) {
    return records.inAccount(account, step, "", VehicleRecords.MOST);
  }

  private static String told(VehicleRecord record) {
    return "%s %s %s %s"
        .formatted(
            record.step(),
            record.because().code(),
            record.acceptedOn(),
            record
                .decided()
                .map(each -> each.outcome() + " " + each.charge() + " " + each.credits())
                .orElse(""));
  }
}
