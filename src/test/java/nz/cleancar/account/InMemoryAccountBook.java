package nz.cleancar.account;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import nz.cleancar.account.AccountBook.Opening.NumberTaken;
import nz.cleancar.account.AccountBook.Opening.Opened;
import nz.cleancar.standard.AccountFacts;
import nz.cleancar.standard.AccountNumber;

/** Accounts that are forgotten when the test ends. */
public final class InMemoryAccountBook implements AccountBook {

  private final Map<AccountNumber, AccountFacts> accounts = new ConcurrentHashMap<>();

  /** A book of these accounts. */
  public static InMemoryAccountBook of(List<AccountFacts> accounts) {
    var book = new InMemoryAccountBook();
    accounts.forEach(book::open);
    return book;
  }

  @Override
  public Opening open(AccountFacts account) {
    return accounts.putIfAbsent(account.number(), account) == null
        ? new Opened(account)
        : new NumberTaken(account.number());
  }

  @Override
  public boolean isEmpty() {
    return accounts.isEmpty();
  }

  @Override
  public Optional<AccountFacts> facts(AccountNumber number) {
    return Optional.ofNullable(accounts.get(number));
  }
}
