package nz.cleancar.ledger.store;

import static nz.cleancar.ledger.Done.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import nz.cleancar.account.ATestAccount;
import nz.cleancar.account.Account;
import nz.cleancar.account.AccountBook;
import nz.cleancar.account.AccountPeople;
import nz.cleancar.account.AccountPeople.AccountPerson;
import nz.cleancar.account.Permission;
import nz.cleancar.database.TestDatabase;
import nz.cleancar.ledger.Acceptances;
import nz.cleancar.ledger.AcceptedVehicle;
import nz.cleancar.ledger.Balances;
import nz.cleancar.ledger.Ledger;
import nz.cleancar.ledger.LedgerCheck;
import nz.cleancar.ledger.Settlement;
import nz.cleancar.ledger.Vehicles;
import nz.cleancar.ledger.payment.Discrepancies;
import nz.cleancar.ledger.payment.Discrepancy;
import nz.cleancar.ledger.payment.Payment;
import nz.cleancar.ledger.payment.PaymentOrder;
import nz.cleancar.ledger.payment.Payments;
import nz.cleancar.ledger.payment.Settling;
import nz.cleancar.security.Person;
import nz.cleancar.security.PersonName;
import nz.cleancar.security.Role;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.AutoAccept;
import nz.cleancar.standard.Grams;
import nz.cleancar.standard.Money;
import nz.cleancar.standard.Scheme;
import nz.cleancar.standard.VehicleCondition;
import nz.cleancar.testing.ShippedPolicy;
import nz.cleancar.testing.TestClock;
import nz.cleancar.work.AllOrNothing;
import nz.cleancar.work.Attempt;
import nz.cleancar.work.Refusal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/**
 * Accounts and their money under the shipped policy, in a database, whichever it is. Each test has
 * accounts of its own, and leaves a ledger that is whole.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class MoneyBed {

  static final Person OLIVE = new Person(new PersonName("olive"), Set.of(Role.IMPORTER));
  static final Person PAUL = new Person(new PersonName("paul"), Set.of(Role.IMPORTER));
  static final Person AROHA = new Person(new PersonName("aroha"), Set.of(Role.AGENCY));
  static final Money HUNDRED = new Money(10_000);

  private ApplicationContext service;
  TestClock clock;
  int count;

  abstract TestDatabase database();

  @BeforeAll
  void start() {
    service =
        database()
            .service(
                Map.of(
                    "ccs.policy",
                    ShippedPolicy.FOLDER.toString(),
                    "ccs.sample-accounts",
                    false,
                    "ccs.payments.provider",
                    "sandbox",
                    TestClock.PROPERTY,
                    true));
    clock = service.getBean(TestClock.class);
  }

  @AfterAll
  void stop() {
    service.close();
  }

  @BeforeEach
  void today() {
    clock.moveTo(LocalDate.parse("2026-03-02"));
  }

  @AfterEach
  void the_books_are_whole() {
    assertThat(bean(LedgerCheck.class).run().faults()).isEmpty();
  }

  <T> T bean(Class<T> type) {
    return service.getBean(type);
  }

  /** An account whose only person is this one, AML verified. */
  AccountNumber account(Person person, VehicleCondition condition, Scheme scheme) {
    var account =
        ATestAccount.of(
                "CO2-%04d".formatted(++count), condition, scheme, new AutoAccept(false, false))
            .verifiedOn(ATestAccount.OPENED);
    return open(person, account);
  }

  AccountNumber open(Person person, Account account) {
    bean(AccountBook.class).open(account);
    bean(AccountPeople.class)
        .put(new AccountPerson(account.number(), person.name(), EnumSet.allOf(Permission.class)));
    return account.number();
  }

  AccountNumber account() {
    return account(OLIVE, VehicleCondition.USED, Scheme.PAYG);
  }

  void accept(AcceptedVehicle vehicle) {
    done(
        bean(AllOrNothing.class)
            .attempt(
                () -> {
                  var _ = bean(AccountBook.class).lock(vehicle.account());
                  return bean(Acceptances.class).accept(vehicle, Settlement.withAllCredits());
                }));
  }

  void earn(AccountNumber account, String day, String credits) {
    clock.moveTo(LocalDate.parse(day));
    accept(
        Vehicles.payAsYouGo(account, account + "-" + ++count, LocalDate.parse(day), credits, "18"));
  }

  /** Makes an account one that cannot be read. */
  void breaks(AccountNumber account) {
    bean(Statements.class)
        .change(
            "update account set condition = 'NO' || condition where number = ?", account.value());
  }

  void mends(AccountNumber account) {
    bean(Statements.class)
        .change(
            "update account set condition = substring(condition from 3) where number = ?",
            account.value());
  }

  Balances balances(AccountNumber account) {
    return bean(Ledger.class).balances(account);
  }

  Payment started(AccountNumber account, String reference) {
    return done(
        bean(Payments.class)
            .start(OLIVE, new PaymentOrder(account, HUNDRED, "ACCOUNT", reference)));
  }

  Payment found(Payment payment) {
    return done(bean(Payments.class).find(OLIVE, payment.order().account(), payment.id()));
  }

  List<Discrepancy> discrepanciesOf(Payment payment) {
    return bean(Discrepancies.class).list(true, "", 1_000).stream()
        .filter(each -> each.payment().endsWith(payment.id().value()))
        .toList();
  }

  /** A payment for all charges that are payable. */
  Payment started(AccountNumber account, Grams mostCredits) {
    return done(bean(Settling.class)
            .settle(OLIVE, account, new Settling.Wish(List.of(), mostCredits, true)))
        .payment()
        .orElseThrow();
  }

  static List<String> codes(Attempt<?> attempt) {
    return switch (attempt) {
      case Attempt.Done<?> _ -> List.of();
      case Attempt.Refused<?>(List<Refusal> why) -> why.stream().map(Refusal::code).toList();
    };
  }

  static <T> List<T> atOnce(Callable<T> task) {
    try (var threads = Executors.newFixedThreadPool(16)) {
      var answers = new ArrayList<T>();
      for (Future<T> each :
          threads.invokeAll(IntStream.range(0, 16).mapToObj(_ -> task).toList())) {
        answers.add(each.get());
      }
      return answers;
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
