package nz.cleancar.vehicle;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import nz.cleancar.account.ATestAccount;
import nz.cleancar.account.AccountBook;
import nz.cleancar.database.TestDatabase;
import nz.cleancar.ledger.Ledger;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.AutoAccept;
import nz.cleancar.standard.Scheme;
import nz.cleancar.standard.VehicleCondition;
import nz.cleancar.testing.ShippedPolicy;

/** Feeds in any order, doubled and late, end in the same state: on a real store and ledger. */
class FeedOrderIT {

  private static final String[] GRAMS = {"60", "95.5", "110", "150", "0", "240"};

  private static final ApplicationContext SERVICE = start();
  private static final AtomicInteger RUNS = new AtomicInteger();

  private static ApplicationContext start() {
    try {
      return TestDatabase.h2(Files.createTempDirectory("feeds"))
          .service(
              Map.of(
                  "ccs.policy",
                  ShippedPolicy.FOLDER.toString(),
                  "ccs.sample-accounts",
                  false,
                  nz.cleancar.testing.TestClock.PROPERTY,
                  true));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @AfterContainer
  static void stop() {
    SERVICE.close();
  }

  @Property(seed = "7728209082528669736", tries = 40)
  void feeds_in_any_order_doubled_and_late_end_in_the_same_state(@ForAll long seed) {
    // Given
    var inOrder = new Run(seed);
    var shuffled = new Run(seed);
    var random = new Random(seed);
    var messages = new ArrayList<>(shuffled.messages());
    for (FeedMessage message : shuffled.messages()) {
      if (random.nextInt(4) == 0) {
        messages.add(message);
      }
    }
    Collections.shuffle(messages, random);

    // When
    inOrder.messages().forEach(message -> receive(List.of(message)));
    for (int start = 0; start < messages.size(); ) {
      int end = Math.min(messages.size(), start + 1 + random.nextInt(6));
      receive(messages.subList(start, end));
      start = end;
    }

    // Then
    assertThat(shuffled.endState()).isEqualTo(inOrder.endState());
  }

  private static void receive(List<FeedMessage> messages) {
    assertThat(SERVICE.getBean(Feeds.class).receive(messages))
        .noneMatch(Received.Conflicting.class::isInstance);
  }

  /** The same vehicles and accounts as another run of the seed, under names of their own. */
  private static final class Run {

    private final String prefix = "%03d".formatted(RUNS.getAndIncrement());
    private final List<ATestVehicle> vehicles = new ArrayList<>();
    private final List<FeedMessage> messages = new ArrayList<>();
    private final List<AccountNumber> accounts = new ArrayList<>();

    Run(long seed) {
      var random = new Random(seed);
      open(VehicleCondition.USED, Scheme.PAYG, new AutoAccept(true, false));
      open(VehicleCondition.USED, Scheme.FLEET_AVERAGE, new AutoAccept(true, true));
      open(VehicleCondition.NEW, Scheme.PAYG, new AutoAccept(false, false));
      open(VehicleCondition.NEW, Scheme.FLEET_AVERAGE, new AutoAccept(true, false));
      for (int i = 0; i < 4; i++) {
        var condition =
            i < 2 || random.nextInt(6) == 0 ? VehicleCondition.USED : VehicleCondition.NEW;
        var vehicle = new ATestVehicle(prefix + "A0" + i, condition);
        vehicles.add(vehicle);
        if (condition == VehicleCondition.USED) {
          used(vehicle, random);
        } else {
          fresh(vehicle, random);
        }
        registered(vehicle, random);
      }
    }

    private void open(VehicleCondition condition, Scheme scheme, AutoAccept autoAccept) {
      var number = "T" + prefix + "-" + accounts.size();
      accounts.add(new AccountNumber(number));
      SERVICE
          .getBean(AccountBook.class)
          .open(ATestAccount.of(number, condition, scheme, autoAccept));
    }

    private String account(int at) {
      return accounts.get(at).value();
    }

    private void used(ATestVehicle vehicle, Random random) {
      Mark mark = random.nextBoolean() ? Mark.of(vehicle.chassis()) : Mark.of(vehicle.vin());
      messages.add(vehicle.assigned(mark, account(random.nextInt(2)), 3));
      messages.add(vehicle.assigned(mark, account(random.nextInt(2)), 5));
    }

    private void fresh(ATestVehicle vehicle, Random random) {
      String model = "M" + prefix + vehicle.name();
      messages.add(vehicle.model(model, account(2 + random.nextInt(2)), 1));
      messages.add(vehicle.ofModel(model, 4));
      if (random.nextBoolean()) {
        messages.add(vehicle.model(model, account(2 + random.nextInt(2)), 6));
      }
    }

    /** The register knows a used vehicle by its chassis first, and then by both. */
    private void registered(ATestVehicle vehicle, Random random) {
      int last = 1 + random.nextInt(5);
      int restsOn = 1 + random.nextInt(last);
      int gap = random.nextInt(3) == 0 ? restsOn + 1 : 0;
      boolean chassisFirst = vehicle.condition() == VehicleCondition.USED;
      for (int revision = 1; revision <= last; revision++) {
        var identity =
            !chassisFirst
                ? Identity.of(vehicle.vin())
                : revision < restsOn
                    ? Identity.of(vehicle.chassis())
                    : new Identity(vehicle.vin(), vehicle.chassis());
        var grams = GRAMS[random.nextInt(GRAMS.length)];
        if (revision != gap) {
          messages.add(vehicle.registered(identity, revision, grams));
        }
      }
      int account = (vehicle.condition() == VehicleCondition.USED ? 0 : 2) + random.nextInt(2);
      if (random.nextInt(8) > 0) {
        messages.add(
            vehicle.completed(
                account(account),
                restsOn,
                LocalDate.of(2023 + random.nextInt(4), 1 + random.nextInt(3), 9)));
      }
    }

    List<FeedMessage> messages() {
      return messages;
    }

    /** What became of each vehicle and account, without their names. */
    Map<String, Object> endState() {
      var state = new LinkedHashMap<String, Object>();
      var records = SERVICE.getBean(VehicleRecords.class);
      for (ATestVehicle vehicle : vehicles) {
        var record =
            records
                .find(Mark.of(vehicle.vin()))
                .or(() -> records.find(Mark.of(vehicle.chassis())))
                .orElseThrow();
        state.put("vehicle " + vehicles.indexOf(vehicle), told(record));
      }
      for (AccountNumber account : accounts) {
        var balances = SERVICE.getBean(Ledger.class).balances(account);
        state.put(
            "account " + accounts.indexOf(account),
            "%s credits, %s owed, %s, fleets %s"
                .formatted(
                    balances.credits(), balances.owed(), balances.money(), balances.fleets()));
      }
      return state;
    }

    private String told(VehicleRecord record) {
      var late =
          SERVICE.getBean(VehicleRecords.class).lateCorrections("", 1_000).stream()
              .filter(each -> each.vehicle().equals(record.id()))
              .map(LateCorrection::revision)
              .sorted()
              .toList();
      return "%s %s in %s, revision %s %s of %s, %s %s, accepted %s, too late %s"
          .formatted(
              record.step(),
              record.because().code(),
              record.account().map(accounts::indexOf),
              record.decided().map(VehicleRecord.Decided::revision),
              record.decided().map(VehicleRecord.Decided::outcome),
              record.decided().map(VehicleRecord.Decided::legalDate),
              record.decided().map(VehicleRecord.Decided::charge),
              record.decided().map(VehicleRecord.Decided::credits),
              record.acceptedOn(),
              late);
    }
  }
}
