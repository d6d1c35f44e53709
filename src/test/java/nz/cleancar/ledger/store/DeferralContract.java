package nz.cleancar.ledger.store;

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
import nz.cleancar.database.TestDatabase;
import nz.cleancar.ledger.Acceptances;
import nz.cleancar.ledger.AccountMoney;
import nz.cleancar.ledger.Charges;
import nz.cleancar.ledger.Ledger;
import nz.cleancar.ledger.LedgerCheck;
import nz.cleancar.ledger.OwedCharge;
import nz.cleancar.ledger.Settlement;
import nz.cleancar.ledger.Vehicles;
import nz.cleancar.ledger.fleet.DirectDebit;
import nz.cleancar.ledger.fleet.DirectDebits;
import nz.cleancar.ledger.fleet.FleetStatement;
import nz.cleancar.ledger.fleet.FleetStatement.Postponed;
import nz.cleancar.ledger.fleet.FleetStatement.Settled;
import nz.cleancar.ledger.fleet.FleetYears;
import nz.cleancar.security.Person;
import nz.cleancar.security.PersonName;
import nz.cleancar.security.Role;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.AutoAccept;
import nz.cleancar.standard.Grams;
import nz.cleancar.standard.Money;
import nz.cleancar.standard.Scheme;
import nz.cleancar.standard.VehicleCondition;
import nz.cleancar.testing.PolicyCopy;
import nz.cleancar.testing.ShippedPolicy;
import nz.cleancar.testing.TestClock;
import nz.cleancar.work.AllOrNothing;
import nz.cleancar.work.Attempt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * How fleets' charges are deferred under a policy whose cells say otherwise than the shipped one's:
 * charges for 2025 stay the same and are due a year later, again and again for new vehicles and
 * once for used ones; from 2026 they are the next year's grams, once.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DeferralContract {

  private static final Person OLIVE = new Person(new PersonName("olive"), Set.of(Role.IMPORTER));

  /** 40.5 grams at the 67.50 and 33.75 dollars of 2025. */
  private static final Money OF_NEW = new Money(273_375);

  private static final Money OF_USED = new Money(136_688);

  private ApplicationContext service;
  private int count;

  abstract TestDatabase database();

  @BeforeAll
  void start(@TempDir Path folder) {
    var copy = PolicyCopy.of(ShippedPolicy.FOLDER, folder);
    says(copy, 9, "SAME_CHARGE", "yes");
    says(copy, 10, "NEXT_YEARS_FLEET", "no");
    says(copy, 11, "SAME_CHARGE", "no");
    service =
        database()
            .service(
                Map.of(
                    "ccs.policy",
                    folder.toString(),
                    "ccs.sample-accounts",
                    false,
                    TestClock.PROPERTY,
                    true));
  }

  private static void says(PolicyCopy copy, int row, String way, String again) {
    copy.table("fleet-settlement").change("F" + row, "yes");
    copy.table("fleet-settlement").change("G" + row, way);
    copy.table("fleet-settlement").change("H" + row, again);
  }

  @AfterAll
  void stop() {
    service.close();
  }

  @AfterEach
  void the_books_are_whole() {
    assertThat(bean(LedgerCheck.class).run().faults()).isEmpty();
  }

  private <T> T bean(Class<T> type) {
    return service.getBean(type);
  }

  private void on(String day) {
    bean(TestClock.class).moveTo(LocalDate.parse(day));
  }

  /** An account whose fleet of the year is 40.5 grams above its target. */
  private AccountNumber fleet(VehicleCondition condition, int year) {
    var account =
        ATestAccount.of(
            "CO2-%04d".formatted(++count),
            condition,
            Scheme.FLEET_AVERAGE,
            new AutoAccept(false, false));
    bean(AccountBook.class).open(account);
    bean(AccountPeople.class)
        .put(new AccountPerson(account.number(), OLIVE.name(), EnumSet.allOf(Permission.class)));
    var day = LocalDate.of(year, 6, 1);
    on(day.toString());
    done(
        bean(AllOrNothing.class)
            .attempt(
                () -> {
                  var _ = bean(AccountBook.class).lock(account.number());
                  return bean(Acceptances.class)
                      .accept(
                          Vehicles.inFleet(
                              account.number(), account.number() + "-1", day, "105", "145.5"),
                          Settlement.withAllCredits());
                }));
    return account.number();
  }

  private Attempt<FleetStatement> defers(AccountNumber account, int year) {
    return bean(FleetYears.class).defer(OLIVE, account, year);
  }

  private OwedCharge owed(AccountNumber account) {
    return bean(Ledger.class).balances(account).charges().getFirst();
  }

  private List<DirectDebit> debits(AccountNumber account, String day) {
    on(day);
    return done(bean(DirectDebits.class).file(LocalDate.parse(day))).stream()
        .filter(debit -> debit.account().equals(account))
        .toList();
  }

  @Test
  void the_same_charge_is_due_on_the_next_years_due_day() {
    // Given
    AccountNumber account = fleet(VehicleCondition.NEW, 2025);
    on("2026-03-31");

    // When
    FleetStatement deferred = done(defers(account, 2025));
    on("2026-12-31");
    FleetStatement again = done(defers(account, 2025));

    // Then
    var day = LocalDate.parse("2026-03-31");
    var due = LocalDate.parse("2027-03-31");
    assertThat(deferred.standing()).isEqualTo(new Postponed(day, due, new Settled(day, OF_NEW)));
    assertThat(deferred.result().dueOn()).isEqualTo(due);
    assertThat(again).isEqualTo(deferred);
    assertThat(owed(account).left()).isEqualTo(OF_NEW);
    assertThat(owed(account).charge().dueOn()).isEqualTo(due);
    assertThat(bean(Ledger.class).balances(account).fleets()).isEmpty();
  }

  @Test
  void it_is_debited_after_that_day_and_not_before() {
    // Given
    AccountNumber account = fleet(VehicleCondition.NEW, 2025);
    on("2026-01-05");
    done(defers(account, 2025));

    // When
    var before = debits(account, "2027-03-31");
    var after = debits(account, "2027-04-01");

    // Then
    assertThat(before).isEmpty();
    assertThat(after)
        .singleElement()
        .satisfies(debit -> assertThat(debit.amount()).isEqualTo(OF_NEW))
        .satisfies(debit -> assertThat(debit.dueOn()).isEqualTo(LocalDate.parse("2027-03-31")));
  }

  @Test
  void it_is_deferred_again_where_the_table_lets_it() {
    // Given
    AccountNumber account = fleet(VehicleCondition.NEW, 2025);
    on("2026-01-05");
    done(defers(account, 2025));
    on("2027-03-31");

    // When
    FleetStatement again = done(defers(account, 2025));

    // Then
    assertThat(again.result().dueOn()).isEqualTo(LocalDate.parse("2028-03-31"));
    assertThat(owed(account).charge().dueOn()).isEqualTo(LocalDate.parse("2028-03-31"));
  }

  @Test
  void it_is_not_deferred_again_where_the_table_does_not_let_it() {
    // Given
    AccountNumber account = fleet(VehicleCondition.USED, 2025);
    on("2026-01-05");
    done(defers(account, 2025));
    on("2027-03-31");

    // When
    var again = defers(account, 2025);

    // Then
    assertThat(again.toString()).contains("may-not-defer-again");
    assertThat(owed(account).left()).isEqualTo(OF_USED);
    assertThat(owed(account).charge().dueOn()).isEqualTo(LocalDate.parse("2027-03-31"));
  }

  @Test
  void a_deferred_charge_may_be_paid_before_it_is_due_and_is_then_not_deferred() {
    // Given
    AccountNumber account = fleet(VehicleCondition.NEW, 2025);
    on("2026-01-05");
    done(defers(account, 2025));
    on("2026-08-01");
    done(bean(AccountMoney.class).receive(account, OF_NEW, "paid-" + account));
    done(bean(Charges.class).settle(account, List.of(), Settlement.byMoneyAlone()));
    on("2027-01-05");

    // When
    var again = defers(account, 2025);

    // Then
    assertThat(again.toString()).contains("nothing-to-defer");
    assertThat(bean(Ledger.class).balances(account).owed()).isEqualTo(Money.ZERO);
  }

  @Test
  void grams_that_were_carried_over_are_not_carried_on_where_the_table_does_not_let_it() {
    // Given
    AccountNumber account = fleet(VehicleCondition.NEW, 2026);
    on("2027-01-05");
    FleetStatement first = done(defers(account, 2026));
    on("2028-01-05");

    // When
    var again = defers(account, 2027);

    // Then
    assertThat(first.standing())
        .isEqualTo(new FleetStatement.Deferred(LocalDate.parse("2027-01-05"), Grams.of("40.5")));
    assertThat(again.toString()).contains("may-not-defer-again");
  }

  @Test
  void a_due_day_that_was_moved_otherwise_is_found() {
    // Given
    AccountNumber account = fleet(VehicleCondition.NEW, 2025);
    on("2026-01-05");
    done(defers(account, 2025));

    // When
    until(account, "2027-06-30");
    var faults = bean(LedgerCheck.class).run().faults();
    until(account, "2027-03-31");

    // Then
    assertThat(faults)
        .singleElement()
        .satisfies(fault -> assertThat(fault.where()).isEqualTo("account " + account));
  }

  private void until(AccountNumber account, String day) {
    bean(Statements.class)
        .change(
            "update fleet_year set deferred_until = ? where account = ?",
            LocalDate.parse(day),
            account.value());
  }
}
