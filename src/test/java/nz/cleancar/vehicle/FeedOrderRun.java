package nz.cleancar.vehicle;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import nz.cleancar.account.ATestAccount;
import nz.cleancar.account.AccountBook;
import nz.cleancar.account.AccountPeople;
import nz.cleancar.account.AccountPeople.AccountPerson;
import nz.cleancar.account.Permission;
import nz.cleancar.ledger.Ledger;
import nz.cleancar.ledger.Settlement;
import nz.cleancar.security.Person;
import nz.cleancar.security.Role;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.AutoAccept;
import nz.cleancar.standard.Scheme;
import nz.cleancar.standard.VehicleCondition;
import nz.cleancar.vehicle.Acceptance.Which;
import nz.cleancar.vehicle.Acceptance.Wish;
import nz.cleancar.vehicle.Completion.Kind;
import nz.cleancar.vehicle.FeedMessage.Completed;
import nz.cleancar.vehicle.FeedMessage.Registered;
import nz.cleancar.vehicle.LateCorrection.Late;
import nz.cleancar.vehicle.VehicleRecord.Decided;

/** The same vehicles and accounts as another run of the seed, under names of their own. */
final class FeedOrderRun {

  private static final AtomicInteger RUNS = new AtomicInteger();

  /** Those of used vehicles that are open from the start, then those of new ones. */
  private static final List<Integer> USED = List.of(0, 1, 2);

  private static final List<Integer> NEW = List.of(3, 4, 5);
  private static final int ACCEPTING = 5;
  private static final int LATE_USED = 6;
  private static final int LATE_NEW = 7;
  private static final int RACED_NEW = 8;

  private static final Person OLIVE = new Person(ATestAccount.OWNER, Set.of(Role.IMPORTER));

  private final ApplicationContext service;
  private final String prefix = "%03d".formatted(RUNS.getAndIncrement());
  private final List<ATestVehicle> vehicles = new ArrayList<>();
  private final List<ATestVehicle> raced = new ArrayList<>();
  private final List<FeedMessage> early = new ArrayList<>();
  private final List<FeedMessage> late = new ArrayList<>();
  private final List<AccountNumber> accounts = new ArrayList<>();
  private final FeedOrderMessages says;
  private final String lateBefore;

  FeedOrderRun(ApplicationContext service, long seed) {
    this.service = service;
    var random = new Random(seed);
    says = new FeedOrderMessages(random, prefix, this::tell, this::account);
    open(VehicleCondition.USED, Scheme.PAYG, new AutoAccept(true, false));
    open(VehicleCondition.USED, Scheme.FLEET_AVERAGE, new AutoAccept(true, true));
    open(VehicleCondition.USED, Scheme.PAYG, new AutoAccept(false, false));
    open(VehicleCondition.NEW, Scheme.PAYG, new AutoAccept(false, false));
    open(VehicleCondition.NEW, Scheme.FLEET_AVERAGE, new AutoAccept(true, false));
    open(VehicleCondition.NEW, Scheme.FLEET_AVERAGE, new AutoAccept(false, false));
    service
        .getBean(AccountPeople.class)
        .put(
            new AccountPerson(
                accounts.get(ACCEPTING), OLIVE.name(), EnumSet.allOf(Permission.class)));
    accounts.add(number());
    accounts.add(number());
    open(VehicleCondition.NEW, Scheme.FLEET_AVERAGE, new AutoAccept(true, true));
    for (int i = 0; i < 5; i++) {
      boolean isUsed = i < 2 || (i == 2 && random.nextBoolean());
      var vehicle =
          new ATestVehicle(
              prefix + "A0" + i, isUsed ? VehicleCondition.USED : VehicleCondition.NEW);
      vehicles.add(vehicle);
      boolean isCompletedOnce = random.nextBoolean();
      List<Integer> open = isUsed ? USED : NEW;
      List<Integer> byHand = isUsed ? List.of(2) : List.of(3, 5);
      List<Integer> likely = new ArrayList<>(isCompletedOnce ? open : byHand);
      if (isCompletedOnce || !isUsed) {
        likely.add(isUsed ? LATE_USED : LATE_NEW);
      }
      says.assigned(vehicle, open);
      says.registered(vehicle);
      if (isCompletedOnce) {
        says.completedOnce(vehicle, likely, isUsed ? NEW : USED);
      } else {
        says.completedOften(vehicle, likely);
      }
    }
    var car = new ATestVehicle(prefix + "R01", VehicleCondition.NEW);
    raced.add(car);
    says.registered(car);
    says.completedByBoth(car, RACED_NEW, 3);
    lateBefore = lateSince("").stream().reduce("", (_, each) -> each.id(), (_, last) -> last);
  }

  private void tell(FeedMessage message, boolean isLate) {
    (isLate ? late : early).add(message);
  }

  private AccountNumber number() {
    return new AccountNumber("T%s-%d".formatted(prefix, accounts.size()));
  }

  private String account(int at) {
    return accounts.get(at).value();
  }

  private void open(VehicleCondition condition, Scheme scheme, AutoAccept autoAccept) {
    accounts.add(number());
    open(accounts.size() - 1, condition, scheme, autoAccept);
  }

  private void open(int at, VehicleCondition condition, Scheme scheme, AutoAccept autoAccept) {
    service
        .getBean(AccountBook.class)
        .open(ATestAccount.of(account(at), condition, scheme, autoAccept));
  }

  /**
   * What people do between what is told early and late: they accept by hand what waits in an
   * account, and open accounts whose numbers were named before, which take up what waited for them.
   */
  void doBetween() {
    service
        .getBean(Accepting.class)
        .accept(
            OLIVE,
            accounts.get(ACCEPTING),
            new Wish(new Which.Waiting(""), Settlement.withAllCredits(), false));
    open(LATE_USED, VehicleCondition.USED, Scheme.FLEET_AVERAGE, new AutoAccept(true, true));
    open(LATE_NEW, VehicleCondition.NEW, Scheme.PAYG, new AutoAccept(false, false));
    for (int at : List.of(LATE_USED, LATE_NEW)) {
      service.getBean(Feeds.class).takeUp(accounts.get(at));
    }
  }

  /** What is told before the late accounts are opened. */
  List<FeedMessage> early() {
    return early;
  }

  /** What is told after that. */
  List<FeedMessage> late() {
    return late;
  }

  List<FeedMessage> messages() {
    var all = new ArrayList<>(early);
    all.addAll(late);
    return all;
  }

  /** What became of each vehicle and account that is not raced, without their names. */
  Map<String, Object> endState() {
    var state = new LinkedHashMap<String, Object>();
    for (ATestVehicle vehicle : vehicles) {
      VehicleRecord record = record(vehicle);
      state.put("vehicle " + vehicles.indexOf(vehicle), told(record) + tooLate(record, vehicle));
    }
    for (int at = 0; at < RACED_NEW; at++) {
      var balances = service.getBean(Ledger.class).balances(accounts.get(at));
      state.put(
          "account " + at,
          "%s credits, %s owed, %s, fleets %s"
              .formatted(balances.credits(), balances.owed(), balances.money(), balances.fleets()));
    }
    return state;
  }

  private VehicleRecord record(ATestVehicle vehicle) {
    var records = service.getBean(VehicleRecords.class);
    return records
        .find(Mark.of(vehicle.vin()))
        .or(() -> records.find(Mark.of(vehicle.chassis())))
        .orElseThrow();
  }

  private String told(VehicleRecord record) {
    return "%s %s in %s, revision %s %s of %s, %s %s, accepted %s, too late "
        .formatted(
            record.step(),
            record.because().code(),
            record.account().map(accounts::indexOf),
            record.decided().map(Decided::revision),
            record.decided().map(Decided::outcome),
            record.decided().map(Decided::legalDate),
            record.decided().map(Decided::charge),
            record.decided().map(Decided::credits),
            record.acceptedOn());
  }

  /**
   * Of several completions of a kind that come after acceptance the first alone is kept and listed,
   * so where there are several, which is listed is the order's to decide.
   */
  private List<String> tooLate(VehicleRecord record, ATestVehicle vehicle) {
    boolean isCompletedOften = completions(vehicle).size() > 1;
    return tooLate(record).stream()
        .filter(each -> !isCompletedOften || each.startsWith(Late.Kind.REGISTER.name()))
        .toList();
  }

  private List<String> tooLate(VehicleRecord record) {
    return lateSince(lateBefore).stream()
        .filter(each -> each.vehicle().equals(record.id()))
        .map(each -> each.late().kind() + " " + each.late().revision())
        .sorted()
        .toList();
  }

  private List<LateCorrection> lateSince(String id) {
    var records = service.getBean(VehicleRecords.class);
    var all = new ArrayList<LateCorrection>();
    List<LateCorrection> page = records.lateCorrections(id, VehicleRecords.MOST);
    while (!page.isEmpty()) {
      all.addAll(page);
      page = records.lateCorrections(page.getLast().id(), VehicleRecords.MOST);
    }
    return all;
  }

  /**
   * Whichever completion a raced vehicle was accepted by, each that would have counted before it,
   * and each later revision, is listed. One for another account is listed where it sets the legal
   * date of what was accepted; had it come before, it would not count either where it rests on a
   * revision by which the vehicle is USED.
   */
  void assertRacedVehiclesAreWhole() {
    for (ATestVehicle vehicle : raced) {
      VehicleRecord record = record(vehicle);
      if (record.step() == Step.ACCEPTED) {
        Decided by = record.decided().orElseThrow();
        var must = new ArrayList<String>();
        var may = new ArrayList<String>();
        for (Registered registered : revisions(vehicle)) {
          if (registered.revision() > by.revision()) {
            must.add(Late.Kind.REGISTER + " " + registered.revision());
          }
        }
        for (Completion each : completions(vehicle)) {
          String told = each.kind() + " " + each.registerRevision();
          boolean isOthers = !each.account().equals(by.account());
          boolean isEarlier = each.completedOn().isBefore(by.legalDate().day());
          if (isOthers && sets(each, revisions(vehicle), by.revision())) {
            may.add(told);
          }
          boolean counts =
              isOthers
                  ? revisions(vehicle).stream().allMatch(all -> sets(each, all))
                  : isEarlier && sets(each, revisions(vehicle), by.revision());
          if (counts) {
            must.add(told);
          }
        }
        may.addAll(must);
        assertThat(tooLate(record)).containsAll(must).isSubsetOf(may).doesNotHaveDuplicates();
        assertThat(by.account()).isEqualTo(accounts.get(RACED_NEW));
      }
    }
  }

  private List<Registered> revisions(ATestVehicle vehicle) {
    return messages().stream()
        .filter(Registered.class::isInstance)
        .map(Registered.class::cast)
        .filter(each -> each.identity().equals(Identity.of(vehicle.vin())))
        .toList();
  }

  private List<Completion> completions(ATestVehicle vehicle) {
    return messages().stream()
        .filter(Completed.class::isInstance)
        .map(each -> ((Completed) each).completion())
        .filter(each -> each.vin().equals(vehicle.vin()))
        .toList();
  }

  private static boolean sets(Completion completion, List<Registered> revisions, int revision) {
    return revisions.stream()
        .anyMatch(each -> each.revision() == revision && sets(completion, each));
  }

  /** As table legal-date has it. */
  private static boolean sets(Completion completion, Registered registered) {
    return completion.kind() == Kind.ENTRY_CERTIFICATION_COMPLETE
        || registered.specification().condition() == VehicleCondition.NEW;
  }
}
