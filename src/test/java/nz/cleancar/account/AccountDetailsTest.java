package nz.cleancar.account;

import static nz.cleancar.account.AccountOffice.AROHA;
import static nz.cleancar.account.AccountOffice.MIKE;
import static nz.cleancar.account.AccountOffice.OLIVE;
import static nz.cleancar.account.AccountOffice.codes;
import static nz.cleancar.account.AccountOffice.done;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import nz.cleancar.account.AccountDetails.Details;
import nz.cleancar.account.AccountEvent.What;
import nz.cleancar.notice.Notice;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.AutoAccept;
import nz.cleancar.testing.PolicyCopy;
import nz.cleancar.testing.ShippedPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What changes with the details of an account, and who hears of it. */
class AccountDetailsTest {

  private final AccountOffice office = AccountOffice.shipped();

  @TempDir private Path folder;

  @Test
  void details_change_for_whoever_may_edit_them_but_auto_accept_for_the_owner_alone() {
    // Given
    var number = office.account(MIKE, Permission.EDIT_DETAILS);

    // When
    var renamed =
        office
            .details()
            .change(MIKE, number, was -> new Details("Tui Cars", was.email(), was.autoAccept()));
    var switchedByMike = office.details().change(MIKE, number, AccountDetailsTest::switchedOn);
    var switchedByOlive = office.details().change(OLIVE, number, AccountDetailsTest::switchedOn);

    // Then
    assertThat(done(renamed).holder().name()).isEqualTo("Tui Cars");
    assertThat(codes(switchedByMike)).containsExactly("owner-only");
    assertThat(done(switchedByOlive).autoAccept()).isEqualTo(new AutoAccept(true, false));
    assertThat(office.events(number))
        .extracting(AccountEvent::detail)
        .containsExactly(
            "Name: Tui Cars, was Kiwi Imports.", "Auto-accept at or below target: on, was off.");
  }

  @Test
  void a_change_that_changes_nothing_is_no_event() {
    // Given
    var number = office.account();

    // When
    var unchanged = office.details().change(OLIVE, number, was -> was);

    // Then
    assertThat(done(unchanged)).isEqualTo(office.find(number));
    assertThat(office.events(number)).isEmpty();
  }

  @Test
  void another_name_must_be_verified_again() {
    // Given
    var number = verified(office);

    // When
    var renamed = office.details().change(OLIVE, number, AccountDetailsTest::renamed);

    // Then
    assertThat(done(renamed).verified()).isEmpty();
    assertThat(office.find(number).verified()).isEmpty();
    assertThat(office.checks().lapsed(number)).contains(office.today());
    assertThat(office.done(number))
        .endsWith(What.VERIFIED, What.DETAILS_CHANGED, What.VERIFICATION_LAPSED);
    assertThat(office.posted().getLast().text())
        .contains("verification lapsed", "apply for verification again");
    assertThat(done(office.verification().apply(OLIVE, number)).answered()).isEmpty();
  }

  @Test
  void another_address_and_other_switches_leave_an_account_verified() {
    // Given
    var number = verified(office);

    // When
    done(office.details().change(OLIVE, number, AccountDetailsTest::switchedOn));
    var readdressed = office.details().change(OLIVE, number, AccountDetailsTest::readdressed);

    // Then
    assertThat(done(readdressed).verified()).contains(office.today());
    assertThat(office.checks().lapsed(number)).isEmpty();
  }

  @Test
  void which_detail_ends_the_verification_is_a_cell() {
    // Given
    var copy = PolicyCopy.of(ShippedPolicy.FOLDER, folder);
    copy.table("details-change").change("B9", "no");
    copy.table("details-change").change("B10", "yes");
    var changed = AccountOffice.under(ShippedPolicy.compiled(folder));
    var first = verified(changed);
    var second = verified(changed);

    // When
    var renamed = changed.details().change(OLIVE, first, AccountDetailsTest::renamed);
    var readdressed = changed.details().change(OLIVE, second, AccountDetailsTest::readdressed);

    // Then
    assertThat(done(renamed).verified()).isPresent();
    assertThat(done(readdressed).verified()).isEmpty();
  }

  @Test
  void another_address_is_told_to_the_former_one_and_to_the_new_one() {
    // Given
    var number = office.account();

    // When
    done(office.details().change(OLIVE, number, AccountDetailsTest::readdressed));

    // Then
    assertThat(office.posted())
        .extracting(Notice::recipient)
        .containsExactly("office@kiwi.example", "new@kiwi.example");
    assertThat(office.posted())
        .allSatisfy(
            notice ->
                assertThat(notice.text())
                    .contains("E-mail: new@kiwi.example, was office@kiwi.example."));
    assertThat(office.posted()).extracting(Notice::once).doesNotHaveDuplicates();
  }

  private static AccountNumber verified(AccountOffice office) {
    var number = office.account();
    done(office.verification().apply(OLIVE, number));
    done(office.verification().answer(AROHA, number, true, "Documents seen."));
    return number;
  }

  private static Details renamed(Details was) {
    return new Details("Tui Cars", was.email(), was.autoAccept());
  }

  private static Details readdressed(Details was) {
    return new Details(was.name(), "new@kiwi.example", was.autoAccept());
  }

  private static Details switchedOn(Details was) {
    return new Details(was.name(), was.email(), new AutoAccept(true, false));
  }
}
