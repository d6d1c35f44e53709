package nz.cleancar.account.store;

import io.micronaut.context.annotation.Property;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.Optional;
import nz.cleancar.account.Account;
import nz.cleancar.account.AccountBook;
import nz.cleancar.account.AccountPeople;
import nz.cleancar.account.AccountPeople.AccountPerson;
import nz.cleancar.account.Permission;
import nz.cleancar.account.SampleAccounts;
import org.jspecify.annotations.Nullable;

/**
 * Opens the sample accounts at the start where there is no account: in the embedded database unless
 * {@code ccs.sample-accounts} says no, elsewhere only where it says yes.
 */
@Singleton
final class SampleAccountsAtStart {

  private final AccountBook accounts;
  private final AccountPeople people;
  private final boolean wanted;

  SampleAccountsAtStart(
      AccountBook accounts,
      AccountPeople people,
      @Property(name = "datasources.default.url") String url,
      @Nullable @Property(name = "ccs.sample-accounts") Boolean wanted) {
    this.accounts = accounts;
    this.people = people;
    this.wanted = Optional.ofNullable(wanted).orElseGet(() -> url.startsWith("jdbc:h2:"));
  }

  @EventListener
  void open(StartupEvent started) {
    if (wanted && accounts.isEmpty()) {
      SampleAccounts.shipped().all().forEach(this::open);
    }
  }

  private void open(Account account) {
    accounts.open(account);
    people.put(
        new AccountPerson(
            account.number(), account.holder().owner(), EnumSet.allOf(Permission.class)));
  }
}
