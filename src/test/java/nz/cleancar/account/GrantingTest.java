package nz.cleancar.account;

import static nz.cleancar.account.AccountOffice.AROHA;
import static nz.cleancar.account.AccountOffice.MIKE;
import static nz.cleancar.account.AccountOffice.OLIVE;
import static nz.cleancar.account.AccountOffice.codes;
import static nz.cleancar.account.AccountOffice.done;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import nz.cleancar.account.AccountEvent.What;
import nz.cleancar.security.PersonName;
import org.junit.jupiter.api.Test;

/** The people of an account: who gives and takes permissions, and who hears of it. */
class GrantingTest {

  private static final PersonName NINA = new PersonName("nina");

  private final AccountOffice office = AccountOffice.shipped();

  @Test
  void whoever_may_grant_gives_and_takes_permissions_and_the_owner_keeps_all() {
    // Given
    var number = office.account(MIKE, Permission.GRANT_PERMISSIONS, Permission.VIEW_ACCOUNT);

    // When
    var granted = office.granting().grant(MIKE, number, NINA, Set.of(Permission.VIEW_ACCOUNT));
    var replaced = office.granting().grant(OLIVE, number, NINA, Set.of(Permission.ACCEPT_VEHICLES));
    var fromOwner =
        office.granting().grant(MIKE, number, OLIVE.name(), Set.of(Permission.VIEW_ACCOUNT));
    var removedOwner = office.granting().remove(MIKE, number, OLIVE.name());
    var toSelf =
        office.granting().grant(MIKE, number, MIKE.name(), Set.of(Permission.EDIT_DETAILS));
    var nothing = office.granting().grant(MIKE, number, NINA, Set.of());

    // Then
    assertThat(done(granted).permissions()).containsExactly(Permission.VIEW_ACCOUNT);
    assertThat(done(replaced).permissions()).containsExactly(Permission.ACCEPT_VEHICLES);
    assertThat(codes(fromOwner)).containsExactly("owner-keeps-all");
    assertThat(codes(removedOwner)).containsExactly("owner-keeps-all");
    assertThat(codes(toSelf)).containsExactly("own-permissions");
    assertThat(codes(nothing)).containsExactly("no-permission");
    assertThat(office.permissions(number, OLIVE)).isEqualTo(EnumSet.allOf(Permission.class));
  }

  @Test
  void a_person_who_is_removed_knows_nothing_of_the_account() {
    // Given
    var number = office.account(MIKE, Permission.VIEW_ACCOUNT);
    var before = office.access().found(MIKE, number, Permission.VIEW_ACCOUNT);

    // When
    var removed = office.granting().remove(OLIVE, number, MIKE.name());
    var again = office.granting().remove(OLIVE, number, MIKE.name());

    // Then
    assertThat(done(before).number()).isEqualTo(number);
    assertThat(done(removed).permissions()).isEmpty();
    assertThat(codes(office.access().found(MIKE, number, Permission.VIEW_ACCOUNT)))
        .containsExactly("no-such-account");
    assertThat(codes(again)).containsExactly("no-such-person");
  }

  @Test
  void nobody_but_the_owner_and_the_agency_gives_what_they_lack() {
    // Given
    var number = office.account(MIKE, Permission.GRANT_PERMISSIONS, Permission.VIEW_ACCOUNT);
    var all = EnumSet.allOf(Permission.class);

    // When
    var byMike =
        office
            .granting()
            .grant(MIKE, number, NINA, Set.of(Permission.VIEW_ACCOUNT, Permission.EDIT_DETAILS));
    var byOlive = office.granting().grant(OLIVE, number, NINA, all);
    var byAroha = office.granting().grant(AROHA, number, new PersonName("tui"), all);

    // Then
    assertThat(codes(byMike)).containsExactly("grants-beyond-own");
    assertThat(byMike.toString()).contains("mike lacks EDIT_DETAILS");
    assertThat(done(byOlive).permissions()).isEqualTo(all);
    assertThat(done(byAroha).permissions()).isEqualTo(all);
  }

  @Test
  void what_a_person_had_before_may_stay_whoever_grants() {
    // Given
    var number = office.account(MIKE, Permission.GRANT_PERMISSIONS, Permission.VIEW_ACCOUNT);
    done(office.granting().grant(OLIVE, number, NINA, Set.of(Permission.TRANSFER_CREDITS)));

    // When
    var granted =
        office
            .granting()
            .grant(
                MIKE, number, NINA, Set.of(Permission.TRANSFER_CREDITS, Permission.VIEW_ACCOUNT));

    // Then
    assertThat(done(granted).permissions()).hasSize(2);
  }

  @Test
  void the_holder_hears_of_who_may_use_the_account_and_of_who_no_longer_may() {
    // Given
    var number = office.account();

    // When
    done(office.granting().grant(OLIVE, number, NINA, Set.of(Permission.VIEW_ACCOUNT)));
    done(office.granting().remove(OLIVE, number, NINA));

    // Then
    assertThat(office.posted())
        .extracting(notice -> notice.recipient() + ": " + notice.text())
        .containsExactly(
            "office@kiwi.example: CO2 account %s, Kiwi Imports: permissions granted.\n\nnina: VIEW_ACCOUNT."
                .formatted(number),
            "office@kiwi.example: CO2 account %s, Kiwi Imports: person removed.\n\nnina."
                .formatted(number));
  }

  @Test
  void a_grant_that_changes_nothing_is_answered_as_it_stands_and_told_to_nobody() {
    // Given
    var number = office.account();
    var viewing = Set.of(Permission.VIEW_ACCOUNT);
    done(office.granting().grant(OLIVE, number, NINA, viewing));

    // When
    var again = office.granting().grant(OLIVE, number, NINA, viewing);

    // Then
    assertThat(done(again).permissions()).isEqualTo(viewing);
    assertThat(office.done(number)).containsExactly(What.PERMISSIONS_GRANTED);
    assertThat(office.posted()).hasSize(1);
  }
}
