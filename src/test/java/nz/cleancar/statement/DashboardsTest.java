package nz.cleancar.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import nz.cleancar.account.ATestAccount;
import nz.cleancar.account.Account;
import nz.cleancar.ledger.Balances;
import nz.cleancar.ledger.Charge;
import nz.cleancar.ledger.ChargeId;
import nz.cleancar.ledger.OwedCharge;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.Grams;
import nz.cleancar.standard.Money;
import nz.cleancar.standard.Scheme;
import nz.cleancar.standard.VehicleCondition;
import nz.cleancar.statement.Dashboard.Pending;
import nz.cleancar.statement.Dashboard.Vehicles;
import nz.cleancar.vehicle.Step;
import nz.cleancar.vehicle.VehicleBook.Count;
import nz.cleancar.vehicle.Waiting;
import org.junit.jupiter.api.Test;

/** The figures of a dashboard, from what the features say. */
class DashboardsTest {

  private static final LocalDate JUNE = LocalDate.of(2023, 6, 1);
  private static final LocalDate JULY = LocalDate.of(2023, 7, 1);

  @Test
  void vehicles_are_counted_by_what_their_holder_can_do() {
    // Given
    var counts =
        List.of(
            count(Step.ENTERED, "", 7),
            count(Step.ENTERED, "AWAIT_ACCEPTANCE", 1),
            count(Step.READY, "AWAIT_ACCEPTANCE", 3),
            count(Step.READY, "AUTO_ACCEPT", 1),
            count(Step.READY, "REFUSE", 2),
            count(Step.READY, "NOT_SUBJECT", 6),
            count(Step.READY, "UNDECIDED", 1),
            count(Step.READY, "", 1),
            count(Step.DISPUTED, "AWAIT_ACCEPTANCE", 5));

    // Then
    assertThat(Dashboards.counted(counts)).isEqualTo(new Vehicles(8, 4, 2, 6, 2, 5));
  }

  @Test
  void what_waits_is_summed_up() {
    // Given
    var counts =
        List.of(
            new Count(Step.READY, "AWAIT_ACCEPTANCE", 3, new Money(24_840), Grams.of("1.5")),
            new Count(Step.READY, "AUTO_ACCEPT", 1, Money.ZERO, Grams.of("8.6")),
            new Count(Step.READY, "REFUSE", 2, new Money(100), Grams.ZERO),
            new Count(Step.DISPUTED, "AWAIT_ACCEPTANCE", 1, new Money(700), Grams.ZERO));

    // Then
    assertThat(Waiting.of(counts)).isEqualTo(new Waiting(4, new Money(24_840), Grams.of("10.1")));
  }

  private static Count count(Step step, String outcome, long count) {
    return new Count(step, outcome, count, Money.ZERO, Grams.ZERO);
  }

  @Test
  void charges_that_are_due_together_are_one_figure() {
    // When
    var pending =
        Dashboards.pending(
            List.of(owed("v1", JUNE, 100), owed("v2", JUNE, 250), owed("v3", JULY, 400)));

    // Then
    assertThat(pending)
        .containsExactly(
            new Pending(JUNE, JUNE, 2, new Money(350)), new Pending(JULY, JULY, 1, new Money(400)));
  }

  @Test
  void only_what_may_be_settled_today_is_payable() {
    // Given
    Account account = ATestAccount.payAsYouGo("CO2-1");
    var charges = List.of(owed("v1", JUNE, 100), owed("v3", JULY, 400));
    var balances = new Balances(List.of(), charges, Money.ZERO, new java.util.TreeMap<>());

    // When
    var dashboard =
        new Dashboard(
            account,
            JULY.minusDays(1),
            Dashboards.counted(List.of()),
            Waiting.of(List.of()),
            balances,
            Dashboards.pending(charges),
            List.of());

    // Then
    assertThat(dashboard.payable()).isEqualTo(new Money(100));
    assertThat(dashboard.balances().owed()).isEqualTo(new Money(500));
  }

  private static OwedCharge owed(String vehicle, LocalDate day, long cents) {
    var basis =
        new Charge.Basis(
            Scheme.PAYG, VehicleCondition.USED, LocalDate.of(2023, 2, 1), new BigDecimal("18"));
    return new OwedCharge(
        new Charge(
            new ChargeId(vehicle),
            new AccountNumber("CO2-1"),
            basis,
            Grams.of("1"),
            new Money(1800),
            LocalDate.of(2023, 2, 1),
            day,
            day),
        Grams.of("1"),
        new Money(cents));
  }
}
