package nz.cleancar.account.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import nz.cleancar.account.ATestAccount;
import nz.cleancar.account.Account;
import nz.cleancar.account.AccountBook;
import nz.cleancar.account.AccountBook.Opening.NumberTaken;
import nz.cleancar.account.AccountBook.Opening.Opened;
import nz.cleancar.account.SampleAccounts;
import nz.cleancar.database.TestDatabase;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.AutoAccept;
import nz.cleancar.standard.Scheme;
import nz.cleancar.standard.VehicleCondition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a book of accounts does, whichever database it is in. */
abstract class AccountBookContract {

  private static final Account ACCOUNT =
      ATestAccount.of(
          "CO2-300001", VehicleCondition.NEW, Scheme.FLEET_AVERAGE, new AutoAccept(false, true));

  abstract TestDatabase database();

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
}
