package nz.cleancar.ledger.store;

import static nz.cleancar.ledger.Done.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.micronaut.data.connection.ConnectionOperations;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import nz.cleancar.account.ATestAccount;
import nz.cleancar.database.TestDatabase;
import nz.cleancar.ledger.ATestLedger;
import nz.cleancar.ledger.Credits.Transfer;
import nz.cleancar.ledger.LedgerCheck;
import nz.cleancar.ledger.Settled;
import nz.cleancar.ledger.Settlement;
import nz.cleancar.ledger.Vehicles;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.Grams;
import nz.cleancar.standard.Money;
import nz.cleancar.work.Attempt;
import org.junit.jupiter.api.Test;

/** Sixteen threads on the same four accounts, whichever database they are in. */
abstract class ThreadsOnTheLedger {

  private static final int THREADS = 16;
  private static final int EACH = 40;
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  private final AtomicLong earned = new AtomicLong();
  private final AtomicLong used = new AtomicLong();
  private final AtomicLong paid = new AtomicLong();
  private final AtomicLong received = new AtomicLong();
  private final AtomicLong refunded = new AtomicLong();
  private final AtomicLong converted = new AtomicLong();
  private final AtomicLong refusals = new AtomicLong();

  abstract TestDatabase database();

  @Test
  void nothing_is_spent_twice_and_nothing_is_lost() throws Exception {
    try (ApplicationContext service = database().service(Map.of("ccs.sample-accounts", false))) {
      // Given
      var test = ATestLedger.of(service).on(DAY.toString());
      var accounts = Stream.of("CO2-1", "CO2-2", "CO2-3", "CO2-4").map(AccountNumber::new).toList();
      accounts.forEach(each -> test.accounts().open(ATestAccount.payAsYouGo(each.value())));

      // When
      var checks = atOnce(service, test, accounts);

      // Then
      var balances = accounts.stream().map(test.ledger()::balances).toList();
      assertThat(checks).allMatch(LedgerCheck.Report::isClean);
      assertThat(service.getBean(LedgerCheck.class).run().faults()).isEmpty();
      assertThat(sum(service, "EARNED")).isEqualTo(-earned.get());
      assertThat(sum(service, "OFFSET")).isEqualTo(used.get());
      assertThat(sum(service, "REVENUE")).isEqualTo(paid.get());
      assertThat(sum(service, "RECEIVED")).isEqualTo(-received.get());
      assertThat(sum(service, "REFUNDED")).isEqualTo(refunded.get());
      assertThat(balances.stream().mapToLong(each -> each.credits().tenths()).sum())
          .isEqualTo(earned.get() + converted.get() - used.get());
      assertThat(balances.stream().mapToLong(each -> each.money().cents()).sum())
          .isEqualTo(received.get() - paid.get() - refunded.get());
      assertThat(balances).allMatch(each -> each.charges().isEmpty());
      assertThat(refusals.get()).isPositive();
    }
  }

  /** The reports of checks that ran meanwhile. */
  private List<LedgerCheck.Report> atOnce(
      ApplicationContext service, ATestLedger test, List<AccountNumber> accounts) throws Exception {
    var tasks = new ArrayList<Callable<List<LedgerCheck.Report>>>();
    for (int thread = 0; thread < THREADS; thread++) {
      var random = new Random(thread);
      tasks.add(
          () -> {
            for (int n = 0; n < EACH; n++) {
              somethingOf(test, accounts, random);
            }
            return List.of();
          });
    }
    tasks.add(
        () -> Stream.generate(() -> service.getBean(LedgerCheck.class).run()).limit(3).toList());
    var reports = new ArrayList<LedgerCheck.Report>();
    try (var pool = Executors.newFixedThreadPool(THREADS + 1)) {
      for (var done : pool.invokeAll(tasks)) {
        reports.addAll(done.get());
      }
    }
    return reports;
  }

  /** Ids are few, so that threads try the same thing at the same time. */
  private void somethingOf(ATestLedger test, List<AccountNumber> accounts, Random random) {
    AccountNumber account = accounts.get(random.nextInt(accounts.size()));
    String id = account + "-" + random.nextInt(200);
    switch (random.nextInt(5)) {
      case 0 -> accept(test, account, "below-" + id, Integer.toString(1 + random.nextInt(60)));
      case 1 -> accept(test, account, "above-" + id, "-" + (1 + random.nextInt(40)) + ".3");
      case 2 -> receive(test, account, "payment-" + id, 100 + random.nextInt(20_000));
      case 3 -> payBack(test, account, "refund-" + id, 100 + random.nextInt(5_000));
      default -> {
        var other = accounts.get((accounts.indexOf(account) + 1) % accounts.size());
        transfer(test, account, other, "transfer-" + id, 1 + random.nextInt(20));
      }
    }
  }

  private void accept(ATestLedger test, AccountNumber account, String id, String difference) {
    Attempt<Settled> attempt =
        locked(
            test,
            List.of(account),
            () ->
                test.acceptances()
                    .accept(
                        Vehicles.payAsYouGo(account, id, DAY, difference, "6"),
                        Settlement.withAllCredits()));
    count(
        attempt,
        settled -> {
          earned.addAndGet(settled.creditsEarned().tenths());
          used.addAndGet(settled.creditsUsed().tenths());
          paid.addAndGet(settled.moneyUsed().cents());
        });
  }

  private void receive(ATestLedger test, AccountNumber account, String id, long cents) {
    count(
        locked(test, List.of(account), () -> test.money().receive(account, new Money(cents), id)),
        money -> received.addAndGet(money.cents()));
  }

  private void payBack(ATestLedger test, AccountNumber account, String id, long cents) {
    count(
        locked(test, List.of(account), () -> test.money().payBack(account, new Money(cents), id)),
        money -> refunded.addAndGet(money.cents()));
  }

  private void transfer(
      ATestLedger test, AccountNumber from, AccountNumber to, String id, long grams) {
    var transfer =
        new Transfer(id, from, to, Grams.ofTenths(10 * grams), Grams.ofTenths(20 * grams));
    count(
        locked(test, List.of(from, to), () -> test.credits().transfer(transfer)),
        _ -> converted.addAndGet(10 * grams));
  }

  private static <T> Attempt<T> locked(
      ATestLedger test, List<AccountNumber> accounts, Supplier<Attempt<T>> change) {
    return test.work()
        .attempt(
            () -> {
              accounts.stream()
                  .sorted(Comparator.comparing(AccountNumber::value))
                  .forEach(account -> assertThat(test.accounts().lock(account)).isPresent());
              return change.get();
            });
  }

  private <T> void count(Attempt<T> attempt, Consumer<T> counting) {
    if (attempt instanceof Attempt.Done<T>) {
      counting.accept(done(attempt));
    } else {
      refusals.incrementAndGet();
    }
  }

  @SuppressWarnings("unchecked")
  private static long sum(ApplicationContext service, String book) {
    return ((ConnectionOperations<Connection>) service.getBean(ConnectionOperations.class))
        .executeRead(
            status -> {
              try (var select =
                  status
                      .getConnection()
                      .prepareStatement(
                          "select coalesce(sum(amount), 0) from ledger_posting where book = ?")) {
                select.setString(1, book);
                try (var row = select.executeQuery()) {
                  assertThat(row.next()).isTrue();
                  return row.getLong(1);
                }
              } catch (SQLException e) {
                throw new IllegalStateException(e);
              }
            });
  }
}
