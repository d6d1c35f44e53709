package nz.cleancar.ledger;

import static nz.cleancar.ledger.Done.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import nz.cleancar.decision.Unruled;
import nz.cleancar.policy.CompiledPolicy;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.Grams;
import nz.cleancar.standard.Money;
import nz.cleancar.testing.PolicyCopy;
import nz.cleancar.testing.ShippedPolicy;
import nz.cleancar.work.Attempt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptancesTest {

  private static final AccountNumber ACCOUNT = new AccountNumber("CO2-1");
  private static final LocalDate MARCH_2026 = LocalDate.of(2026, 3, 2);
  private static final LocalDate DECEMBER_2025 = LocalDate.of(2025, 12, 30);

  private final ATestLedger test = ATestLedger.shipped().on("2026-03-02");

  /** A car 41.4 grams above its target, at 6 dollars a gram (domain.md, D9). */
  private static AcceptedVehicle above(String id) {
    return Vehicles.payAsYouGo(ACCOUNT, id, MARCH_2026, "-41.4", "6");
  }

  private static AcceptedVehicle below(String id, String grams) {
    return Vehicles.payAsYouGo(ACCOUNT, id, MARCH_2026, grams, "6");
  }

  private static Money dollars(String amount) {
    return Money.of(new BigDecimal(amount));
  }

  private void has(String grams) {
    done(test.acceptances().accept(below("earlier", grams), Settlement.byMoneyAlone()));
  }

  private void pays(String amount) {
    done(test.money().receive(ACCOUNT, dollars(amount), "payment-1"));
  }

  @Test
  void a_charge_is_paid_at_acceptance() {
    // Given
    pays("248.40");

    // When
    var settled = done(test.acceptances().accept(above("v1"), Settlement.withAllCredits()));

    // Then
    assertThat(settled)
        .isEqualTo(new Settled(Grams.ZERO, Grams.ZERO, dollars("248.40"), Money.ZERO));
    assertThat(test.ledger().balances(ACCOUNT).money()).isEqualTo(Money.ZERO);
    assertThat(test.ledger().balances(ACCOUNT).charges()).isEmpty();
    assertThat(test.entries())
        .extracting(Entry::kind)
        .containsExactly(
            Entry.Kind.PAYMENT_RECEIVED, Entry.Kind.CHARGE_LEVIED, Entry.Kind.CHARGE_PAID);
  }

  @Test
  void without_the_money_nothing_is_recorded_and_the_amount_is_told() {
    // Given
    pays("100.00");

    // When
    var attempt = test.acceptances().accept(above("v1"), Settlement.withAllCredits());

    // Then
    assertThat(attempt)
        .isInstanceOfSatisfying(
            Attempt.Refused.class,
            refused ->
                assertThat(refused.refusals().toString())
                    .contains("payment-needed", "A payment of $148.40 is needed first."));
    assertThat(test.entries()).hasSize(1);
  }

  @Test
  void one_credit_settles_one_gram_whatever_the_grams_cost() {
    // Given
    has("41.4");

    // When
    var settled = done(test.acceptances().accept(above("v1"), Settlement.withAllCredits()));

    // Then
    assertThat(settled)
        .isEqualTo(new Settled(Grams.ZERO, Grams.of("41.4"), Money.ZERO, Money.ZERO));
    assertThat(test.ledger().balances(ACCOUNT).credits()).isEqualTo(Grams.ZERO);
  }

  @ParameterizedTest
  @CsvSource({
    // held, most that is used, used, paid
    "10.0, 1000, 10.0, 188.40",
    "41.3, 1000, 41.3, 0.60",
    "50.0, 1000, 41.4, 0.00",
    "50.0, 20.5, 20.5, 125.40",
    "50.0, 0, 0, 248.40",
    "0.1, 1000, 0.1, 247.80",
  })
  void credits_settle_a_part_and_money_the_rest(
      String held, String most, String used, String paid) {
    // Given
    has(held);
    pays("248.40");

    // When
    var settled = done(test.acceptances().accept(above("v1"), new Settlement(Grams.of(most))));

    // Then
    assertThat(settled)
        .isEqualTo(new Settled(Grams.ZERO, Grams.of(used), dollars(paid), Money.ZERO));
    assertThat(test.ledger().balances(ACCOUNT).money())
        .isEqualTo(dollars("248.40").minus(dollars(paid)));
  }

  @Test
  void what_is_left_of_a_charge_costs_the_rate_that_it_was_levied_at() {
    // Given
    has("1.4");
    pays("1000.00");
    var corrected = Vehicles.payAsYouGo(ACCOUNT, "v1", MARCH_2026, "-41.4", "5.555");

    // When
    var settled = done(test.acceptances().accept(corrected, Settlement.withAllCredits()));

    // Then
    assertThat(settled.moneyUsed()).isEqualTo(dollars("222.20"));
  }

  @Test
  void a_vehicle_on_its_target_moves_nothing() {
    // When
    var settled = done(test.acceptances().accept(below("v1", "0"), Settlement.withAllCredits()));

    // Then
    assertThat(settled).isEqualTo(new Settled(Grams.ZERO, Grams.ZERO, Money.ZERO, Money.ZERO));
    assertThat(test.entries()).isEmpty();
  }

  @Test
  void a_vehicle_below_its_target_earns_credits_of_the_day() {
    // When
    var settled =
        done(test.acceptances().accept(below("v1", "118.9"), Settlement.withAllCredits()));

    // Then
    assertThat(settled.creditsEarned()).isEqualTo(Grams.of("118.9"));
    assertThat(test.ledger().balances(ACCOUNT).lots())
        .containsExactly(new Lot(MARCH_2026, LocalDate.of(2030, 3, 2), Grams.of("118.9")));
  }

  @Test
  void credits_of_an_earlier_vehicle_settle_the_charge_of_a_later_one() {
    // When
    var settled =
        done(
            test.acceptances()
                .accept(List.of(below("v1", "60"), above("v2")), Settlement.withAllCredits()));

    // Then
    assertThat(settled)
        .isEqualTo(new Settled(Grams.of("60"), Grams.of("41.4"), Money.ZERO, Money.ZERO));
    assertThat(test.ledger().balances(ACCOUNT).credits()).isEqualTo(Grams.of("18.6"));
  }

  @Test
  void a_quote_tells_what_is_to_be_paid_and_writes_nothing() {
    // Given
    has("10.0");
    pays("100.00");
    int before = test.entries().size();

    // When
    var quote =
        test.acceptances().quote(List.of(above("v1"), above("v2")), Settlement.withAllCredits());

    // Then
    assertThat(quote.settled().creditsUsed()).isEqualTo(Grams.of("10"));
    assertThat(quote.settled().moneyUsed()).isEqualTo(dollars("436.80"));
    assertThat(quote.toPay()).isEqualTo(dollars("336.80"));
    assertThat(test.entries()).hasSize(before);
  }

  @Test
  void before_june_2023_a_charge_is_owed_until_it_is_payable() {
    // Given
    test.on("2023-02-01");
    var car = Vehicles.payAsYouGo(ACCOUNT, "v1", LocalDate.of(2023, 2, 1), "-40.0", "18");

    // When
    var settled = done(test.acceptances().accept(car, Settlement.withAllCredits()));

    // Then
    assertThat(settled.leftOwing()).isEqualTo(dollars("720.00"));
    assertThat(test.ledger().balances(ACCOUNT).owed()).isEqualTo(dollars("720.00"));
    assertThat(test.ledger().balances(ACCOUNT).charges().getFirst().charge().payableOn())
        .isEqualTo("2023-06-01");
  }

  @Test
  void a_vehicle_is_accepted_once() {
    // Given
    has("10.0");

    // When
    var again = test.acceptances().accept(below("earlier", "10.0"), Settlement.byMoneyAlone());

    // Then
    assertThat(again.toString()).contains("already-accepted");
    assertThat(test.ledger().balances(ACCOUNT).credits()).isEqualTo(Grams.of("10"));
  }

  @Test
  void a_fleet_adds_up_exactly() {
    // Given
    var vehicles =
        List.of(
            Vehicles.inFleet(ACCOUNT, "f1", MARCH_2026, "108.6", "150.125"),
            Vehicles.inFleet(ACCOUNT, "f2", MARCH_2026, "118.9", "0"),
            Vehicles.inFleet(ACCOUNT, "f3", MARCH_2026, "108.0", "108"));

    // When
    done(test.acceptances().accept(vehicles, Settlement.byMoneyAlone()));

    // Then
    assertThat(test.fleets().of(ACCOUNT, 2026))
        .usingRecursiveComparison()
        .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
        .isEqualTo(
            new FleetSum(2026, 3, new BigDecimal("335.5"), new BigDecimal("258.125"), 774, 774));
    assertThat(test.ledger().balances(ACCOUNT).fleets()).containsEntry(2026, Grams.of("77.4"));
  }

  private static AcceptedVehicle certifiedInDecember(String id) {
    return Vehicles.inFleet(ACCOUNT, id, DECEMBER_2025, "108.6", "150.0");
  }

  @Test
  void a_fleet_vehicle_counts_in_the_year_that_it_was_accepted_in() {
    // When
    done(test.acceptances().accept(certifiedInDecember("f1"), Settlement.withAllCredits()));

    // Then
    assertThat(test.ledger().balances(ACCOUNT).fleets()).containsOnlyKeys(2026);
  }

  @Test
  void a_changed_cell_counts_it_in_the_year_of_its_legal_date(@TempDir Path folder) {
    // Given
    try (var policy = byLegalDate(folder)) {
      var changed = ATestLedger.under(policy).on("2026-03-02");

      // When
      done(changed.acceptances().accept(certifiedInDecember("f1"), Settlement.withAllCredits()));

      // Then
      assertThat(changed.ledger().balances(ACCOUNT).fleets()).containsOnlyKeys(2025);
      assertThat(changed.fleets().of(ACCOUNT, 2025).vehicles()).isEqualTo(1);
    }
  }

  @Test
  void a_year_that_is_settled_takes_no_vehicle_whatever_the_policy_says(@TempDir Path folder) {
    // Given
    try (var policy = byLegalDate(folder)) {
      var changed = ATestLedger.under(policy).on("2026-03-02");
      done(changed.acceptances().accept(certifiedInDecember("f1"), Settlement.withAllCredits()));
      done(changed.fleets().settleByCredits(ACCOUNT, 2025, Grams.ZERO, DECEMBER_2025));
      var before = changed.entries();

      // When
      var accepting =
          assertThatThrownBy(
              () ->
                  changed
                      .acceptances()
                      .accept(certifiedInDecember("f2"), Settlement.withAllCredits()));

      // Then
      accepting
          .isInstanceOf(Unruled.class)
          .hasMessage(
              "About fleet-accrual, `fleetYear` is 2025, but that year of the account's fleet is"
                  + " settled.");
      assertThat(changed.entries()).isEqualTo(before);
      assertThat(changed.fleets().of(ACCOUNT, 2025).vehicles()).isEqualTo(1);
    }
  }

  private static CompiledPolicy byLegalDate(Path folder) {
    var copy = PolicyCopy.of(ShippedPolicy.FOLDER, folder);
    copy.table("fleet-accrual").change("B9", "LEGAL_DATE");
    return ShippedPolicy.compiled(folder);
  }
}
