package nz.cleancar.account;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import nz.cleancar.account.AccountEvent.What;
import nz.cleancar.account.AccountPeople.AccountPerson;
import nz.cleancar.decision.Rulings;
import nz.cleancar.notice.Notice;
import nz.cleancar.notice.Outbox;
import nz.cleancar.notice.PostedNotice;
import nz.cleancar.policy.CompiledPolicy;
import nz.cleancar.policy.Policies;
import nz.cleancar.policy.PolicyVersion;
import nz.cleancar.security.Person;
import nz.cleancar.security.PersonName;
import nz.cleancar.security.Role;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.Grams;
import nz.cleancar.standard.Money;
import nz.cleancar.standard.NewZealand;
import nz.cleancar.testing.ShippedPolicy;
import nz.cleancar.work.AllOrNothing;
import nz.cleancar.work.Attempt;
import nz.cleancar.work.Refusal;
import org.assertj.core.api.Assertions;

/** The accounts' services over memory, a policy, a clock that a test sets, and known holdings. */
final class AccountOffice {

  static final Person OLIVE = new Person(ATestAccount.OWNER, Set.of(Role.IMPORTER));
  static final Person MIKE = new Person(new PersonName("mike"), Set.of(Role.IMPORTER));
  static final Person AROHA = new Person(new PersonName("aroha"), Set.of(Role.AGENCY));

  private final SetClock clock = new SetClock();
  private final NewZealand newZealand = new NewZealand(clock);
  private final InMemoryAccountPeople people = new InMemoryAccountPeople();
  private final InMemoryAccountBook book = new InMemoryAccountBook(people, newZealand);
  private final InMemoryAccountEvents events = new InMemoryAccountEvents();
  private final InMemoryFleetApplications fleets = new InMemoryFleetApplications();
  private final InMemoryAmlApplications checks = new InMemoryAmlApplications();
  private final Posted posted = new Posted();
  private final AtomicInteger ids = new AtomicInteger();
  private final KnownHoldings holdings = new KnownHoldings();
  private final Known openPayments = new Known("paymentsOpen");
  private final Known waitingVehicles = new Known("vehiclesWaiting");
  private final Rulings rulings;
  private final AccountWork work;

  private AccountOffice(CompiledPolicy policy) {
    rulings = new Rulings(new OnePolicy(policy));
    work =
        new AccountWork(
            new AtOnce(),
            new Access(book, people),
            book,
            new AccountRules(rulings),
            events,
            posted,
            newZealand);
    on("2026-03-02");
  }

  /** An office under the policy that is shipped. */
  static AccountOffice shipped() {
    return new AccountOffice(Shipped.POLICY);
  }

  /** An office under the policy. */
  static AccountOffice under(CompiledPolicy policy) {
    return new AccountOffice(policy);
  }

  /** It becomes about noon of the day in New Zealand. */
  AccountOffice on(String day) {
    clock.now = LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant();
    return this;
  }

  LocalDate today() {
    return newZealand.today();
  }

  AccountOpening opening() {
    return new AccountOpening(new AtOnce(), book, people, work);
  }

  AccountDetails details() {
    return new AccountDetails(work, checks, rulings);
  }

  Granting granting() {
    return new Granting(work, people);
  }

  FleetAverage fleetAverage() {
    return new FleetAverage(work, fleets, _ -> "F" + ids.incrementAndGet(), newZealand);
  }

  AmlVerification verification() {
    return new AmlVerification(work, checks, _ -> "A" + ids.incrementAndGet(), newZealand);
  }

  Suspending suspending() {
    return new Suspending(work, rulings);
  }

  Closing closing() {
    return new Closing(
        work, holdings, List.of(openPayments, waitingVehicles), rulings, checks, fleets);
  }

  Access access() {
    return new Access(book, people);
  }

  AccountRules rules() {
    return new AccountRules(rulings);
  }

  InMemoryAmlApplications checks() {
    return checks;
  }

  /** An account of Olive's, pay as you go for used vehicles, in which others may do this. */
  AccountNumber account(Person other, Permission... permissions) {
    var account = account();
    people.put(new AccountPerson(account, other.name(), Set.of(permissions)));
    return account;
  }

  /** An account of Olive's, pay as you go for used vehicles. */
  AccountNumber account() {
    var account = ATestAccount.payAsYouGo(book.nextNumber().value());
    book.open(account);
    people.put(
        new AccountPerson(account.number(), ATestAccount.OWNER, EnumSet.allOf(Permission.class)));
    return account.number();
  }

  Account find(AccountNumber number) {
    return book.find(number).orElseThrow();
  }

  Set<Permission> permissions(AccountNumber number, Person person) {
    return people.permissions(number, person.name());
  }

  List<What> done(AccountNumber number) {
    return events.of(number, 0, 1_000).stream().map(AccountEvent::what).toList();
  }

  List<AccountEvent> events(AccountNumber number) {
    return events.of(number, 0, 1_000);
  }

  List<Notice> posted() {
    return posted.notices;
  }

  KnownHoldings holdings() {
    return holdings;
  }

  Known openPayments() {
    return openPayments;
  }

  Known waitingVehicles() {
    return waitingVehicles;
  }

  /** The codes of a refusal; the test fails where it was done. */
  static List<String> codes(Attempt<?> attempt) {
    return switch (attempt) {
      case Attempt.Done<?>(var done) -> Assertions.fail("Was done: " + done);
      case Attempt.Refused<?>(var why) -> why.stream().map(Refusal::code).toList();
    };
  }

  /** What was done; the test fails where it was refused. */
  static <T> T done(Attempt<T> attempt) {
    return switch (attempt) {
      case Attempt.Done<T>(T done) -> done;
      case Attempt.Refused<T>(var why) -> Assertions.fail("Refused: " + why);
    };
  }

  private static final class Shipped {
    static final CompiledPolicy POLICY = ShippedPolicy.compiled();
  }

  /** What every account holds. */
  static final class KnownHoldings implements Holdings {
    static final Left NOTHING = new Left(Money.ZERO, Grams.ZERO, Money.ZERO, new TreeSet<>());

    Left left = NOTHING;
    Grams expired = Grams.ZERO;

    @Override
    public Left left(AccountNumber account) {
      return left;
    }

    @Override
    public void endExpiredCredits(AccountNumber account, LocalDate day) {
      expired = Grams.ZERO;
    }

    @Override
    public void giveUpCredits(AccountNumber account, LocalDate day) {
      left = new Left(left.owed(), Grams.ZERO, left.money(), left.fleets());
    }
  }

  /** What is under way in every account. */
  static final class Known implements UnderWay {
    private final String fact;
    boolean isThere;

    private Known(String fact) {
      this.fact = fact;
    }

    @Override
    public String fact() {
      return fact;
    }

    @Override
    public boolean isIn(AccountNumber account) {
      return isThere;
    }
  }

  private static final class Posted implements Outbox {
    private final List<Notice> notices = new ArrayList<>();

    @Override
    public boolean post(Notice notice) {
      return notices.add(notice);
    }

    @Override
    public List<PostedNotice> toHolderOf(AccountNumber account, Page page) {
      return List.of();
    }

    @Override
    public List<PostedNotice> in(PostedNotice.State state, Page page) {
      return List.of();
    }

    @Override
    public List<PostedNotice> all(Page page) {
      return List.of();
    }
  }

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

  private static final class SetClock extends Clock {
    private Instant now = Instant.EPOCH;

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
