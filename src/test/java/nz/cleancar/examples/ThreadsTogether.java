package nz.cleancar.examples;

import static nz.cleancar.ledger.Done.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.micronaut.data.connection.ConnectionOperations;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nz.cleancar.account.ATestAccount;
import nz.cleancar.account.AccountBook;
import nz.cleancar.account.AccountPeople;
import nz.cleancar.account.AccountPeople.AccountPerson;
import nz.cleancar.account.Permission;
import nz.cleancar.database.TestDatabase;
import nz.cleancar.ledger.Ledger;
import nz.cleancar.ledger.LedgerCheck;
import nz.cleancar.ledger.Settlement;
import nz.cleancar.ledger.payment.Payment;
import nz.cleancar.ledger.payment.PaymentBook;
import nz.cleancar.ledger.payment.Payments;
import nz.cleancar.ledger.transfer.Transfer;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.AutoAccept;
import nz.cleancar.standard.Money;
import nz.cleancar.standard.Scheme;
import nz.cleancar.standard.VehicleCondition;
import nz.cleancar.testing.RunningService;
import nz.cleancar.testing.TestClock;
import nz.cleancar.vehicle.ATestVehicle;
import nz.cleancar.vehicle.Acceptance.Which;
import nz.cleancar.vehicle.Acceptance.Wish;
import nz.cleancar.vehicle.Accepting;
import nz.cleancar.vehicle.FeedMessage;
import nz.cleancar.vehicle.Feeds;
import nz.cleancar.vehicle.Mark;
import nz.cleancar.vehicle.Step;
import nz.cleancar.vehicle.VehicleId;
import nz.cleancar.vehicle.VehicleRecord;
import nz.cleancar.vehicle.VehicleRecords;
import nz.cleancar.work.Attempt;
import nz.cleancar.work.Refusal;
import org.junit.jupiter.api.Test;

/** Sixteen threads do everything in the same four accounts, whichever database they are in. */
abstract class ThreadsTogether {

  private static final int THREADS = 16;
  private static final int EACH = 60;
  private static final int VEHICLES = 32;
  private static final LocalDate EARLY = LocalDate.of(2023, 5, 10);

  private final List<AccountNumber> accounts =
      Stream.of("CO2-1", "CO2-2", "CO2-3", "CO2-4").map(AccountNumber::new).toList();
  private final Map<AccountNumber, List<ATestVehicle>> vehicles = new LinkedHashMap<>();

  abstract TestDatabase database();

  @Test
  void nothing_is_spent_twice_and_nothing_is_lost_whatever_they_do() throws Exception {
    try (ApplicationContext service = service()) {
      // Given
      accounts.forEach(account -> open(service, account));
      var early = owing(service);
      var ready = ready(service);
      var work =
          new ThreadsAtWork(
              service, accounts, ready, vehicles.getOrDefault(accounts.getFirst(), List.of()));

      // When
      var checks = atOnce(service, EACH, work::something);
      atOnce(service, 1, work::closeTheLast);
      IntStream.range(0, 2).forEach(_ -> service.getBean(Payments.class).reconcile());

      // Then
      assertThat(checks).allMatch(LedgerCheck.Report::isClean);
      assertThat(service.getBean(LedgerCheck.class).run().faults()).isEmpty();
      theBooksAreWhatWasDone(service, work, early);
      everythingWasTried(work.totals);
    }
  }

  private ApplicationContext service() {
    return database()
        .service(
            Map.of(
                "ccs.policy",
                RunningService.SHIPPED_POLICY.toString(),
                "ccs.sample-accounts",
                false,
                "ccs.payments.provider",
                "sandbox",
                TestClock.PROPERTY,
                true));
  }

  /** An account that accepts nothing by itself; the third is for new vehicles. */
  private void open(ApplicationContext service, AccountNumber number) {
    var condition = accounts.indexOf(number) == 2 ? VehicleCondition.NEW : VehicleCondition.USED;
    service
        .getBean(AccountBook.class)
        .open(
            ATestAccount.of(number.value(), condition, Scheme.PAYG, new AutoAccept(false, false))
                .verifiedOn(ATestAccount.OPENED));
    service
        .getBean(AccountPeople.class)
        .put(new AccountPerson(number, ATestAccount.OWNER, EnumSet.allOf(Permission.class)));
  }

  /** Vehicles accepted when charges were not payable yet, so that two accounts owe for them. */
  private List<VehicleId> owing(ApplicationContext service) {
    service.getBean(TestClock.class).moveTo(EARLY);
    var accepted = new ArrayList<VehicleId>();
    for (AccountNumber account : accounts.subList(0, 2)) {
      var owing =
          IntStream.range(0, 8)
              .mapToObj(i -> ATestVehicle.used("E%d%04d".formatted(accounts.indexOf(account), i)))
              .toList();
      accepted.addAll(told(service, owing, account, EARLY, _ -> "165"));
      done(
          service
              .getBean(Accepting.class)
              .accept(
                  ThreadsAtWork.OLIVE,
                  account,
                  new Wish(new Which.Waiting(""), Settlement.byMoneyAlone(), false)));
    }
    service.getBean(TestClock.class).moveTo(ATestVehicle.COMPLETED);
    return accepted;
  }

  /** Below and above target in turn; none above target in the account that gets no money. */
  private Map<AccountNumber, List<VehicleId>> ready(ApplicationContext service) {
    var ready = new HashMap<AccountNumber, List<VehicleId>>();
    for (AccountNumber account : accounts) {
      int place = accounts.indexOf(account);
      List<ATestVehicle> here =
          IntStream.range(0, VEHICLES)
              .mapToObj(i -> "V%d%04d".formatted(place, i))
              .map(name -> place == 2 ? ATestVehicle.fresh(name) : ATestVehicle.used(name))
              .toList();
      vehicles.put(account, here);
      ready.put(
          account,
          told(
              service,
              here,
              account,
              ATestVehicle.COMPLETED,
              i -> place == 3 || i % 2 == 0 ? "90" : "190"));
    }
    return ready;
  }

  /** The ids of the vehicles, which are now ready. */
  private static List<VehicleId> told(
      ApplicationContext service,
      List<ATestVehicle> vehicles,
      AccountNumber account,
      LocalDate day,
      IntFunction<String> grams) {
    var messages = new ArrayList<FeedMessage>();
    for (int i = 0; i < vehicles.size(); i++) {
      messages.add(vehicles.get(i).registered(1, grams.apply(i)));
      messages.add(vehicles.get(i).completed(account.value(), 1, day));
    }
    var _ = service.getBean(Feeds.class).receive(messages);
    var records = service.getBean(VehicleRecords.class);
    return vehicles.stream()
        .map(vehicle -> records.find(Mark.of(vehicle.vin())).orElseThrow().id())
        .toList();
  }

  /** Each thread does it so often; the reports of checks that ran meanwhile. */
  private static List<LedgerCheck.Report> atOnce(
      ApplicationContext service, int times, Consumer<Random> act) throws Exception {
    var tasks = new ArrayList<Callable<List<LedgerCheck.Report>>>();
    for (int thread = 0; thread < THREADS; thread++) {
      var random = new Random(thread);
      tasks.add(
          () -> {
            for (int n = 0; n < times; n++) {
              act.accept(random);
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

  private static void everythingWasTried(ThreadsTotals totals) {
    assertThat(totals.done())
        .containsOnlyKeys(
            "accept",
            "pay",
            "settle",
            "offer",
            "agree",
            "end",
            "refund",
            "suspend",
            "lift",
            "close",
            "paid ACCOUNT",
            "paid CHARGES",
            "paid VEHICLES")
        .containsEntry("close", 1L);
    refused(
        totals,
        "accept",
        "already-accepted",
        "payment-needed",
        "payment-pending",
        "account-suspended",
        "account-closed");
    refused(totals, "pay", "account-closed");
    refused(totals, "settle", "payment-pending", "account-closed");
    refused(totals, "offer", "credits-needed", "from-account-closed");
    refused(totals, "agree", "transfer-over");
    refused(totals, "end", "transfer-over");
    refused(totals, "refund", "money-needed");
    refused(totals, "suspend", "account-closed");
    refused(totals, "lift", "not-suspended");
    refused(totals, "close", "account-closed");
  }

  private static void refused(ThreadsTotals totals, String what, String... codes) {
    assertThat(totals.refused().get(what)).as(what).contains(codes);
  }

  private void theBooksAreWhatWasDone(
      ApplicationContext service, ThreadsAtWork work, List<VehicleId> early) {
    var totals = work.totals;
    long received = 0;
    for (var id : work.payments) {
      Payment payment = service.getBean(PaymentBook.class).find(id).orElseThrow();
      if (payment.state() instanceof Payment.Received(_, _, String leftUndone)) {
        received += payment.order().amount().cents();
        totals.received(payment.order().account(), payment.order().amount());
        String purpose = payment.order().purpose();
        if (leftUndone.isEmpty()) {
          work.totals.noted("paid " + purpose, Attempt.done(payment));
          paidFor(service, work, payment);
        } else {
          work.totals.refused(purpose, Refusal.refused("left-undone", leftUndone));
        }
      }
    }
    var expected = new ArrayList<>(work.accepted);
    expected.addAll(early);
    assertThat(accepted(service)).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(entriesOfVehicles(service))
        .containsExactlyInAnyOrderElementsOf(expected.stream().map(VehicleId::value).toList());
    assertThat(work.agreed.keySet()).doesNotContainAnyElementsOf(work.ended);

    AccountNumber closed = accounts.getLast();
    assertThat(sum(service, "EARNED")).isEqualTo(-totals.earned.sum());
    assertThat(sum(service, "OFFSET")).isEqualTo(totals.used.sum());
    assertThat(sum(service, "DELETED")).isEqualTo(totals.creditsOf(closed));
    assertThat(sum(service, "CONVERTED")).isEqualTo(converted(work));
    assertThat(sum(service, "REVENUE")).isEqualTo(totals.moneyUsed.sum());
    assertThat(sum(service, "RECEIVED")).isEqualTo(-received);
    assertThat(sum(service, "REFUNDED")).isEqualTo(totals.refunded.sum());
    for (AccountNumber account : accounts) {
      var balances = service.getBean(Ledger.class).balances(account);
      assertThat(balances.credits().tenths())
          .isEqualTo(account.equals(closed) ? 0 : totals.creditsOf(account));
      assertThat(balances.money().cents()).isEqualTo(totals.centsOf(account));
    }
  }

  /** Counts what a payment was for and did. */
  private static void paidFor(ApplicationContext service, ThreadsAtWork work, Payment payment) {
    List<VehicleId> taken = work.forVehicles.getOrDefault(payment.id(), List.of());
    for (VehicleId vehicle : taken) {
      work.accepted.add(vehicle);
      var record = service.getBean(VehicleRecords.class).find(vehicle).orElseThrow();
      work.totals.moneyUsed(payment.order().account(), record.decided().orElseThrow().charge());
    }
    work.totals.moneyUsed(
        payment.order().account(), work.forCharges.getOrDefault(payment.id(), Money.ZERO));
  }

  /** What transfers between new and used made fewer, as the agency's book has it. */
  private static long converted(ThreadsAtWork work) {
    return work.agreed.values().stream()
        .map(transfer -> ((Transfer.Agreed) transfer.state()).terms())
        .mapToLong(terms -> terms.moved().tenths() - terms.received().tenths())
        .sum();
  }

  private List<VehicleId> accepted(ApplicationContext service) {
    return accounts.stream()
        .flatMap(
            account ->
                service
                    .getBean(VehicleRecords.class)
                    .inAccount(account, Step.ACCEPTED, "", 1_000)
                    .stream())
        .map(VehicleRecord::id)
        .toList();
  }

  private static List<String> entriesOfVehicles(ApplicationContext service) {
    return select(
        service,
        "select reference from ledger_entry where kind in ('CREDITS_EARNED', 'CHARGE_LEVIED')");
  }

  private static long sum(ApplicationContext service, String book) {
    return Long.parseLong(
        select(
                service,
                "select coalesce(sum(amount), 0) from ledger_posting where book = '" + book + "'")
            .getFirst());
  }

  @SuppressWarnings("unchecked")
  private static List<String> select(ApplicationContext service, String sql) {
    return ((ConnectionOperations<Connection>) service.getBean(ConnectionOperations.class))
        .executeRead(
            status -> {
              var found = new ArrayList<String>();
              try (var select = status.getConnection().createStatement();
                  var rows = select.executeQuery(sql)) {
                while (rows.next()) {
                  found.add(rows.getString(1));
                }
              } catch (SQLException e) {
                throw new IllegalStateException(e);
              }
              return found;
            });
  }
}
