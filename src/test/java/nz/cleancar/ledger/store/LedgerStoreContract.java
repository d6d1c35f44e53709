package nz.cleancar.ledger.store;

import static nz.cleancar.ledger.Done.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import io.micronaut.data.connection.ConnectionOperations;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import nz.cleancar.account.ATestAccount;
import nz.cleancar.database.TestDatabase;
import nz.cleancar.ledger.ATestLedger;
import nz.cleancar.ledger.AcceptedVehicle;
import nz.cleancar.ledger.Book;
import nz.cleancar.ledger.Credits.Transfer;
import nz.cleancar.ledger.Entry;
import nz.cleancar.ledger.FleetSum;
import nz.cleancar.ledger.LedgerCheck;
import nz.cleancar.ledger.LedgerStore.LinesAsked;
import nz.cleancar.ledger.Line;
import nz.cleancar.ledger.Posting;
import nz.cleancar.ledger.Settlement;
import nz.cleancar.ledger.Vehicles;
import nz.cleancar.ledger.Writing;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.Grams;
import nz.cleancar.standard.Money;
import nz.cleancar.work.Attempt;
import nz.cleancar.work.EachAlone;
import nz.cleancar.work.Refusal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the ledger is in a database, whichever it is. Each test has accounts of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class LedgerStoreContract {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  private ApplicationContext service;
  private ATestLedger test;
  private AccountNumber account;
  private int accounts;

  abstract TestDatabase database();

  @BeforeAll
  void start() {
    service = database().service(Map.of("ccs.sample-accounts", false));
    test = ATestLedger.of(service);
  }

  @AfterAll
  void stop() {
    service.close();
  }

  @BeforeEach
  void open() {
    test.on("2026-03-02");
    account = opened();
  }

  private AccountNumber opened() {
    var number = "CO2-%04d".formatted(++accounts);
    test.accounts().open(ATestAccount.payAsYouGo(number));
    return new AccountNumber(number);
  }

  private AcceptedVehicle vehicle(String id, String difference) {
    return Vehicles.payAsYouGo(account, account + id, DAY, difference, "6");
  }

  private void accept(String id, String difference) {
    done(test.acceptances().accept(vehicle(id, difference), Settlement.withAllCredits()));
  }

  private void pays(long cents) {
    done(test.money().receive(account, new Money(cents), account + "-payment"));
  }

  @Test
  void what_was_written_is_read_again() {
    // Given
    pays(20_000);

    // When
    accept("-v1", "10.5");
    accept("-v2", "-30.5");

    // Then
    var balances = test.ledger().balances(account);
    assertThat(balances.money()).isEqualTo(new Money(8_000));
    assertThat(balances.credits()).isEqualTo(Grams.ZERO);
    assertThat(lines())
        .extracting(
            line -> line.kind() + " " + line.posting().book() + " " + line.posting().amount())
        .containsExactly(
            "PAYMENT_RECEIVED MONEY 20000",
            "CREDITS_EARNED CREDITS 105",
            "CHARGE_LEVIED OWED 18300",
            "CHARGE_LEVIED ABOVE_TARGET 305",
            "CHARGE_OFFSET CREDITS -105",
            "CHARGE_OFFSET ABOVE_TARGET -105",
            "CHARGE_OFFSET OWED -6300",
            "CHARGE_PAID MONEY -12000",
            "CHARGE_PAID OWED -12000",
            "CHARGE_PAID ABOVE_TARGET -200");
    assertThat(lines())
        .filteredOn(line -> line.kind() == Entry.Kind.CHARGE_PAID)
        .allMatch(line -> line.about().equals(account + "-v2") && line.day().equals(DAY));
  }

  private List<Line> lines() {
    var lines = new ArrayList<Line>();
    test.ledger().lines(account, DAY.minusDays(1), DAY, lines::add);
    return lines;
  }

  @Test
  void a_charge_that_is_owed_is_found_with_what_is_left_of_it() {
    // Given
    test.on("2023-02-01");
    accept("-v1", "-40.4");

    // When
    var owed = test.ledger().balances(account).charges();

    // Then
    assertThat(owed).hasSize(1);
    assertThat(owed.getFirst().left()).isEqualTo(new Money(24_240));
    assertThat(owed.getFirst().gramsLeft()).isEqualTo(Grams.of("40.4"));
    assertThat(owed.getFirst().charge().basis().legalDate()).isEqualTo(DAY);
    assertThat(owed.getFirst().charge().basis().ratePerGram())
        .isEqualByComparingTo(new BigDecimal("6"));
    assertThat(owed.getFirst().charge().dueOn()).isEqualTo("2023-06-01");
  }

  @Test
  void what_is_settled_leaves_no_balance_behind() {
    // Given
    pays(100_000);

    // When
    IntStream.range(0, 30).forEach(n -> accept("-" + n, "-1.5"));

    // Then
    assertThat(test.store().balances(account))
        .singleElement()
        .matches(balance -> balance.book() == Book.MONEY && balance.amount() == 73_000);
  }

  @Test
  void lines_come_in_pages_without_a_gap() {
    // Given
    pays(100_000);
    IntStream.range(0, 10).forEach(n -> accept("-" + n, "-1.5"));

    // When
    var read = new ArrayList<Line>();
    var asked = LinesAsked.first(account, DAY, DAY, 7);
    for (var page = test.ledger().page(asked); !page.isEmpty(); page = test.ledger().page(asked)) {
      assertThat(page).hasSizeLessThanOrEqualTo(7);
      read.addAll(page);
      asked = asked.after(page.getLast());
    }

    // Then
    assertThat(read).hasSize(51).isEqualTo(lines());
  }

  @Test
  void the_same_thing_is_recorded_once() {
    // Given
    accept("-v1", "10.5");
    var again =
        new Entry(
            "01JQ8YV6F2" + account.value().substring(4) + "AAAAAAAAAAAA",
            Entry.Kind.CREDITS_EARNED,
            lines().getFirst().recordedAt(),
            "",
            account + "-v1",
            List.of(
                Posting.to(account, Book.CREDITS, "2026-03-02", 1),
                Posting.toAgency(Book.EARNED, -1)));

    // When, then
    assertThatThrownBy(() -> write(again)).isInstanceOf(RuntimeException.class);
    assertThat(test.ledger().balances(account).credits()).isEqualTo(Grams.of("10.5"));
  }

  @Test
  void no_balance_goes_below_zero() {
    // Given
    accept("-v1", "10.5");
    var tooMuch =
        new Entry(
            "01JQ8YV6F2" + account.value().substring(4) + "AAAAAAAAAAAA",
            Entry.Kind.CREDITS_DELETED,
            lines().getFirst().recordedAt(),
            "",
            account.value(),
            List.of(
                Posting.to(account, Book.CREDITS, "2026-03-02", -106),
                Posting.toAgency(Book.DELETED, 106)));

    // When, then
    assertThatThrownBy(() -> write(tooMuch)).isInstanceOf(RuntimeException.class);
    assertThat(test.ledger().balances(account).credits()).isEqualTo(Grams.of("10.5"));
    assertThat(lines()).hasSize(1);
  }

  private void write(Entry entry) {
    var _ =
        test.work()
            .run(
                () -> {
                  test.store().write(Writing.of(entry));
                  return true;
                });
  }

  @Test
  void a_refusal_leaves_nothing_behind() {
    // Given
    pays(100);
    int before = lines().size();

    // When
    var attempt =
        test.work()
            .attempt(
                () -> {
                  accept("-v1", "10");
                  return test.acceptances()
                      .accept(vehicle("-v2", "-40"), Settlement.withAllCredits());
                });

    // Then
    assertThat(attempt.toString()).contains("payment-needed", "$179.00");
    assertThat(lines()).hasSize(before);
    assertThat(test.ledger().balances(account).credits()).isEqualTo(Grams.ZERO);
  }

  @Test
  void a_fleet_adds_up_exactly() {
    // When
    for (int n = 0; n < 3; n++) {
      done(
          test.acceptances()
              .accept(
                  Vehicles.inFleet(account, account + "-f" + n, DAY, "108.6", "150.125"),
                  Settlement.byMoneyAlone()));
    }

    // Then
    assertThat(test.fleets().of(account, 2026))
        .usingRecursiveComparison()
        .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
        .isEqualTo(
            new FleetSum(
                2026, 3, new BigDecimal("325.8"), new BigDecimal("450.375"), -1245, -1245));
    assertThat(test.fleets().of(account, 2025).vehicles()).isZero();
  }

  @Test
  void credits_that_expired_are_ended_for_everybody() {
    // Given
    test.on("2023-02-01");
    accept("-v1", "10");
    AccountNumber first = account;
    account = opened();
    accept("-v2", "20");
    test.on("2029-01-01");

    // When
    Grams ended = test.credits().expire(test.today(), new EachAlone());

    // Then
    assertThat(ended).isEqualTo(Grams.of("30"));
    assertThat(test.store().balances(first)).isEmpty();
    assertThat(test.store().balances(account)).isEmpty();
  }

  @Test
  void a_ledger_that_is_whole_is_found_so() {
    // Given
    history();

    // When
    var report = service.getBean(LedgerCheck.class).run();

    // Then
    assertThat(report.faults()).isEmpty();
    assertThat(report.entries()).isGreaterThanOrEqualTo(8);
    assertThat(report.accounts()).isEqualTo(accounts);
  }

  /**
   * Something of every book: a charge that is owed in part, credits, money, a fleet, a transfer.
   */
  private void history() {
    test.on("2023-02-01");
    accept("-owed", "-40");
    test.on("2026-03-02");
    accept("-credits", "60.5");
    pays(100);
    done(test.charges().settle(account, List.of(), new Settlement(Grams.of("10"))));
    done(
        test.acceptances()
            .accept(
                Vehicles.inFleet(account, account + "-f", DAY, "108.6", "150.1"),
                Settlement.byMoneyAlone()));
    done(
        test.credits()
            .transfer(
                new Transfer(account + "-t", account, opened(), Grams.of("10"), Grams.of("20"))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update ledger_balance set amount = amount + 1 where account = :a and book = 'CREDITS'",
        "update ledger_balance set lot = '2026-03-01' where account = :a and book = 'CREDITS'",
        "delete from ledger_balance where account = :a and book = 'MONEY'",
        "delete from ledger_balance where account = :a and book = 'OWED'",
        "insert into ledger_balance values (:a, 'MONEY', 'second', 5)",
        "update ledger_posting set amount = amount + 1 where account = :a and book = 'CREDITS'",
        "update ledger_posting set amount = amount * 2 where entry in"
            + " (select entry from ledger_posting where account = :a and book = 'MONEY')",
        "update ledger_posting set account = 'CO2-0001' where account = :a and book = 'MONEY'",
        "update ledger_posting set book = 'PURSE' where account = :a and book = 'MONEY'",
        "update ledger_posting set book = 'REVENUE' where account = :a and book = 'MONEY'",
        "update ledger_posting set lot = 'today' where account = :a and book = 'CREDITS'",
        "delete from ledger_posting where account = :a and book = 'MONEY'",
        "delete from ledger_posting where entry in"
            + " (select entry from ledger_posting where account = :a and book = 'FLEET')",
        "update ledger_charge set cents = cents + 1 where account = :a",
        "update ledger_charge set above_tenths = above_tenths - 1 where account = :a",
        "update ledger_charge set account = 'CO2-0001' where account = :a",
        "delete from ledger_charge where account = :a",
        "delete from fleet_vehicle where account = :a",
        "update fleet_vehicle set fleet_year = 2025 where account = :a",
        "update fleet_vehicle set difference_tenths = difference_tenths + 1 where account = :a"
      })
  void whatever_somebody_changes_past_the_ledger_is_found(String tampering) {
    // Given
    history();
    var found = new ArrayList<LedgerCheck.Fault>();
    String sql = tampering.replace(":a", "'" + account + "'");

    // When
    var undone =
        test.work()
            .attempt(
                () -> {
                  assertThat(execute(sql)).isPositive();
                  found.addAll(service.getBean(LedgerCheck.class).run().faults());
                  return Attempt.refused(Refusal.refused("undone", ""));
                });

    // Then
    assertThat(undone).isInstanceOf(Attempt.Refused.class);
    assertThat(found).isNotEmpty();
    assertThat(service.getBean(LedgerCheck.class).run().isClean()).isTrue();
  }

  @SuppressWarnings("unchecked")
  private int execute(String sql) {
    return ((ConnectionOperations<Connection>) service.getBean(ConnectionOperations.class))
        .executeWrite(
            status -> {
              try (var statement = status.getConnection().createStatement()) {
                return statement.executeUpdate(sql);
              } catch (SQLException e) {
                throw new IllegalStateException(e);
              }
            });
  }
}
