package nz.cleancar.ledger;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import nz.cleancar.account.InMemoryAccountBook;
import nz.cleancar.account.InMemoryAccountPeople;
import nz.cleancar.decision.Rulings;
import nz.cleancar.policy.CompiledPolicy;
import nz.cleancar.policy.Policies;
import nz.cleancar.policy.PolicyVersion;
import nz.cleancar.standard.NewZealand;
import nz.cleancar.testing.ShippedPolicy;
import nz.cleancar.work.AllOrNothing;
import nz.cleancar.work.Attempt;
import nz.cleancar.work.UniqueIds;

/** The ledger's services over a store in memory, a policy, and a clock that a test sets. */
public final class ATestLedger {

  private final SetClock clock = new SetClock();
  private final InMemoryLedgerStore store = new InMemoryLedgerStore();
  private final InMemoryAccountBook accounts;
  private final LedgerRules rules;
  private final Ledger ledger;
  private final Sheets sheets;

  private ATestLedger(CompiledPolicy policy) {
    var newZealand = new NewZealand(clock);
    accounts = new InMemoryAccountBook(new InMemoryAccountPeople(), newZealand);
    rules = new LedgerRules(new Rulings(new OnePolicy(policy)));
    ledger = new Ledger(store, rules, newZealand);
    sheets = new Sheets(accounts, ledger, rules, new CountedIds(), newZealand);
  }

  /** A ledger under the policy that is shipped. */
  public static ATestLedger shipped() {
    return new ATestLedger(Shipped.POLICY);
  }

  /** A ledger under the policy. */
  public static ATestLedger under(CompiledPolicy policy) {
    return new ATestLedger(policy);
  }

  /** It becomes about noon of the day in New Zealand. */
  public ATestLedger on(String day) {
    clock.now = LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant();
    return this;
  }

  public InMemoryLedgerStore store() {
    return store;
  }

  public InMemoryAccountBook accounts() {
    return accounts;
  }

  public Ledger ledger() {
    return ledger;
  }

  public Acceptances acceptances() {
    return new Acceptances(new AtOnce(), sheets, store, rules);
  }

  public Charges charges() {
    return new Charges(new AtOnce(), sheets, store);
  }

  public Credits credits() {
    return new Credits(new AtOnce(), sheets, store, rules);
  }

  public AccountMoney money() {
    return new AccountMoney(new AtOnce(), sheets, store);
  }

  public Fleets fleets() {
    return new Fleets(new AtOnce(), sheets, store);
  }

  private static final class Shipped {
    static final CompiledPolicy POLICY = ShippedPolicy.compiled();
  }

  /** Work that nothing can interrupt; it is refused before it changes anything. */
  private static final class AtOnce implements AllOrNothing {
    @Override
    public <T> T run(Supplier<T> work) {
      return work.get();
    }

    @Override
    public <T> Attempt<T> attempt(Supplier<Attempt<T>> work) {
      return work.get();
    }
  }

  private record OnePolicy(CompiledPolicy live) implements Policies {
    @Override
    public Optional<CompiledPolicy> version(PolicyVersion version) {
      return Optional.of(live).filter(policy -> policy.policy().version().equals(version));
    }

    @Override
    public Optional<CompiledPolicy> asKnownAt(Instant moment) {
      return Optional.of(live);
    }
  }

  private static final class CountedIds implements UniqueIds {
    private final AtomicLong count = new AtomicLong();

    @Override
    public String next(Instant moment) {
      return String.format(Locale.ROOT, "%026d", count.incrementAndGet());
    }
  }

  private static final class SetClock extends Clock {
    private Instant now = Instant.parse("2026-03-02T00:00:00Z");

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException("There is one zone.");
    }
  }
}
