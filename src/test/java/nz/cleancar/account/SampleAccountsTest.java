package nz.cleancar.account;

import static org.assertj.core.api.Assertions.assertThat;

import nz.cleancar.standard.AccountFacts;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.AccountStatus;
import nz.cleancar.standard.AutoAccept;
import nz.cleancar.standard.Scheme;
import nz.cleancar.standard.VehicleCondition;
import org.junit.jupiter.api.Test;

class SampleAccountsTest {

  private final SampleAccounts accounts = SampleAccounts.shipped();

  @Test
  void the_first_account_is_as_other_systems_expect_it() {
    // Given
    var number = new AccountNumber("CO2-100001");

    // When
    var facts = accounts.facts(number);

    // Then
    assertThat(facts)
        .contains(
            new AccountFacts(
                number,
                VehicleCondition.USED,
                Scheme.PAYG,
                AccountStatus.ACTIVE,
                new AutoAccept(true, false)));
  }

  @Test
  void there_is_an_account_of_every_kind() {
    // When
    var all =
        accounts.all().stream()
            .map(account -> accounts.facts(account.number()).orElseThrow())
            .toList();

    // Then
    assertThat(all).extracting(AccountFacts::condition).contains(VehicleCondition.values());
    assertThat(all).extracting(AccountFacts::scheme).contains(Scheme.values());
    assertThat(all).extracting(AccountFacts::status).contains(AccountStatus.values());
    assertThat(all).extracting(AccountFacts::number).doesNotHaveDuplicates();
  }

  @Test
  void an_unknown_number_finds_nothing() {
    // When
    var facts = accounts.facts(new AccountNumber("CO2-1"));

    // Then
    assertThat(facts).isEmpty();
  }
}
