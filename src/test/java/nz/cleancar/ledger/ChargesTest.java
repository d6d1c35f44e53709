package nz.cleancar.ledger;

import static nz.cleancar.ledger.Done.done;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.Grams;
import nz.cleancar.standard.Money;
import nz.cleancar.standard.Scheme;
import nz.cleancar.standard.VehicleCondition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Charges that were levied before 1 June 2023, and those of fleets. */
class ChargesTest {

  private static final AccountNumber ACCOUNT = new AccountNumber("CO2-1");
  private static final ChargeId FIRST = ChargeId.ofVehicle("v1");
  private static final ChargeId SECOND = ChargeId.ofVehicle("v2");

  private final ATestLedger test = ATestLedger.shipped();

  /** 720.00 dollars for 40 g, and 180.00 for 10 g, both of February 2023. */
  @BeforeEach
  void two_charges_are_owed() {
    test.on("2023-02-01");
    accept("v1", "-40");
    accept("v2", "-10");
  }

  private void accept(String id, String difference) {
    done(
        test.acceptances()
            .accept(
                Vehicles.payAsYouGo(ACCOUNT, id, LocalDate.of(2023, 2, 1), difference, "18"),
                Settlement.withAllCredits()));
  }

  private static Money dollars(String amount) {
    return Money.of(new BigDecimal(amount));
  }

  private void pays(String amount) {
    done(test.money().receive(ACCOUNT, dollars(amount), "payment of " + amount));
  }

  private List<OwedCharge> owed() {
    return test.ledger().balances(ACCOUNT).charges();
  }

  @Test
  void before_their_day_they_cannot_be_settled() {
    // Given
    pays("900.00");

    // When
    var attempt = test.charges().settle(ACCOUNT, List.of(FIRST), Settlement.withAllCredits());
    var all = done(test.charges().settle(ACCOUNT, List.of(), Settlement.withAllCredits()));

    // Then
    assertThat(attempt.toString()).contains("not-payable-yet", "payable from 2023-06-01");
    assertThat(all.moneyUsed()).isEqualTo(Money.ZERO);
    assertThat(owed()).hasSize(2);
  }

  @Test
  void from_their_day_money_settles_them_whole() {
    // Given
    pays("900.00");
    test.on("2023-06-01");

    // When
    var settled = done(test.charges().settle(ACCOUNT, List.of(), Settlement.withAllCredits()));

    // Then
    assertThat(settled.moneyUsed()).isEqualTo(dollars("900.00"));
    assertThat(owed()).isEmpty();
  }

  @Test
  void credits_settle_the_first_charge_in_part_and_what_is_left_stays_owed() {
    // Given
    test.on("2023-06-01");
    accept("earns", "15.5");

    // When
    var settled = done(test.charges().settle(ACCOUNT, List.of(), Settlement.withAllCredits()));
    accept("earns again", "4.5");
    var more = done(test.charges().settle(ACCOUNT, List.of(FIRST), Settlement.withAllCredits()));

    // Then
    assertThat(settled.creditsUsed()).isEqualTo(Grams.of("15.5"));
    assertThat(settled.leftOwing()).isEqualTo(dollars("621.00"));
    assertThat(more.leftOwing()).isEqualTo(dollars("360.00"));
    assertThat(owed())
        .extracting(OwedCharge::gramsLeft)
        .containsExactly(Grams.of("20"), Grams.of("10"));
  }

  @Test
  void money_settles_no_charge_in_part() {
    // Given
    pays("300.00");
    test.on("2023-06-01");

    // When
    var settled = done(test.charges().settle(ACCOUNT, List.of(), Settlement.withAllCredits()));

    // Then
    assertThat(settled.moneyUsed()).isEqualTo(dollars("180.00"));
    assertThat(settled.leftOwing()).isEqualTo(dollars("720.00"));
    assertThat(test.ledger().balances(ACCOUNT).money()).isEqualTo(dollars("120.00"));
  }

  @Test
  void with_neither_credits_nor_money_nothing_is_settled() {
    // Given
    pays("100.00");
    test.on("2023-06-01");
    int before = test.entries().size();

    // When
    var attempt = test.charges().settle(ACCOUNT, List.of(), Settlement.withAllCredits());
    var quote = done(test.charges().quote(ACCOUNT, List.of(SECOND), Settlement.withAllCredits()));

    // Then
    assertThat(attempt.toString()).contains("payment-needed", "$800.00");
    assertThat(quote.toPay()).isEqualTo(dollars("80.00"));
    assertThat(test.entries()).hasSize(before);
  }

  @Test
  void a_charge_that_is_not_owed_is_unknown() {
    // When
    var attempt =
        test.charges()
            .settle(ACCOUNT, List.of(ChargeId.ofVehicle("other")), Settlement.withAllCredits());

    // Then
    assertThat(attempt.toString()).contains("charge-not-owed");
  }

  @Test
  void money_that_is_not_used_is_paid_back_and_no_more() {
    // Given
    pays("100.00");

    // When
    var tooMuch = test.money().payBack(ACCOUNT, dollars("100.01"), "refund-1");
    done(test.money().payBack(ACCOUNT, dollars("99.00"), "refund-1"));
    var again = test.money().payBack(ACCOUNT, dollars("1.00"), "refund-1");

    // Then
    assertThat(tooMuch.toString()).contains("money-needed");
    assertThat(again.toString()).contains("already-refunded");
    assertThat(test.ledger().balances(ACCOUNT).money()).isEqualTo(dollars("1.00"));
  }

  @Test
  void a_payment_is_received_once() {
    // Given
    pays("100.00");

    // When
    var again = test.money().receive(ACCOUNT, dollars("100.00"), "payment of 100.00");

    // Then
    assertThat(again.toString()).contains("already-received");
    assertThat(test.ledger().balances(ACCOUNT).money()).isEqualTo(dollars("100.00"));
  }

  @Test
  void a_fleet_that_is_above_its_target_is_charged_once() {
    // Given
    var fleet = new AccountNumber("CO2-3");
    var vehicle = Vehicles.inFleet(fleet, "f1", LocalDate.of(2023, 2, 1), "150", "190");
    done(test.acceptances().accept(vehicle, Settlement.byMoneyAlone()));
    test.on("2024-01-10");
    var charge = of2023(fleet);

    // When
    done(test.fleets().settleByCharge(2023, charge));

    // Then
    assertThat(test.ledger().balances(fleet).owed()).isEqualTo(dollars("900.00"));
    assertThat(test.ledger().balances(fleet).fleets()).isEmpty();
    assertThat(test.fleets().settleByCharge(2023, charge).toString()).contains("already-settled");
  }

  /** What 40 g above target in 2023 cost, levied today. */
  private Charge of2023(AccountNumber fleet) {
    return new Charge(
        ChargeId.ofFleet(fleet, 2023),
        fleet,
        new Charge.Basis(
            Scheme.FLEET_AVERAGE,
            VehicleCondition.USED,
            LocalDate.of(2023, 12, 31),
            new BigDecimal("22.50")),
        Grams.of("40"),
        dollars("900.00"),
        test.today(),
        test.today(),
        LocalDate.of(2024, 3, 31));
  }

  @Test
  void a_fleet_that_is_below_its_target_earns_the_difference() {
    // Given
    var fleet = new AccountNumber("CO2-3");
    var vehicle = Vehicles.inFleet(fleet, "f1", LocalDate.of(2023, 2, 1), "150", "0");
    done(test.acceptances().accept(vehicle, Settlement.byMoneyAlone()));
    test.on("2024-01-10");

    // When
    done(test.fleets().settleByCredits(fleet, 2023, Grams.of("150"), LocalDate.of(2023, 12, 31)));

    // Then
    assertThat(test.ledger().balances(fleet).credits()).isEqualTo(Grams.of("150"));
    assertThat(test.ledger().balances(fleet).fleets()).isEmpty();
  }

  @Test
  void what_is_deferred_is_owed_by_the_next_year() {
    // Given
    var fleet = new AccountNumber("CO2-3");
    done(
        test.acceptances()
            .accept(
                Vehicles.inFleet(fleet, "f1", LocalDate.of(2023, 2, 1), "150", "190"),
                Settlement.byMoneyAlone()));
    test.on("2024-01-10");
    done(
        test.acceptances()
            .accept(
                Vehicles.inFleet(fleet, "f2", LocalDate.of(2024, 1, 10), "140", "130"),
                Settlement.byMoneyAlone()));

    done(test.fleets().settleByCharge(2023, of2023(fleet)));

    // When
    done(test.fleets().defer(fleet, 2023));

    // Then
    assertThat(test.ledger().balances(fleet).fleets())
        .containsExactly(Map.entry(2024, Grams.of("-30")));
    assertThat(test.fleets().of(fleet, 2024).countedTenths()).isEqualTo(100);
    assertThat(test.ledger().balances(fleet).owed()).isEqualTo(Money.ZERO);
    assertThat(test.fleets().defer(fleet, 2023).toString()).contains("nothing-to-defer");
  }
}
