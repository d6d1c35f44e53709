package nz.cleancar.ledger;

import io.micronaut.context.ApplicationContext;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import nz.cleancar.account.AccountBook;
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
  private final LedgerStore store;
  private final AllOrNothing work;
  private final AccountBook accounts;
  private final LedgerRules rules;
  private final Ledger ledger;
  private final Sheets sheets;

  private ATestLedger(Rulings rulings) {
    var newZealand = new NewZealand(clock);
    store = new InMemoryLedgerStore();
    work = new AtOnce();
    accounts = new InMemoryAccountBook(new InMemoryAccountPeople(), newZealand);
    rules = new LedgerRules(rulings);
    ledger = new Ledger(store, rules, newZealand);
    sheets = new Sheets(accounts, ledger, rules, new CountedIds(), newZealand);
  }

  private ATestLedger(ApplicationContext service) {
    var newZealand = new NewZealand(clock);
    store = service.getBean(LedgerStore.class);
    work = service.getBean(AllOrNothing.class);
    accounts = service.getBean(AccountBook.class);
    rules = new LedgerRules(Shipped.RULINGS);
    ledger = new Ledger(store, rules, newZealand);
    sheets = new Sheets(accounts, ledger, rules, service.getBean(UniqueIds.class), newZealand);
  }

  /** A ledger in memory, under the policy that is shipped. */
  public static ATestLedger shipped() {
    return new ATestLedger(Shipped.RULINGS);
  }

  /** A ledger in memory, under the policy. */
  public static ATestLedger under(CompiledPolicy policy) {
    return new ATestLedger(rulings(policy));
  }

  /** What the policy says, whichever is live. */
  public static Rulings rulings(CompiledPolicy policy) {
    return new Rulings(new OnePolicy(policy));
  }

  /** The ledger of a service, under the policy that is shipped. */
  public static ATestLedger of(ApplicationContext service) {
    return new ATestLedger(service);
  }

  /** It becomes about noon of the day in New Zealand. */
  public ATestLedger on(String day) {
    clock.now = LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant();
    return this;
  }

  public LedgerStore store() {
    return store;
  }

  /** All entries of a ledger in memory. */
  public List<Entry> entries() {
    return ((InMemoryLedgerStore) store).entries();
  }

  public AccountBook accounts() {
    return accounts;
  }

  public AllOrNothing work() {
    return work;
  }

  public LocalDate today() {
    return NewZealand.dayOf(clock.now);
  }

  public LedgerRules rules() {
    return rules;
  }

  public Ledger ledger() {
    return ledger;
  }

  public Acceptances acceptances() {
    return new Acceptances(work, sheets, store, rules);
  }

  public Charges charges() {
    return new Charges(work, sheets, store);
  }

  public Credits credits() {
    return new Credits(work, sheets, store, rules);
  }

  public AccountMoney money() {
    return new AccountMoney(work, sheets, store);
  }

  public Fleets fleets() {
    return new Fleets(work, sheets, store);
  }

  private static final class Shipped {
    static final Rulings RULINGS = new Rulings(new OnePolicy(ShippedPolicy.compiled()));
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
    private volatile Instant now = Instant.parse("2026-03-02T00:00:00Z");

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
      return this;
    }
  }
}
