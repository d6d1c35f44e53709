package nz.cleancar.account.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import nz.cleancar.account.ATestAccount;
import nz.cleancar.account.Account;
import nz.cleancar.account.AccountBook;
import nz.cleancar.account.AccountBook.Opening.NumberTaken;
import nz.cleancar.account.AccountBook.Opening.Opened;
import nz.cleancar.account.AccountEvent.What;
import nz.cleancar.account.AccountEvents;
import nz.cleancar.account.AccountEvents.Done;
import nz.cleancar.account.AccountPeople;
import nz.cleancar.account.AccountPeople.AccountPerson;
import nz.cleancar.account.Holder;
import nz.cleancar.account.Permission;
import nz.cleancar.account.SampleAccounts;
import nz.cleancar.account.SchemeFrom;
import nz.cleancar.account.Suspension;
import nz.cleancar.database.TestDatabase;
import nz.cleancar.security.PersonName;
import nz.cleancar.standard.AccountFacts;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.AccountStatus;
import nz.cleancar.standard.AutoAccept;
import nz.cleancar.standard.Scheme;
import nz.cleancar.standard.VehicleCondition;
import nz.cleancar.testing.TestClock;
import nz.cleancar.work.AllOrNothing;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a book of accounts does, whichever database it is in. */
abstract class AccountBookContract {

  private static final Account ACCOUNT =
      ATestAccount.of(
          "CO2-300001", VehicleCondition.NEW, Scheme.FLEET_AVERAGE, new AutoAccept(false, true));

  private static final PersonName MIKE = new PersonName("mike");

  abstract TestDatabase database();

  /** The tables of the database, past the service. */
  abstract FluentConfiguration tables() throws SQLException;

  @Test
  void an_account_that_was_opened_is_found() {
    try (var service = database().service(Map.of("ccs.sample-accounts", false))) {
      // Given
      var accounts = service.getBean(AccountBook.class);
      assertThat(accounts.isEmpty()).isTrue();

      // When
      var opening = accounts.open(ACCOUNT);

      // Then
      assertThat(opening).isEqualTo(new Opened(ACCOUNT));
      assertThat(accounts.find(ACCOUNT.number())).contains(ACCOUNT);
      assertThat(accounts.facts(ACCOUNT.number())).contains(ACCOUNT.factsOn(ATestAccount.OPENED));
      assertThat(accounts.facts(new AccountNumber("CO2-300002"))).isEmpty();
      assertThat(accounts.isEmpty()).isFalse();
    }
  }

  @Test
  void a_number_that_is_taken_is_not_opened_again() {
    try (var service = database().service(Map.of("ccs.sample-accounts", false))) {
      // Given
      var accounts = service.getBean(AccountBook.class);
      accounts.open(ACCOUNT);

      // When
      var opening = accounts.open(ATestAccount.payAsYouGo(ACCOUNT.number().value()));

      // Then
      assertThat(opening).isEqualTo(new NumberTaken(ACCOUNT.number()));
      assertThat(accounts.find(ACCOUNT.number())).contains(ACCOUNT);
    }
  }

  @Test
  void the_sample_accounts_are_opened_where_they_are_wanted() {
    // When
    try (var service = database().service(Map.of("ccs.sample-accounts", true))) {

      // Then
      var accounts = service.getBean(AccountBook.class);
      var shipped = SampleAccounts.shipped();
      assertThat(shipped.all())
          .allSatisfy(
              account -> {
                assertThat(accounts.find(account.number())).contains(account);
                assertThat(accounts.facts(account.number()))
                    .isEqualTo(shipped.facts(account.number()));
              });
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void the_sample_accounts_stay_out_of_a_book_that_has_an_account(boolean wanted) {
    // Given
    try (var service = database().service(Map.of("ccs.sample-accounts", false))) {
      service.getBean(AccountBook.class).open(ACCOUNT);
    }

    // When
    try (var service = database().service(Map.of("ccs.sample-accounts", wanted))) {

      // Then
      var accounts = service.getBean(AccountBook.class);
      assertThat(accounts.facts(new AccountNumber("CO2-100001"))).isEmpty();
    }
  }

  @Test
  void accounts_from_before_keep_their_scheme_and_state() throws SQLException {
    // Given
    var before = tables().target("5").load();
    before.migrate();
    try (var connection = before.getConfiguration().getDataSource().getConnection();
        var insert = connection.createStatement()) {
      for (AccountStatus status : AccountStatus.values()) {
        insert.execute(
            "insert into account values ('OLD-%s', 'NEW', 'FLEET_AVERAGE', '%s', false, true)"
                .formatted(status, status));
      }
    }

    // When
    try (var service = empty()) {

      // Then
      var accounts = service.getBean(AccountBook.class);
      assertThat(AccountStatus.values())
          .allSatisfy(
              status -> {
                var number = new AccountNumber("OLD-" + status);
                var facts =
                    new AccountFacts(
                        number,
                        VehicleCondition.NEW,
                        Scheme.FLEET_AVERAGE,
                        status,
                        new AutoAccept(false, true));
                assertThat(accounts.facts(number)).contains(facts);
                assertThat(accounts.find(number).orElseThrow().factsOn(day("2026-11-22")))
                    .isEqualTo(facts);
              });
    }
  }

  @Test
  void whatever_an_account_became_is_found_again() {
    try (var service = empty()) {
      // Given
      var accounts = service.getBean(AccountBook.class);
      accounts.open(ACCOUNT);
      var changed =
          ACCOUNT
              .with(new Holder(Holder.Kind.PERSON, "Māui Cars", "m@ui.example", MIKE))
              .with(new AutoAccept(true, false))
              .with(new SchemeFrom(Scheme.PAYG, day("2026-01-01")))
              .verifiedOn(day("2026-02-01"))
              .withSuspensions(
                  List.of(
                      new Suspension(
                          "CONVICTION", day("2026-03-01"), day("2026-03-01"), day("2026-03-31")),
                      new Suspension(
                              "NON_COMPLIANCE",
                              day("2026-05-01"),
                              day("2026-06-01"),
                              day("2026-09-30"))
                          .liftedOn(day("2026-07-01"))))
              .closedOn(day("2026-10-01"));

      // When
      var locked =
          service
              .getBean(AllOrNothing.class)
              .run(
                  () -> {
                    var before = accounts.lock(ACCOUNT.number());
                    accounts.keep(changed);
                    return before;
                  });

      // Then
      assertThat(locked).contains(ACCOUNT);
      assertThat(accounts.find(ACCOUNT.number())).contains(changed);
      assertThat(accounts.lock(new AccountNumber("CO2-300002"))).isEmpty();
    }
  }

  @Test
  void facts_are_those_of_new_zealands_today() {
    try (var service =
        database().service(Map.of("ccs.sample-accounts", false, TestClock.PROPERTY, true))) {
      // Given
      var accounts = service.getBean(AccountBook.class);
      var account =
          ACCOUNT
              .with(new SchemeFrom(Scheme.PAYG, day("2026-01-01")))
              .withSuspensions(
                  List.of(
                      new Suspension(
                          "CONVICTION", day("2026-03-01"), day("2026-03-01"), day("2026-03-31")),
                      new Suspension(
                              "CONVICTION", day("2026-06-01"), day("2026-06-01"), day("2026-09-30"))
                          .liftedOn(day("2026-07-01"))))
              .closedOn(day("2026-10-01"));
      accounts.open(account);
      var said = new ArrayList<String>();

      // When
      for (String today :
          List.of(
              "2025-12-31",
              "2026-01-01",
              "2026-03-01",
              "2026-03-31",
              "2026-04-01",
              "2026-06-30",
              "2026-07-01",
              "2026-10-01")) {
        service.getBean(TestClock.class).moveTo(day(today));
        var facts = accounts.facts(ACCOUNT.number()).orElseThrow();
        assertThat(facts).isEqualTo(account.factsOn(day(today)));
        said.add(today + " " + facts.scheme() + " " + facts.status());
      }

      // Then
      assertThat(said)
          .containsExactly(
              "2025-12-31 FLEET_AVERAGE ACTIVE",
              "2026-01-01 PAYG ACTIVE",
              "2026-03-01 PAYG SUSPENDED",
              "2026-03-31 PAYG SUSPENDED",
              "2026-04-01 PAYG ACTIVE",
              "2026-06-30 PAYG SUSPENDED",
              "2026-07-01 PAYG ACTIVE",
              "2026-10-01 PAYG CLOSED");
    }
  }

  @Test
  void numbers_come_once_also_where_the_work_was_undone() {
    try (var service = empty()) {
      // Given
      var accounts = service.getBean(AccountBook.class);
      var numbers = new ArrayList<String>();
      numbers.add(accounts.nextNumber().value());

      // When
      assertThatThrownBy(
              () ->
                  service
                      .getBean(AllOrNothing.class)
                      .run(
                          () -> {
                            numbers.add(accounts.nextNumber().value());
                            throw new IllegalStateException("undone");
                          }))
          .hasMessageContaining("undone");
      numbers.add(accounts.nextNumber().value());

      // Then
      assertThat(numbers).doesNotHaveDuplicates().isSorted().startsWith("CO2-200001");
    }
  }

  @Test
  void accounts_are_listed_a_page_at_a_time_to_whoever_may_view_them() {
    try (var service = empty()) {
      // Given
      var accounts = service.getBean(AccountBook.class);
      var people = service.getBean(AccountPeople.class);
      for (String number : List.of("CO2-300003", "CO2-300001", "CO2-300002")) {
        accounts.open(ATestAccount.payAsYouGo(number));
      }
      people.put(mike("CO2-300001", Permission.VIEW_ACCOUNT, Permission.EDIT_DETAILS));
      people.put(mike("CO2-300002", Permission.ACCEPT_VEHICLES));
      people.put(mike("CO2-300003", Permission.VIEW_ACCOUNT));

      // When
      var first = accounts.after("", 2);
      var rest = accounts.after("CO2-300002", 2);
      var mikes = accounts.viewedBy(MIKE, "", 5);
      var mikesRest = accounts.viewedBy(MIKE, "CO2-300001", 5);

      // Then
      assertThat(numbers(first)).containsExactly("CO2-300001", "CO2-300002");
      assertThat(numbers(rest)).containsExactly("CO2-300003");
      assertThat(numbers(mikes)).containsExactly("CO2-300001", "CO2-300003");
      assertThat(numbers(mikesRest)).containsExactly("CO2-300003");
    }
  }

  @Test
  void whoever_locks_an_account_that_another_holds_waits() throws InterruptedException {
    try (var service = empty();
        var threads = Executors.newFixedThreadPool(4)) {
      // Given
      var accounts = service.getBean(AccountBook.class);
      var events = service.getBean(AccountEvents.class);
      var work = service.getBean(AllOrNothing.class);
      accounts.open(ACCOUNT);
      var done = new Done(What.DETAILS_CHANGED, "", MIKE, "");
      Callable<Long> change =
          () ->
              work.run(
                  () -> {
                    accounts.lock(ACCOUNT.number());
                    return events.append(ACCOUNT.number(), done, Instant.EPOCH);
                  });

      // When
      var numbers = threads.invokeAll(Collections.nCopies(40, change));

      // Then
      assertThat(numbers)
          .extracting(Future::get)
          .containsExactlyInAnyOrderElementsOf(LongStream.rangeClosed(1, 40).boxed().toList());
    }
  }

  private static AccountPerson mike(String number, Permission... permissions) {
    return new AccountPerson(new AccountNumber(number), MIKE, Set.of(permissions));
  }

  private static List<String> numbers(List<Account> accounts) {
    return accounts.stream().map(account -> account.number().value()).toList();
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  private ApplicationContext empty() {
    return database().service(Map.of("ccs.sample-accounts", false));
  }
}
