package nz.cleancar.account.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nz.cleancar.account.ATestAccount;
import nz.cleancar.account.Account;
import nz.cleancar.account.AccountBook;
import nz.cleancar.account.AccountEvent;
import nz.cleancar.account.AccountEvent.What;
import nz.cleancar.account.AccountEvents;
import nz.cleancar.account.AccountEvents.Done;
import nz.cleancar.account.AccountPeople;
import nz.cleancar.account.AccountPeople.AccountPerson;
import nz.cleancar.account.AmlApplication;
import nz.cleancar.account.AmlApplications;
import nz.cleancar.account.AmlApplications.Counts;
import nz.cleancar.account.FleetApplication;
import nz.cleancar.account.FleetApplication.Answer;
import nz.cleancar.account.FleetApplication.Answer.Approved;
import nz.cleancar.account.FleetApplication.Answer.Declined;
import nz.cleancar.account.FleetApplication.Declarations;
import nz.cleancar.account.FleetApplications;
import nz.cleancar.account.Permission;
import nz.cleancar.database.TestDatabase;
import nz.cleancar.security.PersonName;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.AutoAccept;
import nz.cleancar.standard.Scheme;
import nz.cleancar.standard.VehicleCondition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is kept beside accounts, whichever database it is in: people, events, applications. */
abstract class AccountRecordsContract {

  private static final Account ACCOUNT =
      ATestAccount.of(
          "CO2-300001", VehicleCondition.NEW, Scheme.FLEET_AVERAGE, new AutoAccept(false, true));

  private static final PersonName MIKE = new PersonName("mike");

  abstract TestDatabase database();

  @Test
  void people_have_the_permissions_that_they_were_given_last() {
    try (var service = empty()) {
      // Given
      var people = service.getBean(AccountPeople.class);
      service.getBean(AccountBook.class).open(ACCOUNT);
      String number = ACCOUNT.number().value();
      people.put(mike(number, Permission.values()));

      // When
      people.put(mike(number, Permission.VIEW_ACCOUNT, Permission.TRANSFER_CREDITS));

      // Then
      assertThat(people.permissions(ACCOUNT.number(), MIKE))
          .containsExactlyInAnyOrder(Permission.VIEW_ACCOUNT, Permission.TRANSFER_CREDITS);
      assertThat(people.of(ACCOUNT.number()))
          .containsExactly(mike(number, Permission.VIEW_ACCOUNT, Permission.TRANSFER_CREDITS));
      people.put(mike(number));
      assertThat(people.of(ACCOUNT.number())).isEmpty();
    }
  }

  @Test
  void events_are_numbered_in_order_and_told_a_page_at_a_time() {
    try (var service = empty()) {
      // Given
      var events = service.getBean(AccountEvents.class);
      service.getBean(AccountBook.class).open(ACCOUNT);
      var at = Instant.parse("2026-03-02T00:00:00.123Z");
      var done = new Done(What.DETAILS_CHANGED, "Name: ā.", MIKE, "Why not.");

      // When
      for (int i = 0; i < 3; i++) {
        events.append(ACCOUNT.number(), done, at);
      }

      // Then
      assertThat(events.of(ACCOUNT.number(), 1, 5))
          .containsExactly(
              new AccountEvent(
                  ACCOUNT.number(), 2, What.DETAILS_CHANGED, "Name: ā.", MIKE, at, "Why not."),
              new AccountEvent(
                  ACCOUNT.number(), 3, What.DETAILS_CHANGED, "Name: ā.", MIKE, at, "Why not."));
      assertThat(events.of(ACCOUNT.number(), 0, 1)).hasSize(1);
    }
  }

  @Test
  void applications_are_kept_with_their_answers_and_counted_by_day() {
    try (var service = empty()) {
      // Given
      service.getBean(AccountBook.class).open(ACCOUNT);
      var checks = service.getBean(AmlApplications.class);
      var number = ACCOUNT.number();
      var first = new AmlApplication("01A", number, day("2026-03-01"), MIKE, null);
      var second = new AmlApplication("01B", number, day("2026-03-03"), MIKE, null);
      var third = new AmlApplication("01C", number, day("2026-03-03"), MIKE, null);

      // When
      List.of(first, second, third).forEach(checks::add);
      var verified = answered(first, true, "2026-03-04");
      var declined = answered(second, false, "2026-03-05");
      checks.answer(verified);
      checks.answer(declined);

      // Then
      assertThat(checks.of(number)).containsExactly(verified, declined, third);
      assertThat(checks.open(number)).contains(third);
      assertThat(checks.open("", 5)).containsExactly(third);
      assertThat(checks.open("01C", 5)).isEmpty();
      assertThat(checks.asOf(day("2026-02-28"))).isEqualTo(new Counts(0, 0, 0));
      assertThat(checks.asOf(day("2026-03-03"))).isEqualTo(new Counts(0, 3, 0));
      assertThat(checks.asOf(day("2026-03-04"))).isEqualTo(new Counts(1, 2, 0));
      assertThat(checks.asOf(day("2026-03-05"))).isEqualTo(new Counts(1, 1, 1));
      assertThatThrownBy(() -> checks.answer(declined)).hasMessageContaining("01B");
    }
  }

  @Test
  void a_verification_that_lapsed_is_counted_until_that_day_alone() {
    try (var service = empty()) {
      // Given
      service.getBean(AccountBook.class).open(ACCOUNT);
      var checks = service.getBean(AmlApplications.class);
      var first = new AmlApplication("01A", ACCOUNT.number(), day("2026-03-01"), MIKE, null);
      var second = new AmlApplication("01B", ACCOUNT.number(), day("2026-03-07"), MIKE, null);
      checks.add(first);
      checks.answer(answered(first, true, "2026-03-02"));

      // When
      checks.lapse(ACCOUNT.number(), day("2026-03-06"));
      checks.add(second);
      checks.answer(answered(second, true, "2026-03-08"));

      // Then
      assertThat(checks.asOf(day("2026-03-05"))).isEqualTo(new Counts(1, 0, 0));
      assertThat(checks.asOf(day("2026-03-06"))).isEqualTo(new Counts(0, 0, 0));
      assertThat(checks.asOf(day("2026-03-08"))).isEqualTo(new Counts(1, 0, 0));
    }
  }

  @Test
  void applications_for_fleet_average_are_kept_with_their_answers() {
    try (var service = empty()) {
      // Given
      service.getBean(AccountBook.class).open(ACCOUNT);
      var fleets = service.getBean(FleetApplications.class);
      var first = fleetApplication("01A", null);
      var second = fleetApplication("01B", null);
      fleets.add(first);
      fleets.add(second);

      // When
      var approved =
          fleetApplication(
              "01A", new Approved(day("2026-03-05"), MIKE, "Solvent.", day("2027-01-01")));
      var declined = fleetApplication("01B", new Declined(day("2026-03-05"), MIKE, "Too late."));
      fleets.answer(approved);
      var open = fleets.open("", 5);
      fleets.answer(declined);

      // Then
      assertThat(open).containsExactly(second);
      assertThat(fleets.of(ACCOUNT.number())).containsExactly(approved, declined);
      assertThat(fleets.open(ACCOUNT.number())).isEmpty();
    }
  }

  private static FleetApplication fleetApplication(String id, @Nullable Answer answer) {
    return new FleetApplication(
        id,
        ACCOUNT.number(),
        new Declarations("Imports.", "None.", "No."),
        day("2026-03-01"),
        MIKE,
        answer);
  }

  private static AmlApplication answered(AmlApplication application, boolean verified, String on) {
    return new AmlApplication(
        application.id(),
        application.account(),
        application.appliedOn(),
        application.appliedBy(),
        new AmlApplication.Answer(verified, day(on), MIKE, "Looked at."));
  }

  private static AccountPerson mike(String number, Permission... permissions) {
    return new AccountPerson(new AccountNumber(number), MIKE, Set.of(permissions));
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  private ApplicationContext empty() {
    return database().service(Map.of("ccs.sample-accounts", false));
  }
}
