package nz.cleancar.bench;

import static nz.cleancar.ledger.Done.done;

import io.micronaut.context.ApplicationContext;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import nz.cleancar.account.Account;
import nz.cleancar.account.AccountBook;
import nz.cleancar.account.AccountDetails;
import nz.cleancar.account.AccountDetails.Details;
import nz.cleancar.account.AccountOpening;
import nz.cleancar.account.Holder;
import nz.cleancar.database.TestDatabase;
import nz.cleancar.security.Person;
import nz.cleancar.security.PersonName;
import nz.cleancar.security.Role;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.AutoAccept;
import nz.cleancar.standard.Co2;
import nz.cleancar.standard.Grams;
import nz.cleancar.standard.TestCycle;
import nz.cleancar.standard.VehicleClass;
import nz.cleancar.standard.VehicleCondition;
import nz.cleancar.standard.Vin;
import nz.cleancar.statement.Dashboards;
import nz.cleancar.testing.RunningService;
import nz.cleancar.vehicle.Completion;
import nz.cleancar.vehicle.FeedMessage;
import nz.cleancar.vehicle.FeedMessage.Origin;
import nz.cleancar.vehicle.Feeds;
import nz.cleancar.vehicle.Identity;
import nz.cleancar.vehicle.Specification;

/**
 * How long an account's dashboard takes beside other accounts with some history, and with ten times
 * as much.
 */
final class AccountFigures {

  private static final int OTHERS = 50;
  private static final int OURS = 100;
  private static final int TIMES = 10;
  private static final int WARM_UPS = 2;
  private static final int CALLS = 5_000;
  private static final int TOGETHER = 200;
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  private static final Instant MOMENT = Instant.parse("2026-03-01T20:00:00Z");
  private static final Person OLIVE = new Person(new PersonName("olive"), Set.of(Role.IMPORTER));
  private static final Map<String, Object> PROPERTIES =
      Map.of(
          "ccs.policy",
          RunningService.SHIPPED_POLICY.toString(),
          "ccs.sample-accounts",
          false,
          "ccs.duties.enabled",
          false);

  private final Plan plan;
  private final Rounds micros = new Rounds();
  private int vehicles;

  AccountFigures(Plan plan) {
    this.plan = plan;
  }

  void measure(Figures figures, Path folder) {
    try (var once = TestDatabase.h2(folder.resolve("accounts-1")).service(PROPERTIES);
        var tenTimes = TestDatabase.h2(folder.resolve("accounts-10")).service(PROPERTIES)) {
      AccountNumber inOnce = filled(once, plan.otherVehicles());
      AccountNumber inTenTimes = filled(tenTimes, plan.otherVehicles() * TIMES);
      for (int round = -WARM_UPS + 1; round <= plan.growthRounds(); round++) {
        ask(round, "1", once, inOnce);
        ask(round, "10", tenTimes, inTenTimes);
      }
    }
    figures.atMost(
        1.25,
        "an account's dashboard, %,d vehicles of other accounts against %,d"
            .formatted(plan.otherVehicles() * TIMES, plan.otherVehicles()),
        time("10"),
        time("1"),
        micros.ratio("10", "1"));
  }

  private String time(String name) {
    return Figures.number(micros.median(name)) + " µs";
  }

  private void ask(int round, String name, ApplicationContext service, AccountNumber number) {
    var dashboards = service.getBean(Dashboards.class);
    Account account = service.getBean(AccountBook.class).find(number).orElseThrow();
    long lots = 0;
    long start = System.nanoTime();
    for (int call = 0; call < CALLS; call++) {
      lots += dashboards.of(account).balances().lots().size();
    }
    double each = (System.nanoTime() - start) / 1e3 / CALLS;
    if (lots != CALLS) {
      throw new IllegalStateException("The account holds the credits of one day.");
    }
    Plan.say("accounts, round %d: %s times %s µs".formatted(round, name, Figures.number(each)));
    if (round > 0) {
      micros.add(name, each);
    }
  }

  /** The account that is asked about, among others with so many vehicles together. */
  private AccountNumber filled(ApplicationContext service, int ofOthers) {
    AccountNumber ours = opened(service);
    fill(service, List.of(ours), OURS);
    fill(service, IntStream.range(0, OTHERS).mapToObj(_ -> opened(service)).toList(), ofOthers);
    Plan.say("accounts: %,d vehicles are in other accounts".formatted(ofOthers));
    return ours;
  }

  private static AccountNumber opened(ApplicationContext service) {
    var holder =
        new Holder(Holder.Kind.BUSINESS, "Kiwi Imports", "office@kiwi.example", OLIVE.name());
    AccountNumber number =
        done(service.getBean(AccountOpening.class).open(OLIVE, holder, VehicleCondition.USED))
            .number();
    done(
        service
            .getBean(AccountDetails.class)
            .change(
                OLIVE,
                number,
                before -> new Details(before.name(), before.email(), new AutoAccept(true, false))));
    return number;
  }

  /** Half of the vehicles are below target and accepted, the others wait. */
  private void fill(ApplicationContext service, List<AccountNumber> accounts, int count) {
    var feeds = service.getBean(Feeds.class);
    for (int done = 0; done < count; done += TOGETHER) {
      var messages = new ArrayList<FeedMessage>();
      for (int i = done; i < Math.min(count, done + TOGETHER); i++) {
        add(messages, accounts.get(i % accounts.size()), i % 2 == 0 ? 60 : 160);
      }
      feeds.receive(messages);
    }
  }

  private void add(List<FeedMessage> messages, AccountNumber account, int co2) {
    var vin = new Vin("7ATBE%012d".formatted(++vehicles));
    messages.add(
        new FeedMessage.Registered(
            new Origin("MVR", vin.value(), MOMENT),
            Identity.of(vin),
            1,
            new Specification(
                new VehicleClass("MA"),
                VehicleCondition.USED,
                1_500,
                1_950,
                new Co2(new Grams(BigDecimal.valueOf(co2)), TestCycle.WLTP_3P),
                DAY.minusYears(5),
                List.of())));
    messages.add(
        new FeedMessage.Completed(
            new Origin("ENTRY_CERTIFICATION", vin.value(), MOMENT),
            new Completion(Completion.Kind.ENTRY_CERTIFICATION_COMPLETE, vin, account, 1, DAY)));
  }
}
