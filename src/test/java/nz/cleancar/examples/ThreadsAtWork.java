package nz.cleancar.examples;

import io.micronaut.context.ApplicationContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import nz.cleancar.account.ATestAccount;
import nz.cleancar.account.Closing;
import nz.cleancar.account.Suspending;
import nz.cleancar.account.Suspension;
import nz.cleancar.ledger.ChargeId;
import nz.cleancar.ledger.Ledger;
import nz.cleancar.ledger.Settlement;
import nz.cleancar.ledger.payment.Payment;
import nz.cleancar.ledger.payment.PaymentId;
import nz.cleancar.ledger.payment.PaymentOrder;
import nz.cleancar.ledger.payment.Payments;
import nz.cleancar.ledger.payment.ProviderAnswer;
import nz.cleancar.ledger.payment.Refunds;
import nz.cleancar.ledger.payment.Settling;
import nz.cleancar.ledger.transfer.Transfer;
import nz.cleancar.ledger.transfer.TransferId;
import nz.cleancar.ledger.transfer.Transfers;
import nz.cleancar.security.Person;
import nz.cleancar.security.PersonName;
import nz.cleancar.security.Role;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.Grams;
import nz.cleancar.standard.Money;
import nz.cleancar.vehicle.ATestVehicle;
import nz.cleancar.vehicle.Acceptance;
import nz.cleancar.vehicle.Acceptance.Which;
import nz.cleancar.vehicle.Acceptance.Wish;
import nz.cleancar.vehicle.Accepting;
import nz.cleancar.vehicle.Feeds;
import nz.cleancar.vehicle.VehicleId;

/** What each of the threads does in the same accounts, through the services that HTTP calls. */
final class ThreadsAtWork {

  static final Person OLIVE = new Person(ATestAccount.OWNER, Set.of(Role.IMPORTER));
  static final Person AROHA = new Person(new PersonName("aroha"), Set.of(Role.AGENCY));

  /** What the sandbox is told to do with payments; nothing is told to accept. */
  private static final List<String> REFERENCES =
      List.of(
          "",
          "",
          "sandbox-decline",
          "sandbox-timeout-accept",
          "sandbox-timeout-decline",
          "sandbox-lose",
          "sandbox-twice",
          "sandbox-contradict",
          "sandbox-forget",
          "sandbox-invent",
          "sandbox-more",
          "sandbox-less",
          "sandbox-same-receipt");

  final ThreadsTotals totals = new ThreadsTotals();
  final Queue<VehicleId> accepted = new ConcurrentLinkedQueue<>();
  final List<PaymentId> payments = new CopyOnWriteArrayList<>();
  final Map<PaymentId, List<VehicleId>> forVehicles = new ConcurrentHashMap<>();
  final Map<PaymentId, Money> forCharges = new ConcurrentHashMap<>();
  final Map<TransferId, Transfer> agreed = new ConcurrentHashMap<>();
  final Set<TransferId> ended = ConcurrentHashMap.newKeySet();
  private final List<TransferId> offers = new CopyOnWriteArrayList<>();
  private final ApplicationContext service;
  private final List<AccountNumber> accounts;
  private final AccountNumber toClose;
  private final Map<AccountNumber, List<VehicleId>> vehicles;
  private final List<ATestVehicle> corrected;

  /**
   * Begins with nothing done.
   *
   * @param accounts the accounts; the last one gets no money, and is closed in the end
   * @param vehicles what is ready in each
   * @param corrected those that the register may correct meanwhile
   */
  ThreadsAtWork(
      ApplicationContext service,
      List<AccountNumber> accounts,
      Map<AccountNumber, List<VehicleId>> vehicles,
      List<ATestVehicle> corrected) {
    this.service = service;
    this.accounts = accounts;
    this.toClose = accounts.getLast();
    this.vehicles = vehicles;
    this.corrected = corrected;
  }

  /** Does something, whatever comes of it. */
  void something(Random random) {
    AccountNumber account = any(accounts, random);
    switch (random.nextInt(20)) {
      case 0, 1, 2, 3, 4 -> accept(account, random);
      case 5, 6 -> pay(anyWithMoney(random), random);
      case 7, 8 -> ask(random);
      case 9, 10 -> offer(account, random);
      case 11, 12 -> agree(random);
      case 13 -> end(random);
      case 14, 15 -> settle(anyWithMoney(random), random);
      case 16 -> payBack(anyWithMoney(random), random);
      case 17 -> correct(random);
      case 18 -> suspendOrLift(anyWithMoney(random), random);
      default -> close(account, false);
    }
  }

  private void accept(AccountNumber account, Random random) {
    List<VehicleId> ready = vehicles.get(account);
    var named = IntStream.range(0, 3).mapToObj(_ -> any(ready, random)).toList();
    boolean startsPayment = !account.equals(toClose) && random.nextBoolean();
    var how = startsPayment ? Settlement.byMoneyAlone() : Settlement.withAllCredits();
    accept(account, new Wish(new Which.Named(named), how, startsPayment), random);
  }

  /** Accepted again where it started a payment, which then is under way. */
  private void accept(AccountNumber account, Wish wish, Random random) {
    Optional<Acceptance> done =
        totals.noted("accept", service.getBean(Accepting.class).accept(OLIVE, account, wish));
    if (done.isEmpty()) {
      return;
    }
    totals.settled(account, done.get().settled());
    for (Acceptance.OfVehicle each : done.get().vehicles()) {
      switch (each) {
        case Acceptance.Accepted(VehicleId vehicle) -> accepted.add(vehicle);
        case Acceptance.AwaitsPayment _ -> {}
        case Acceptance.NotAccepted(_, var why) ->
            why.forEach(refusal -> totals.refused("accept", refusal));
      }
    }
    done.get()
        .payment()
        .ifPresent(
            payment -> {
              List<VehicleId> awaiting = awaiting(done.get());
              forVehicles.put(payment.id(), awaiting);
              accept(account, new Wish(new Which.Named(awaiting), wish.how(), false), random);
              started(payment, random);
            });
  }

  private static List<VehicleId> awaiting(Acceptance acceptance) {
    return acceptance.vehicles().stream()
        .filter(Acceptance.AwaitsPayment.class::isInstance)
        .map(Acceptance.OfVehicle::vehicle)
        .toList();
  }

  private void pay(AccountNumber account, Random random) {
    var order =
        new PaymentOrder(
            account, new Money(100 + random.nextInt(80_000)), "ACCOUNT", any(REFERENCES, random));
    totals
        .noted("pay", service.getBean(Payments.class).start(OLIVE, order))
        .ifPresent(payment -> started(payment, random));
  }

  /**
   * The provider may tell lies of a payment before it is asked for it, and some are asked later.
   */
  private void started(Payment payment, Random random) {
    payments.add(payment.id());
    var told = service.getBean(Payments.class);
    String id = payment.id().value();
    switch (random.nextInt(6)) {
      case 0 -> told.answered(id, new ProviderAnswer.Declined("The provider declines it."));
      case 1 -> told.answered(id, new ProviderAnswer.Accepted(new Money(1), "LESS-" + id));
      case 2, 3 -> {}
      default -> told.ask(payment.id());
    }
  }

  private void ask(Random random) {
    if (random.nextInt(8) == 0) {
      service.getBean(Payments.class).reconcile();
    } else if (!payments.isEmpty()) {
      service.getBean(Payments.class).ask(any(payments, random));
    }
  }

  private void settle(AccountNumber account, Random random) {
    List<ChargeId> owed =
        service.getBean(Ledger.class).balances(account).charges().stream()
            .map(each -> each.charge().id())
            .toList();
    List<ChargeId> named = owed.isEmpty() ? List.of() : List.of(any(owed, random));
    boolean startsPayment = random.nextBoolean();
    settle(
        account,
        new Settling.Wish(named, Grams.ofTenths(10L * random.nextInt(20)), startsPayment),
        random);
  }

  /** Settled again where it started a payment, which then is under way. */
  private void settle(AccountNumber account, Settling.Wish wish, Random random) {
    totals
        .noted("settle", service.getBean(Settling.class).settle(OLIVE, account, wish))
        .ifPresent(
            result -> {
              totals.settled(account, result.settled());
              result
                  .payment()
                  .ifPresent(
                      payment -> {
                        forCharges.put(payment.id(), result.settled().leftOwing());
                        settle(account, wish, random);
                        started(payment, random);
                      });
            });
  }

  private void offer(AccountNumber from, Random random) {
    AccountNumber to =
        accounts.get((accounts.indexOf(from) + 1 + random.nextInt(3)) % accounts.size());
    Grams credits = Grams.ofTenths(10L + 10L * random.nextInt(30));
    totals
        .noted("offer", service.getBean(Transfers.class).offer(OLIVE, from, to, credits))
        .ifPresent(offered -> offers.add(offered.id()));
  }

  private void agree(Random random) {
    if (!offers.isEmpty()) {
      totals
          .noted("agree", service.getBean(Transfers.class).agree(OLIVE, any(offers, random)))
          .ifPresent(this::agreed);
    }
  }

  /** Agreeing again is answered again; the credits moved once. */
  private void agreed(Transfer transfer) {
    if (agreed.putIfAbsent(transfer.id(), transfer) == null
        && transfer.state() instanceof Transfer.Agreed(_, _, var terms)) {
      totals.transferred(transfer.from(), terms.moved(), transfer.to(), terms.received());
    }
  }

  private void end(Random random) {
    if (!offers.isEmpty()) {
      totals
          .noted("end", service.getBean(Transfers.class).end(OLIVE, any(offers, random)))
          .ifPresent(transfer -> ended.add(transfer.id()));
    }
  }

  private void payBack(AccountNumber account, Random random) {
    var amount = new Money(100 + random.nextInt(30_000));
    totals
        .noted(
            "refund",
            service.getBean(Refunds.class).payBack(AROHA, account, amount, "Paid too much."))
        .ifPresent(refund -> totals.refunded(account, refund.amount()));
  }

  private void correct(Random random) {
    var _ =
        service
            .getBean(Feeds.class)
            .receive(List.of(any(corrected, random).registered(2, "" + (60 + random.nextInt(30)))));
  }

  /** Suspended for as short a while as may be, since little can be done meanwhile. */
  private void suspendOrLift(AccountNumber account, Random random) {
    if (random.nextBoolean()) {
      suspend(account);
      accept(account, random);
    }
    lift(account);
  }

  private void lift(AccountNumber account) {
    totals.noted("lift", service.getBean(Suspending.class).lift(AROHA, account, "Appealed."));
  }

  private void suspend(AccountNumber account) {
    LocalDate today = ATestVehicle.COMPLETED;
    totals.noted(
        "suspend",
        service
            .getBean(Suspending.class)
            .suspend(
                AROHA,
                account,
                new Suspension("CONVICTION", today, today, today.plusDays(30)),
                "Convicted."));
  }

  /** Accepts what is ready in the account that is to be closed, closes it, and uses it still. */
  void closeTheLast(Random random) {
    accept(toClose, new Wish(new Which.Waiting(""), Settlement.withAllCredits(), false), random);
    close(toClose, true);
    accept(toClose, random);
    pay(toClose, random);
    settle(toClose, random);
    offer(toClose, random);
    payBack(toClose, random);
    suspend(toClose);
    lift(toClose);
  }

  private void close(AccountNumber account, boolean deleteCredits) {
    totals.noted("close", service.getBean(Closing.class).close(OLIVE, account, deleteCredits, ""));
  }

  private AccountNumber anyWithMoney(Random random) {
    return accounts.get(random.nextInt(accounts.size() - 1));
  }

  private static <T> T any(List<T> of, Random random) {
    return of.get(random.nextInt(of.size()));
  }
}
