package nz.cleancar.account;

import static nz.cleancar.account.AccountOffice.AROHA;
import static nz.cleancar.account.AccountOffice.MIKE;
import static nz.cleancar.account.AccountOffice.OLIVE;
import static nz.cleancar.account.AccountOffice.codes;
import static nz.cleancar.account.AccountOffice.done;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import nz.cleancar.account.AccountDetails.Details;
import nz.cleancar.account.AccountEvent.What;
import nz.cleancar.notice.Notice;
import nz.cleancar.security.Person;
import nz.cleancar.security.PersonName;
import nz.cleancar.security.Role;
import nz.cleancar.standard.AccountStatus;
import nz.cleancar.standard.AutoAccept;
import nz.cleancar.standard.Scheme;
import nz.cleancar.standard.VehicleCondition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Opening, details, people and closing. */
class AccountLifeTest {

  private static final Holder HOLDER =
      new Holder(
          Holder.Kind.PERSON, "Olive Tane", "olive@tane.example", AccountOffice.OLIVE.name());

  private final AccountOffice office = AccountOffice.shipped();

  @ParameterizedTest
  @EnumSource(VehicleCondition.class)
  void an_account_opens_pay_as_you_go_and_its_opener_owns_it(VehicleCondition condition) {
    // When
    var account = done(office.opening().open(OLIVE, HOLDER, condition));

    // Then
    assertThat(account.schemeOn(office.today())).isEqualTo(Scheme.PAYG);
    assertThat(account.condition()).isEqualTo(condition);
    assertThat(account.statusOn(office.today())).isEqualTo(AccountStatus.ACTIVE);
    assertThat(account.autoAccept()).isEqualTo(new AutoAccept(false, false));
    assertThat(office.permissions(account.number(), OLIVE))
        .isEqualTo(EnumSet.allOf(Permission.class));
    assertThat(office.done(account.number())).containsExactly(What.OPENED);
  }

  @Test
  void every_account_has_a_number_of_its_own() {
    // When
    var first = done(office.opening().open(OLIVE, HOLDER, VehicleCondition.NEW));
    var second = done(office.opening().open(OLIVE, HOLDER, VehicleCondition.USED));

    // Then
    assertThat(first.number().value()).isEqualTo("CO2-200001");
    assertThat(second.number().value()).isEqualTo("CO2-200002");
  }

  @Test
  void only_importers_and_the_agency_open_accounts_and_the_agency_for_others() {
    // Given
    var certifier = new Person(new PersonName("carl"), Set.of(Role.CERTIFIER));

    // When
    var byCertifier = office.opening().open(certifier, HOLDER, VehicleCondition.NEW);
    var byAnother = office.opening().open(MIKE, HOLDER, VehicleCondition.NEW);
    var byAgency = office.opening().open(AROHA, HOLDER, VehicleCondition.NEW);

    // Then
    assertThat(codes(byCertifier)).containsExactly("not-an-importer");
    assertThat(codes(byAnother)).containsExactly("another-owner");
    assertThat(done(byAgency).holder().owner()).isEqualTo(OLIVE.name());
  }

  @ParameterizedTest
  @EnumSource(Permission.class)
  void each_permission_is_refused_to_who_has_all_the_others(Permission lacking) {
    // Given
    var others = EnumSet.complementOf(EnumSet.of(lacking));
    var number = office.account(MIKE, others.toArray(Permission[]::new));

    // When
    var refused = office.access().found(MIKE, number, lacking);

    // Then
    assertThat(codes(refused)).containsExactly("permission-missing");
    assertThat(others)
        .allSatisfy(
            other ->
                assertThat(done(office.access().found(MIKE, number, other)).number())
                    .isEqualTo(number));
  }

  @Test
  void the_agency_views_every_account_and_edits_none() {
    // Given
    var number = office.account();

    // When
    var viewed = office.access().found(AROHA, number, Permission.VIEW_ACCOUNT);
    var edited = office.details().change(AROHA, number, AccountLifeTest::switchedOn);

    // Then
    assertThat(done(viewed).number()).isEqualTo(number);
    assertThat(codes(edited)).containsExactly("permission-missing");
  }

  @Test
  void the_agency_closes_an_account_with_a_reason_and_its_holder_hears_of_it() {
    // Given
    var number = office.account();
    done(office.verification().apply(OLIVE, number));

    // When
    var unreasoned = office.closing().close(AROHA, number, false, "");
    var closed = office.closing().close(AROHA, number, false, "No longer needed (s 191).");

    // Then
    assertThat(codes(unreasoned)).containsExactly("reason-needed");
    assertThat(done(closed).closed()).contains(office.today());
    assertThat(office.checks().open(number)).isEmpty();
    assertThat(office.posted())
        .singleElement()
        .satisfies(
            notice -> {
              assertThat(notice.recipient()).isEqualTo("office@kiwi.example");
              assertThat(notice.text()).contains("closed", "No longer needed (s 191).");
            });
    assertThat(office.posted()).extracting(Notice::once).doesNotHaveDuplicates();
  }

  @Test
  void a_closed_account_can_only_be_looked_at() {
    // Given
    var number = office.account();
    done(office.closing().close(OLIVE, number, false, ""));

    // When
    var changed = office.details().change(OLIVE, number, AccountLifeTest::switchedOn);
    var granted =
        office.granting().grant(OLIVE, number, MIKE.name(), Set.of(Permission.VIEW_ACCOUNT));
    var closedAgain = office.closing().close(OLIVE, number, false, "");

    // Then
    assertThat(codes(changed)).containsExactly("account-closed");
    assertThat(codes(granted)).containsExactly("account-closed");
    assertThat(codes(closedAgain)).containsExactly("account-closed");
    assertThat(done(office.access().found(OLIVE, number, Permission.VIEW_ACCOUNT)).number())
        .isEqualTo(number);
  }

  private static Details switchedOn(Details was) {
    return new Details(was.name(), was.email(), new AutoAccept(true, false));
  }
}
