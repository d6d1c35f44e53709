package nz.cleancar.account;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import nz.cleancar.account.AccountBook.Opening.NumberTaken;
import nz.cleancar.account.AccountBook.Opening.Opened;
import nz.cleancar.security.PersonName;
import nz.cleancar.standard.AccountFacts;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.NewZealand;

/** Accounts that are forgotten when the test ends; nothing is locked. */
public final class InMemoryAccountBook implements AccountBook {

  private final Map<String, Account> accounts = new TreeMap<>();
  private final AtomicInteger last = new AtomicInteger(200_000);
  private final InMemoryAccountPeople people;
  private final NewZealand clock;

  /** An empty book, whose accounts these people may view. */
  public InMemoryAccountBook(InMemoryAccountPeople people, NewZealand clock) {
    this.people = people;
    this.clock = clock;
  }

  @Override
  public AccountNumber nextNumber() {
    return new AccountNumber("CO2-" + last.incrementAndGet());
  }

  @Override
  public Opening open(Account account) {
    return accounts.putIfAbsent(account.number().value(), account) == null
        ? new Opened(account)
        : new NumberTaken(account.number());
  }

  @Override
  public Optional<Account> find(AccountNumber number) {
    return Optional.ofNullable(accounts.get(number.value()));
  }

  @Override
  public Optional<Account> lock(AccountNumber number) {
    return find(number);
  }

  @Override
  public void keep(Account account) {
    if (accounts.replace(account.number().value(), account) == null) {
      throw new IllegalStateException("Account " + account.number() + " was never opened.");
    }
  }

  @Override
  public List<Account> after(String number, int most) {
    return accounts.values().stream()
        .filter(each -> each.number().value().compareTo(number) > 0)
        .limit(most)
        .toList();
  }

  @Override
  public List<Account> viewedBy(PersonName person, String afterNumber, int most) {
    return after(afterNumber, Integer.MAX_VALUE).stream()
        .filter(each -> people.permissions(each.number(), person).contains(Permission.VIEW_ACCOUNT))
        .limit(most)
        .toList();
  }

  @Override
  public boolean isEmpty() {
    return accounts.isEmpty();
  }

  @Override
  public Optional<AccountFacts> facts(AccountNumber number) {
    return find(number).map(account -> account.factsOn(clock.today()));
  }
}
