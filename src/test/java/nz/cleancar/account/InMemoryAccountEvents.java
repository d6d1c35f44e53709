package nz.cleancar.account;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nz.cleancar.standard.AccountNumber;

/** What was done with accounts, forgotten when the test ends. */
public final class InMemoryAccountEvents implements AccountEvents {

  private final List<AccountEvent> events = new ArrayList<>();

  @Override
  public long append(AccountNumber account, Done done, Instant at) {
    long number = of(account, 0, Integer.MAX_VALUE).size() + 1L;
    events.add(
        new AccountEvent(
            account, number, done.what(), done.detail(), done.by(), at, done.reason()));
    return number;
  }

  @Override
  public List<AccountEvent> of(AccountNumber account, long after, int most) {
    return events.stream()
        .filter(each -> each.account().equals(account) && each.number() > after)
        .limit(most)
        .toList();
  }
}
