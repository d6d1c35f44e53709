package nz.cleancar.examples;

import static nz.cleancar.ledger.Done.done;

import io.micronaut.context.ApplicationContext;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import nz.cleancar.account.Account;
import nz.cleancar.account.AccountBook;
import nz.cleancar.account.AccountDetails;
import nz.cleancar.account.AccountDetails.Details;
import nz.cleancar.account.AccountOpening;
import nz.cleancar.account.AmlVerification;
import nz.cleancar.account.Holder;
import nz.cleancar.database.TestDatabase;
import nz.cleancar.ledger.Acceptances;
import nz.cleancar.ledger.AcceptedVehicle;
import nz.cleancar.ledger.Settlement;
import nz.cleancar.ledger.Vehicles;
import nz.cleancar.ledger.payment.Payment;
import nz.cleancar.ledger.payment.PaymentOrder;
import nz.cleancar.ledger.payment.Payments;
import nz.cleancar.ledger.transfer.Transfer;
import nz.cleancar.ledger.transfer.Transfers;
import nz.cleancar.security.Person;
import nz.cleancar.security.PersonName;
import nz.cleancar.security.Role;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.AutoAccept;
import nz.cleancar.standard.Co2;
import nz.cleancar.standard.Grams;
import nz.cleancar.standard.Money;
import nz.cleancar.standard.TestCycle;
import nz.cleancar.standard.VehicleClass;
import nz.cleancar.standard.VehicleCondition;
import nz.cleancar.standard.Vin;
import nz.cleancar.testing.RunningService;
import nz.cleancar.vehicle.Completion;
import nz.cleancar.vehicle.FeedMessage;
import nz.cleancar.vehicle.FeedMessage.Origin;
import nz.cleancar.vehicle.Feeds;
import nz.cleancar.vehicle.Identity;
import nz.cleancar.vehicle.Received;
import nz.cleancar.vehicle.Specification;
import nz.cleancar.vehicle.Step;
import nz.cleancar.work.AllOrNothing;
import nz.cleancar.work.Attempt;

/**
 * A process that imports, charges, pays and transfers as fast as it can in the same few accounts,
 * and prints each thing that was acknowledged as a word and an id.
 */
final class SpendingUntilKilled {

  /** Every service on the folder has these. */
  static final Map<String, Object> PROPERTIES =
      Map.of("ccs.policy", RunningService.SHIPPED_POLICY.toString(), "ccs.sample-accounts", false);

  private static final Person OLIVE = new Person(new PersonName("olive"), Set.of(Role.IMPORTER));
  private static final Person TUI = new Person(new PersonName("tui"), Set.of(Role.AGENCY));
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  private static final List<String> REFERENCES =
      List.of("", "sandbox-timeout-accept", "sandbox-twice", "sandbox-decline", "sandbox-lose");

  private final ApplicationContext service;
  private final List<AccountNumber> accounts;
  private final String run;
  private final AtomicLong numbers = new AtomicLong();

  private SpendingUntilKilled(
      ApplicationContext service, List<AccountNumber> accounts, String run) {
    this.service = service;
    this.accounts = accounts;
    this.run = run;
  }

  /** Spends for ever in the database in the folder that is the first argument. */
  public static void main(String[] arguments) {
    var service = TestDatabase.h2(Path.of(arguments[0])).service(PROPERTIES);
    var accounts = Stream.generate(() -> opened(service)).limit(3).toList();
    var spending = new SpendingUntilKilled(service, accounts, arguments[1]);
    for (int i = 0; i < 2; i++) {
      int seed = i;
      List.<Consumer<Random>>of(
              spending::importVehicle, spending::charge, spending::pay, spending::transfer)
          .forEach(act -> Thread.ofVirtual().start(() -> forever(act, new Random(seed))));
    }
    forever(spending::importVehicle, new Random(2));
  }

  private static void forever(Consumer<Random> act, Random random) {
    while (true) {
      act.accept(random);
    }
  }

  /** A verified account for used vehicles that accepts what is at or below target by itself. */
  private static AccountNumber opened(ApplicationContext service) {
    var holder =
        new Holder(Holder.Kind.BUSINESS, "Kiwi Imports", "office@kiwi.example", OLIVE.name());
    Account account =
        done(service.getBean(AccountOpening.class).open(OLIVE, holder, VehicleCondition.USED));
    var verification = service.getBean(AmlVerification.class);
    done(verification.apply(OLIVE, account.number()));
    done(verification.answer(TUI, account.number(), true, "Documents seen."));
    done(
        service
            .getBean(AccountDetails.class)
            .change(
                OLIVE,
                account.number(),
                before -> new Details(before.name(), before.email(), new AutoAccept(true, false))));
    return account.number();
  }

  private void importVehicle(Random random) {
    long number = numbers.incrementAndGet();
    var vin = new Vin("7AT%s%s".formatted(run, "%013d".formatted(number)));
    var specification =
        new Specification(
            new VehicleClass("MA"),
            VehicleCondition.USED,
            1_500,
            1_950,
            new Co2(new Grams(BigDecimal.valueOf(random.nextInt(100))), TestCycle.WLTP_3P),
            DAY.minusYears(5),
            List.of());
    AccountNumber account = any(random);
    service
        .getBean(Feeds.class)
        .receive(
            List.of(
                new FeedMessage.Registered(
                    origin("REGISTER", vin), Identity.of(vin), 1, specification),
                new FeedMessage.Completed(
                    origin("ENTRY_CERTIFICATION", vin),
                    new Completion(
                        Completion.Kind.ENTRY_CERTIFICATION_COMPLETE, vin, account, 1, DAY))))
        .stream()
        .flatMap(received -> received.vehicle().stream())
        .filter(vehicle -> vehicle.step() == Step.ACCEPTED)
        .map(Received.Place.OfVehicle::id)
        .forEach(id -> print("ACCEPTED", id.value()));
  }

  private static Origin origin(String source, Vin vin) {
    return new Origin(source, vin.value(), DAY.atStartOfDay().toInstant(ZoneOffset.UTC));
  }

  private void charge(Random random) {
    AccountNumber account = any(random);
    String id = "C" + run + "-" + numbers.incrementAndGet();
    AcceptedVehicle vehicle =
        Vehicles.payAsYouGo(account, id, DAY, "-" + (1 + random.nextInt(40)) + ".7", "6");
    var attempt =
        service
            .getBean(AllOrNothing.class)
            .attempt(
                () -> {
                  lock(account);
                  return service
                      .getBean(Acceptances.class)
                      .accept(vehicle, Settlement.withAllCredits());
                });
    if (attempt instanceof Attempt.Done<?>) {
      print("CHARGED", id);
    }
  }

  private void lock(AccountNumber account) {
    var _ = service.getBean(AccountBook.class).lock(account).orElseThrow();
  }

  private void pay(Random random) {
    var payments = service.getBean(Payments.class);
    var order =
        new PaymentOrder(
            any(random),
            new Money(1 + random.nextInt(50_000)),
            "ACCOUNT",
            REFERENCES.get(random.nextInt(REFERENCES.size())));
    Payment started = done(payments.start(OLIVE, order));
    print("STARTED", started.id().value());
    if (payments.ask(started.id()).state() instanceof Payment.Received) {
      print("RECEIVED", started.id().value());
    }
  }

  private void transfer(Random random) {
    var transfers = service.getBean(Transfers.class);
    AccountNumber from = any(random);
    AccountNumber to = accounts.get((accounts.indexOf(from) + 1) % accounts.size());
    if (transfers.offer(OLIVE, from, to, Grams.ofTenths(10L + 10L * random.nextInt(20)))
            instanceof Attempt.Done<Transfer>(var offered)
        && transfers.agree(OLIVE, offered.id()) instanceof Attempt.Done<?>) {
      print("TRANSFERRED", offered.id().value());
    }
  }

  private AccountNumber any(Random random) {
    return accounts.get(random.nextInt(accounts.size()));
  }

  private static void print(String what, String id) {
    System.out.println(what + " " + id);
  }
}
