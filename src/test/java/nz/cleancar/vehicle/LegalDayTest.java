package nz.cleancar.vehicle;

import static nz.cleancar.vehicle.ATestVehicle.fresh;
import static nz.cleancar.vehicle.ATestVehicle.used;
import static nz.cleancar.vehicle.Completion.Kind.ENTRY_CERTIFICATION_COMPLETE;
import static nz.cleancar.vehicle.Completion.Kind.PRE_DELIVERY_INSPECTION_COMPLETE;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import nz.cleancar.account.ATestAccount;
import nz.cleancar.account.InMemoryAccountBook;
import nz.cleancar.account.InMemoryAccountPeople;
import nz.cleancar.decision.CountingDecisionIds;
import nz.cleancar.decision.DecisionId;
import nz.cleancar.decision.DecisionLog;
import nz.cleancar.decision.DecisionMaker;
import nz.cleancar.decision.Decisions;
import nz.cleancar.decision.LoggedDecision;
import nz.cleancar.decision.Outcome.Reason;
import nz.cleancar.decision.Rulings;
import nz.cleancar.policy.CompiledPolicy;
import nz.cleancar.policy.Policies;
import nz.cleancar.policy.PolicyVersion;
import nz.cleancar.standard.AutoAccept;
import nz.cleancar.standard.LegalDate;
import nz.cleancar.standard.NewZealand;
import nz.cleancar.standard.Scheme;
import nz.cleancar.standard.VehicleCondition;
import nz.cleancar.testing.PolicyCopy;
import nz.cleancar.testing.ShippedPolicy;
import nz.cleancar.vehicle.VehicleRecord.Assigned;
import nz.cleancar.vehicle.VehicleRecord.Decided;
import nz.cleancar.work.AllOrNothing;
import nz.cleancar.work.Attempt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** By which completion's day a vehicle is decided, and for which one it waits. */
class LegalDayTest {

  private static final String ACCOUNT = "CO2-100001";
  private static final LocalDate EARLIER = LocalDate.of(2025, 12, 30);
  private static final LocalDate LATER = LocalDate.of(2026, 3, 2);

  private static CompiledPolicy policy;

  @BeforeAll
  static void compile() {
    policy = ShippedPolicy.compiled();
  }

  @AfterAll
  static void close() {
    policy.close();
  }

  @Test
  void a_parallel_import_is_ready_by_its_entry_certification_and_decided_by_that_day() {
    // Given
    var car = fresh("PARA01");

    // When
    VehicleRecord record =
        shipped(
            car,
            car.registered(1, "150"),
            car.completed(ENTRY_CERTIFICATION_COMPLETE, ACCOUNT, 1, LATER));

    // Then
    assertThat(record.step()).isEqualTo(Step.READY);
    assertThat(record.decided()).map(Decided::legalDate).contains(new LegalDate(LATER));
  }

  @Test
  void of_two_completions_that_set_the_legal_date_the_earlier_one_does() {
    // Given
    var car = fresh("BXTH01");
    var certified = car.completed(ENTRY_CERTIFICATION_COMPLETE, ACCOUNT, 1, LATER);
    var inspected = car.completed(PRE_DELIVERY_INSPECTION_COMPLETE, ACCOUNT, 1, EARLIER);

    // When
    VehicleRecord one = shipped(car, car.registered(1, "150"), certified, inspected);
    VehicleRecord other = shipped(car, inspected, certified, car.registered(1, "150"));

    // Then
    assertThat(one.decided()).map(Decided::legalDate).contains(new LegalDate(EARLIER));
    assertThat(other.decided()).map(Decided::legalDate).contains(new LegalDate(EARLIER));
  }

  @Test
  void what_the_earlier_completion_rests_on_is_waited_for() {
    // Given
    var car = fresh("BXTH02");
    var certified = car.completed(ENTRY_CERTIFICATION_COMPLETE, ACCOUNT, 1, LATER);
    var inspected = car.completed(PRE_DELIVERY_INSPECTION_COMPLETE, ACCOUNT, 2, EARLIER);

    // When
    VehicleRecord before = shipped(car, car.registered(1, "150"), certified, inspected);
    VehicleRecord after =
        shipped(car, car.registered(1, "150"), certified, inspected, car.registered(2, "160"));

    // Then
    assertThat(before.because().says())
        .isEqualTo("It waits for revision 2 of the register's record.");
    assertThat(after.decided()).map(Decided::revision).contains(2);
    assertThat(after.decided()).map(Decided::legalDate).contains(new LegalDate(EARLIER));
  }

  @Test
  void a_used_vehicle_waits_for_its_entry_certification_whatever_was_inspected() {
    // Given
    var car = used("USED01");
    var inspected = car.completed(PRE_DELIVERY_INSPECTION_COMPLETE, ACCOUNT, 1, EARLIER);
    var certified = car.completed(ENTRY_CERTIFICATION_COMPLETE, ACCOUNT, 1, LATER);

    // When
    VehicleRecord before = shipped(car, car.registered(1, "150"), inspected);
    VehicleRecord after = shipped(car, car.registered(1, "150"), inspected, certified);

    // Then
    assertThat(before.step()).isEqualTo(Step.ENTERED);
    assertThat(before.because())
        .isEqualTo(
            new Reason(
                "waits-for-completion",
                "It waits for its entry certification, which sets the legal date of a vehicle that"
                    + " is USED."));
    assertThat(after.decided()).map(Decided::legalDate).contains(new LegalDate(LATER));
  }

  @Test
  void a_changed_cell_changes_what_a_vehicle_waits_for(@TempDir Path folder) {
    // Given
    var copy = PolicyCopy.of(ShippedPolicy.FOLDER, folder);
    copy.table("legal-date").change("C12", "no");
    var car = fresh("DATA01");

    // When
    VehicleRecord record;
    try (var changed = ShippedPolicy.compiled(folder)) {
      record =
          under(
              changed,
              car,
              car.registered(1, "150"),
              car.completed(ENTRY_CERTIFICATION_COMPLETE, ACCOUNT, 1, LATER));
    }

    // Then
    assertThat(record.because().says())
        .isEqualTo(
            "It waits for its pre-delivery inspection, which sets the legal date of a vehicle that"
                + " is NEW.");
  }

  private static VehicleRecord shipped(ATestVehicle car, FeedMessage... messages) {
    return under(policy, car, messages);
  }

  /** The record as it is once the messages came, one after the other. */
  private static VehicleRecord under(
      CompiledPolicy policy, ATestVehicle car, FeedMessage... messages) {
    Deciding deciding = deciding(policy, car.condition());
    var file = new VehicleFile(entered(car), Set.of(Mark.of(car.vin())), List.of());
    for (FeedMessage message : messages) {
      VehicleFile before = file;
      file = deciding.work(List.of(), now -> told(before, message, now));
    }
    return file.record();
  }

  private static VehicleFile told(VehicleFile before, FeedMessage message, Circumstances now) {
    var folder = Folder.of(before);
    folder.messages().add(message);
    new Course(now, Map.of()).run(folder);
    return new VehicleFile(folder.record(), before.marks(), folder.messages());
  }

  private static VehicleRecord entered(ATestVehicle car) {
    return new VehicleRecord(
        new VehicleId("0".repeat(26)),
        Identity.of(car.vin()),
        Assigned.NOWHERE,
        Step.ENTERED,
        new Reason("new", "It is new."),
        null,
        null,
        0);
  }

  private static Deciding deciding(CompiledPolicy policy, VehicleCondition condition) {
    var newZealand =
        new NewZealand(Clock.fixed(Instant.parse("2026-03-05T00:00:00Z"), ZoneOffset.UTC));
    var accounts = new InMemoryAccountBook(new InMemoryAccountPeople(), newZealand);
    accounts.open(ATestAccount.of(ACCOUNT, condition, Scheme.PAYG, new AutoAccept(false, false)));
    var policies = new OnePolicy(policy);
    var decisions =
        new Decisions(
            policies, new DecisionMaker(), new CountingDecisionIds(), new KeptAtOnce(), newZealand);
    return new Deciding(new AtOnce(), accounts, decisions, new Rulings(policies), newZealand);
  }

  private record OnePolicy(CompiledPolicy live) implements Policies {

    @Override
    public Optional<CompiledPolicy> version(PolicyVersion version) {
      return Optional.empty();
    }

    @Override
    public Optional<CompiledPolicy> asKnownAt(Instant moment) {
      return Optional.empty();
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

  private static final class KeptAtOnce implements DecisionLog {

    @Override
    public CompletionStage<Appended> append(LoggedDecision decision, Idempotency idempotency) {
      return CompletableFuture.completedFuture(new Appended.Kept(decision));
    }

    @Override
    public Optional<LoggedDecision> find(DecisionId id) {
      return Optional.empty();
    }

    @Override
    public List<LoggedDecision> recent(int most) {
      return List.of();
    }
  }
}
