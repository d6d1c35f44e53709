package nz.cleancar.vehicle;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import nz.cleancar.account.ATestAccount;
import nz.cleancar.account.AccountBook;
import nz.cleancar.account.AccountPeople;
import nz.cleancar.account.AccountPeople.AccountPerson;
import nz.cleancar.account.Permission;
import nz.cleancar.database.TestDatabase;
import nz.cleancar.ledger.Settlement;
import nz.cleancar.security.Person;
import nz.cleancar.security.PersonName;
import nz.cleancar.security.Role;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.AutoAccept;
import nz.cleancar.standard.Scheme;
import nz.cleancar.standard.VehicleCondition;
import nz.cleancar.testing.ShippedPolicy;
import nz.cleancar.testing.TestClock;
import nz.cleancar.vehicle.Acceptance.Which;
import nz.cleancar.vehicle.Acceptance.Wish;
import nz.cleancar.vehicle.Dispute.Ground;
import nz.cleancar.vehicle.Dispute.Resolution;
import nz.cleancar.work.Attempt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of vehicles that were disputed, whatever the feeds tell meanwhile and after. */
class DisputedVehiclesIT {

  private static final String FIRST = "CO2-1";
  private static final String SECOND = "CO2-2";
  private static final String BELOW_TARGET = "CO2-3";
  private static final Person OLIVE = new Person(ATestAccount.OWNER, Set.of(Role.IMPORTER));
  private static final Person AGENCY = new Person(new PersonName("aroha"), Set.of(Role.AGENCY));

  private static ApplicationContext service;
  private static int vehicles;

  @BeforeAll
  static void start(@TempDir Path data) {
    service =
        TestDatabase.h2(data)
            .service(
                Map.of(
                    "ccs.policy",
                    ShippedPolicy.FOLDER.toString(),
                    "ccs.sample-accounts",
                    false,
                    TestClock.PROPERTY,
                    true));
    var below =
        ATestAccount.of(
            BELOW_TARGET, VehicleCondition.USED, Scheme.PAYG, new AutoAccept(true, false));
    service.getBean(AccountBook.class).open(ATestAccount.payAsYouGo(FIRST));
    service.getBean(AccountBook.class).open(ATestAccount.payAsYouGo(SECOND));
    service.getBean(AccountBook.class).open(below);
    for (String number : List.of(FIRST, SECOND, BELOW_TARGET)) {
      service
          .getBean(AccountPeople.class)
          .put(
              new AccountPerson(
                  new AccountNumber(number), OLIVE.name(), EnumSet.allOf(Permission.class)));
    }
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void a_rejected_vehicle_stays_until_another_account_is_named_and_goes_on_there() {
    // Given
    var vehicle = vehicle();
    told(vehicle.registered(1, "100"), vehicle.completed(FIRST, 1));
    resolved(disputed(vehicle, Ground.WRONG_ACCOUNT), Resolution.REJECTED, null);
    VehicleRecord rejected = record(vehicle);

    // When
    told(vehicle.assigned(Mark.of(vehicle.vin()), FIRST, 55));
    VehicleRecord named = record(vehicle);
    told(vehicle.assigned(Mark.of(vehicle.vin()), SECOND, 60));

    // Then
    assertThat(rejected.step()).isEqualTo(Step.REJECTED);
    assertThat(rejected.account()).contains(new AccountNumber(FIRST));
    assertThat(named.step()).isEqualTo(Step.REJECTED);
    assertThat(record(vehicle).step()).isEqualTo(Step.READY);
    assertThat(record(vehicle).account()).contains(new AccountNumber(SECOND));
    assertThat(record(vehicle).decided().orElseThrow().account())
        .isEqualTo(new AccountNumber(SECOND));
    assertThat(accepted(vehicle, SECOND)).isEqualTo(Step.ACCEPTED);
  }

  @Test
  void a_rejected_vehicle_goes_on_where_its_completion_names_another_account() {
    // Given
    var vehicle = vehicle();
    told(vehicle.registered(1, "100"), vehicle.assigned(Mark.of(vehicle.vin()), FIRST, 3));
    resolved(disputed(vehicle, Ground.WRONG_ACCOUNT), Resolution.REJECTED, null);

    // When
    told(vehicle.completed(SECOND, 1));

    // Then
    assertThat(record(vehicle).account()).contains(new AccountNumber(SECOND));
    assertThat(accepted(vehicle, SECOND)).isEqualTo(Step.ACCEPTED);
  }

  @Test
  void a_rejected_vehicle_of_a_model_goes_where_the_model_goes() {
    // Given
    var vehicle = vehicle();
    String model = "M-" + vehicle.name();
    told(vehicle.model(model, FIRST, 1), vehicle.ofModel(model, 2));
    resolved(disputed(vehicle, Ground.WRONG_ACCOUNT), Resolution.REJECTED, null);

    // When
    told(vehicle.model(model, SECOND, 3));

    // Then
    assertThat(record(vehicle).step()).isEqualTo(Step.ENTERED);
    assertThat(record(vehicle).account()).contains(new AccountNumber(SECOND));
  }

  @Test
  void a_rejected_vehicle_is_moved_to_whoever_misses_it() {
    // Given
    var vehicle = vehicle();
    told(vehicle.registered(1, "100"), vehicle.completed(FIRST, 1));
    resolved(disputed(vehicle, Ground.WRONG_ACCOUNT), Resolution.REJECTED, null);

    // When
    var missing =
        done(
            request(
                disputes ->
                    disputes.missing(
                        OLIVE, new AccountNumber(SECOND), Mark.of(vehicle.vin()), "Ours.")));
    resolved(missing, Resolution.MOVED, null);

    // Then
    assertThat(record(vehicle).account()).contains(new AccountNumber(SECOND));
    assertThat(accepted(vehicle, SECOND)).isEqualTo(Step.ACCEPTED);
  }

  @Test
  void a_correction_that_comes_during_the_dispute_is_as_good_as_one_that_comes_after_it() {
    // Given
    var during = vehicle();
    var after = vehicle();
    var disputes =
        List.of(during, after).stream()
            .map(
                vehicle -> {
                  told(
                      vehicle.registered(1, "150"),
                      vehicle.assigned(Mark.of(vehicle.vin()), FIRST, 3));
                  return disputed(vehicle, Ground.CO2_VALUE);
                })
            .toList();

    // When
    told(during.registered(2, "100"));
    resolved(disputes.getFirst(), Resolution.CORRECTED, null);
    resolved(disputes.getLast(), Resolution.CORRECTED, null);
    told(after.registered(2, "100"));
    told(during.completed(FIRST, 2), after.completed(FIRST, 2));

    // Then
    assertThat(record(during).assigned()).isEqualTo(record(after).assigned());
    assertThat(accepted(after, FIRST)).isEqualTo(Step.ACCEPTED);
    assertThat(accepted(during, FIRST)).isEqualTo(Step.ACCEPTED);
  }

  @Test
  void a_record_that_was_found_wrong_is_not_accepted_by_itself_once_its_day_is_corrected() {
    // Given: by revision 1 its account would accept it by itself, by revision 2 it would not
    var vehicle = vehicle();
    told(vehicle.registered(1, "60"), vehicle.assigned(Mark.of(vehicle.vin()), BELOW_TARGET, 3));
    resolved(disputed(vehicle, Ground.CO2_VALUE), Resolution.CORRECTED, null);
    told(vehicle.completed(BELOW_TARGET, 1), vehicle.registered(2, "240"));

    // When
    var said = vehicle.completed(BELOW_TARGET, 1, ATestVehicle.COMPLETED.minusDays(1));
    told(new FeedMessage.Completed(vehicle.from("VINNZ", "c-again", 60), said.completion()));

    // Then
    assertThat(record(vehicle).step()).isEqualTo(Step.READY);
    assertThat(record(vehicle).decided().orElseThrow().revision()).isEqualTo(2);
    assertThat(record(vehicle).decided().orElseThrow().legalDate().day())
        .isEqualTo(ATestVehicle.COMPLETED.minusDays(1));
  }

  @Test
  void a_record_that_is_upheld_after_all_waits_for_no_correction() {
    // Given
    var vehicle = vehicle();
    told(vehicle.registered(1, "100"), vehicle.completed(FIRST, 1));
    resolved(disputed(vehicle, Ground.CO2_VALUE), Resolution.CORRECTED, null);

    // When
    resolved(disputed(vehicle, Ground.CO2_VALUE), Resolution.UPHELD, null);

    // Then
    assertThat(accepted(vehicle, FIRST)).isEqualTo(Step.ACCEPTED);
  }

  @Test
  void
      a_record_that_becomes_part_of_an_accepted_one_leaves_its_account_and_its_dispute_is_upheld() {
    // Given: an accepted vehicle, and its chassis in another account that disputes it
    var vehicle = vehicle();
    told(vehicle.registered(1, "100"), vehicle.completed(FIRST, 1));
    assertThat(accepted(vehicle, FIRST)).isEqualTo(Step.ACCEPTED);
    Mark chassis = Mark.of(vehicle.chassis());
    told(vehicle.assigned(chassis, FIRST, 3));
    var id = service.getBean(VehicleRecords.class).find(chassis).orElseThrow().id();
    resolved(disputed(id, Ground.WRONG_ACCOUNT), Resolution.MOVED, new AccountNumber(SECOND));
    Dispute dispute = disputed(id, Ground.WRONG_ACCOUNT);

    // When
    told(vehicle.registered(new Identity(vehicle.vin(), vehicle.chassis()), 2, "100"));
    VehicleRecord merged = record(vehicle);
    var rejecting = resolve(dispute, Resolution.REJECTED, null);
    Dispute ended = resolved(dispute, Resolution.UPHELD, null);

    // Then
    assertThat(merged.step()).isEqualTo(Step.ACCEPTED);
    assertThat(merged.account()).contains(new AccountNumber(FIRST));
    assertThat(rejecting).isInstanceOf(Attempt.Refused.class);
    assertThat(ended.resolution()).isPresent();
    assertThat(record(vehicle).step()).isEqualTo(Step.ACCEPTED);
  }

  private static ATestVehicle vehicle() {
    return ATestVehicle.used("D%05d".formatted(vehicles++));
  }

  private static void told(FeedMessage... messages) {
    assertThat(service.getBean(Feeds.class).receive(List.of(messages)))
        .allMatch(Received.Kept.class::isInstance);
  }

  private static VehicleRecord record(ATestVehicle vehicle) {
    return service.getBean(VehicleRecords.class).find(Mark.of(vehicle.vin())).orElseThrow();
  }

  private static Dispute disputed(ATestVehicle vehicle, Ground ground) {
    return disputed(record(vehicle).id(), ground);
  }

  private static Dispute disputed(VehicleId vehicle, Ground ground) {
    return done(request(disputes -> disputes.open(OLIVE, vehicle, ground, "It is wrong.")));
  }

  private static Dispute resolved(
      Dispute dispute,
      Resolution resolution,
      @org.jspecify.annotations.Nullable AccountNumber toAccount) {
    return done(resolve(dispute, resolution, toAccount));
  }

  private static Attempt<Dispute> resolve(
      Dispute dispute,
      Resolution resolution,
      @org.jspecify.annotations.Nullable AccountNumber toAccount) {
    return request(
        disputes ->
            disputes.resolve(
                AGENCY, dispute.id(), new Resolving.Answer(resolution, "So it is.", toAccount)));
  }

  private static Attempt<Dispute> request(Function<Disputes.Request, Attempt<Dispute>> request) {
    return service.getBean(Disputes.class).within(request);
  }

  private static Dispute done(Attempt<Dispute> attempt) {
    return switch (attempt) {
      case Attempt.Done<Dispute>(Dispute dispute) -> dispute;
      case Attempt.Refused<Dispute> refused ->
          throw new AssertionError(refused.refusals().toString());
    };
  }

  /** The vehicle's step once the account was asked to accept it. */
  private static Step accepted(ATestVehicle vehicle, String account) {
    service
        .getBean(Accepting.class)
        .accept(
            OLIVE,
            new AccountNumber(account),
            new Wish(new Which.Waiting(""), Settlement.withAllCredits(), false));
    return record(vehicle).step();
  }
}
