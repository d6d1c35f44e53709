package nz.cleancar.vehicle;

import static nz.cleancar.ledger.Done.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nz.cleancar.account.ATestAccount;
import nz.cleancar.account.AccountBook;
import nz.cleancar.account.AccountPeople;
import nz.cleancar.account.AccountPeople.AccountPerson;
import nz.cleancar.account.Permission;
import nz.cleancar.account.Suspending;
import nz.cleancar.account.Suspension;
import nz.cleancar.database.TestDatabase;
import nz.cleancar.ledger.Ledger;
import nz.cleancar.ledger.LedgerCheck;
import nz.cleancar.ledger.Settlement;
import nz.cleancar.ledger.payment.Payment;
import nz.cleancar.ledger.payment.Payments;
import nz.cleancar.security.Person;
import nz.cleancar.security.PersonName;
import nz.cleancar.security.Role;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.testing.RunningService;
import nz.cleancar.testing.TestClock;
import nz.cleancar.vehicle.Acceptance.Which;
import nz.cleancar.vehicle.Acceptance.Wish;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a payment for vehicles where something changed before the money came in. */
class PaidAcceptancesIT {

  private static final Person OLIVE = new Person(ATestAccount.OWNER, Set.of(Role.IMPORTER));
  private static final Person AROHA = new Person(new PersonName("aroha"), Set.of(Role.AGENCY));

  private static ApplicationContext service;
  private static int count;

  private final AccountNumber account = new AccountNumber("CO2-" + ++count);
  private final ATestVehicle vehicle = ATestVehicle.used("P%05d".formatted(count));

  @BeforeAll
  static void start(@TempDir Path data) {
    service =
        TestDatabase.h2(data)
            .service(
                Map.of(
                    "ccs.policy",
                    RunningService.SHIPPED_POLICY.toString(),
                    "ccs.sample-accounts",
                    false,
                    TestClock.PROPERTY,
                    true));
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void money_for_a_vehicle_of_an_account_that_was_suspended_stays_on_it() {
    // Given
    Payment payment = started();
    LocalDate today = ATestVehicle.COMPLETED;
    var suspension = new Suspension("CONVICTION", today, today, today.plusDays(30));
    done(service.getBean(Suspending.class).suspend(AROHA, account, suspension, "Convicted."));

    // When
    Payment asked = service.getBean(Payments.class).ask(payment.id());

    // Then
    assertMoneyStays(asked, Step.READY);
  }

  @Test
  void money_for_a_vehicle_that_was_disputed_stays_on_the_account() {
    // Given
    Payment payment = started();
    done(
        service
            .getBean(Disputes.class)
            .within(
                disputes ->
                    disputes.open(
                        OLIVE, record().id(), Dispute.Ground.WRONG_ACCOUNT, "It is not ours.")));

    // When
    Payment asked = service.getBean(Payments.class).ask(payment.id());

    // Then
    assertMoneyStays(asked, Step.DISPUTED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"90", "150", "300"})
  void money_for_a_vehicle_that_was_corrected_stays_on_the_account(String grams) {
    // Given
    Payment payment = started();
    told(vehicle.registered(2, grams));

    // When
    Payment asked = service.getBean(Payments.class).ask(payment.id());

    // Then
    assertMoneyStays(asked, Step.READY);
  }

  /** A payment for the vehicle, which is ready and above its target. */
  private Payment started() {
    service.getBean(AccountBook.class).open(ATestAccount.payAsYouGo(account.value()));
    service
        .getBean(AccountPeople.class)
        .put(new AccountPerson(account, OLIVE.name(), EnumSet.allOf(Permission.class)));
    told(vehicle.registered(1, "190"), vehicle.completed(account.value(), 1));
    return done(service
            .getBean(Accepting.class)
            .accept(
                OLIVE, account, new Wish(new Which.Waiting(""), Settlement.byMoneyAlone(), true)))
        .payment()
        .orElseThrow();
  }

  private void assertMoneyStays(Payment asked, Step step) {
    assertThat(asked.state())
        .isInstanceOfSatisfying(
            Payment.Received.class, received -> assertThat(received.leftUndone()).isNotEmpty());
    var balances = service.getBean(Ledger.class).balances(account);
    assertThat(balances.money()).isEqualTo(asked.order().amount());
    assertThat(balances.credits().tenths()).isZero();
    assertThat(record().step()).isEqualTo(step);
    assertThat(service.getBean(LedgerCheck.class).run().faults()).isEmpty();
  }

  private VehicleRecord record() {
    return service.getBean(VehicleRecords.class).find(Mark.of(vehicle.vin())).orElseThrow();
  }

  private static void told(FeedMessage... messages) {
    assertThat(service.getBean(Feeds.class).receive(List.of(messages)))
        .allMatch(Received.Kept.class::isInstance);
  }
}
