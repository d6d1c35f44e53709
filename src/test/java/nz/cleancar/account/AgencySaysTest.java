package nz.cleancar.account;

import static nz.cleancar.account.AccountOffice.AROHA;
import static nz.cleancar.account.AccountOffice.OLIVE;
import static nz.cleancar.account.AccountOffice.codes;
import static nz.cleancar.account.AccountOffice.done;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import nz.cleancar.account.AccountEvent.What;
import nz.cleancar.account.FleetApplication.Declarations;
import nz.cleancar.account.FleetAverage.Asked;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.AccountStatus;
import nz.cleancar.standard.Scheme;
import nz.cleancar.work.Attempt;
import org.junit.jupiter.api.Test;

/** Fleet average, verification and suspension: what the agency says, and what follows. */
class AgencySaysTest {

  private static final Declarations DECLARED =
      new Declarations("Imports since 1998.", "None.", "No proceedings.");
  private static final String WHY = "For a test.";

  private final AccountOffice office = AccountOffice.shipped();
  private final AccountNumber number = office.account();

  @Test
  void an_approved_application_changes_the_scheme_from_its_first_day() {
    // Given
    var application = done(office.fleetAverage().apply(OLIVE, number, DECLARED));

    // When
    var approved =
        office
            .fleetAverage()
            .approve(AROHA, new Asked(number, application.id()), day("2027-01-01"), WHY);

    // Then
    assertThat(done(approved).answered()).isPresent();
    var account = office.find(number);
    assertThat(account.schemeOn(day("2026-12-31"))).isEqualTo(Scheme.PAYG);
    assertThat(account.schemeOn(day("2027-01-01"))).isEqualTo(Scheme.FLEET_AVERAGE);
    assertThat(office.done(number))
        .containsExactly(What.FLEET_AVERAGE_APPLIED_FOR, What.FLEET_AVERAGE_APPROVED);
    assertThat(codes(office.fleetAverage().apply(OLIVE, number, DECLARED)))
        .containsExactly("already-fleet-average");
  }

  @Test
  void a_declined_application_changes_nothing_and_another_may_follow() {
    // Given
    var application = done(office.fleetAverage().apply(OLIVE, number, DECLARED));
    var meanwhile = office.fleetAverage().apply(OLIVE, number, DECLARED);
    var asked = new Asked(number, application.id());

    // When
    done(office.fleetAverage().decline(AROHA, asked, WHY));

    // Then
    assertThat(codes(meanwhile)).containsExactly("application-pending");
    assertThat(office.find(number).schemeOn(day("2099-01-01"))).isEqualTo(Scheme.PAYG);
    assertThat(codes(office.fleetAverage().approve(AROHA, asked, office.today(), WHY)))
        .containsExactly("application-answered");
    assertThat(done(office.fleetAverage().apply(OLIVE, number, DECLARED)).answered()).isEmpty();
  }

  @Test
  void an_approval_is_the_agencys_begins_today_or_later_and_is_revoked_by_it() {
    // Given
    var application = done(office.fleetAverage().apply(OLIVE, number, DECLARED));
    var asked = new Asked(number, application.id());

    // When
    var byOwner = office.fleetAverage().approve(OLIVE, asked, office.today(), WHY);
    var yesterday = office.fleetAverage().approve(AROHA, asked, office.today().minusDays(1), WHY);
    var elsewhere =
        office.fleetAverage().approve(AROHA, new Asked(number, "F9"), office.today(), WHY);
    done(office.fleetAverage().approve(AROHA, asked, office.today(), WHY));
    var revoked = office.fleetAverage().revoke(AROHA, number, day("2026-07-01"), WHY);

    // Then
    assertThat(codes(byOwner)).containsExactly("agency-only");
    assertThat(codes(yesterday)).containsExactly("first-day-past");
    assertThat(codes(elsewhere)).containsExactly("no-such-application");
    assertThat(done(revoked).schemeOn(day("2026-06-30"))).isEqualTo(Scheme.FLEET_AVERAGE);
    assertThat(done(revoked).schemeOn(day("2026-07-01"))).isEqualTo(Scheme.PAYG);
    assertThat(codes(office.fleetAverage().revoke(AROHA, number, day("2026-08-01"), WHY)))
        .containsExactly("not-fleet-average");
  }

  @Test
  void verification_is_applied_for_and_given_or_declined_by_the_agency() {
    // Given
    var unasked = office.verification().answer(AROHA, number, true, WHY);
    done(office.verification().apply(OLIVE, number));
    var twice = office.verification().apply(OLIVE, number);

    // When
    done(office.verification().answer(AROHA, number, false, "A document is missing."));
    var declined = office.find(number).verified();
    done(office.verification().apply(OLIVE, number));
    var byOwner = office.verification().answer(OLIVE, number, true, WHY);
    done(office.verification().answer(AROHA, number, true, WHY));

    // Then
    assertThat(codes(unasked)).containsExactly("no-application");
    assertThat(codes(twice)).containsExactly("application-pending");
    assertThat(declined).isEmpty();
    assertThat(codes(byOwner)).containsExactly("agency-only");
    assertThat(office.find(number).verified()).contains(office.today());
    assertThat(codes(office.verification().apply(OLIVE, number)))
        .containsExactly("already-verified");
    assertThat(office.events(number))
        .extracting(AccountEvent::what)
        .containsExactly(
            What.VERIFICATION_APPLIED_FOR,
            What.VERIFICATION_DECLINED,
            What.VERIFICATION_APPLIED_FOR,
            What.VERIFIED);
  }

  @Test
  void a_suspension_covers_its_first_and_last_day_and_ends_by_itself() {
    // When
    done(suspend("NON_COMPLIANCE", "2026-02-20", "2026-03-10", "2026-03-20"));

    // Then
    var account = office.find(number);
    assertThat(account.statusOn(day("2026-03-09"))).isEqualTo(AccountStatus.ACTIVE);
    assertThat(account.statusOn(day("2026-03-10"))).isEqualTo(AccountStatus.SUSPENDED);
    assertThat(account.statusOn(day("2026-03-20"))).isEqualTo(AccountStatus.SUSPENDED);
    assertThat(account.statusOn(day("2026-03-21"))).isEqualTo(AccountStatus.ACTIVE);
  }

  @Test
  void a_suspension_needs_notice_for_non_compliance_and_none_for_a_conviction() {
    // When
    var unnoticed = suspend("NON_COMPLIANCE", "2026-03-10", "2026-03-10", "2026-03-20");
    var toBeNoticed = suspend("NON_COMPLIANCE", "2026-03-05", "2026-03-10", "2026-03-20");
    var convicted = suspend("CONVICTION", "2026-03-10", "2026-03-10", "2026-03-20");

    // Then
    assertThat(codes(unnoticed)).containsExactly("notice-needed");
    assertThat(codes(toBeNoticed)).containsExactly("notice-needed");
    assertThat(done(convicted).suspensions()).hasSize(1);
  }

  @Test
  void a_suspension_lasts_five_years_at_most_and_begins_today_or_later() {
    // When
    var tooLong = suspend("CONVICTION", "2026-03-02", "2026-03-02", "2031-03-02");
    var past = suspend("CONVICTION", "2026-03-01", "2026-03-01", "2026-03-20");
    var longest = suspend("CONVICTION", "2026-03-02", "2026-03-02", "2031-03-01");

    // Then
    assertThat(codes(tooLong)).containsExactly("suspension-too-long");
    assertThat(codes(past)).containsExactly("first-day-past");
    assertThat(done(longest).statusOn(office.today())).isEqualTo(AccountStatus.SUSPENDED);
  }

  @Test
  void one_suspension_does_not_run_into_another() {
    // Given
    done(suspend("CONVICTION", "2026-03-10", "2026-03-10", "2026-03-20"));

    // When
    var begunWithin = suspend("CONVICTION", "2026-03-20", "2026-03-20", "2026-04-20");
    var endedWithin = suspend("CONVICTION", "2026-03-02", "2026-03-02", "2026-03-10");
    var after = suspend("CONVICTION", "2026-03-21", "2026-03-21", "2026-04-20");

    // Then
    assertThat(codes(begunWithin)).containsExactly("already-suspended");
    assertThat(codes(endedWithin)).containsExactly("already-suspended");
    assertThat(done(after).suspensions()).hasSize(2);
  }

  @Test
  void the_agency_lifts_a_suspension_and_its_history_stays() {
    // Given
    done(suspend("CONVICTION", "2026-03-02", "2026-03-02", "2027-03-01"));
    office.on("2026-05-05");

    // When
    var lifted = office.suspending().lift(AROHA, number, WHY);

    // Then
    assertThat(done(lifted).statusOn(day("2026-05-04"))).isEqualTo(AccountStatus.SUSPENDED);
    assertThat(done(lifted).statusOn(day("2026-05-05"))).isEqualTo(AccountStatus.ACTIVE);
    assertThat(done(lifted).suspensions().getFirst().to()).isEqualTo(day("2027-03-01"));
    assertThat(codes(office.suspending().lift(AROHA, number, WHY)))
        .containsExactly("not-suspended");
    assertThat(codes(office.suspending().lift(OLIVE, number, WHY))).containsExactly("agency-only");
  }

  @Test
  void a_suspended_account_neither_closes_nor_applies_for_fleet_average() {
    // Given
    var application = done(office.fleetAverage().apply(OLIVE, number, DECLARED));
    done(suspend("CONVICTION", "2026-03-02", "2026-03-02", "2026-03-20"));

    // When
    var closed = office.closing().close(OLIVE, number, false, "");
    var approved =
        office
            .fleetAverage()
            .approve(AROHA, new Asked(number, application.id()), office.today(), WHY);

    // Then
    assertThat(codes(closed)).containsExactly("account-suspended");
    assertThat(codes(approved)).containsExactly("account-suspended");
    assertThat(done(office.details().change(OLIVE, number, was -> was)).number()).isEqualTo(number);
  }

  private Attempt<Account> suspend(String ground, String noticeGivenOn, String from, String to) {
    return office
        .suspending()
        .suspend(
            AROHA, number, new Suspension(ground, day(noticeGivenOn), day(from), day(to)), WHY);
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }
}
