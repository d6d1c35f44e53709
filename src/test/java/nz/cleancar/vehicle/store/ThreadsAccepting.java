package nz.cleancar.vehicle.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import nz.cleancar.account.ATestAccount;
import nz.cleancar.account.AccountBook;
import nz.cleancar.account.AccountPeople;
import nz.cleancar.account.AccountPeople.AccountPerson;
import nz.cleancar.account.Permission;
import nz.cleancar.database.TestDatabase;
import nz.cleancar.ledger.Ledger;
import nz.cleancar.ledger.LedgerCheck;
import nz.cleancar.ledger.Settlement;
import nz.cleancar.security.Person;
import nz.cleancar.security.Role;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.testing.ShippedPolicy;
import nz.cleancar.testing.TestClock;
import nz.cleancar.vehicle.ATestVehicle;
import nz.cleancar.vehicle.Acceptance;
import nz.cleancar.vehicle.Acceptance.Accepted;
import nz.cleancar.vehicle.Acceptance.OfVehicle;
import nz.cleancar.vehicle.Acceptance.Which;
import nz.cleancar.vehicle.Acceptance.Wish;
import nz.cleancar.vehicle.Accepting;
import nz.cleancar.vehicle.Feeds;
import nz.cleancar.vehicle.Step;
import nz.cleancar.vehicle.VehicleRecord;
import nz.cleancar.vehicle.VehicleRecords;
import nz.cleancar.work.Attempt;
import org.junit.jupiter.api.Test;

/** Sixteen threads accept the same vehicles, whichever database they are in. */
abstract class ThreadsAccepting {

  private static final int THREADS = 16;
  private static final int VEHICLES = 24;
  private static final AccountNumber ACCOUNT = new AccountNumber("CO2-1");
  private static final Person OLIVE = new Person(ATestAccount.OWNER, Set.of(Role.IMPORTER));

  abstract TestDatabase database();

  @Test
  void each_vehicle_is_accepted_once_while_the_register_corrects_it() throws Exception {
    try (ApplicationContext service =
        database()
            .service(
                Map.of(
                    "ccs.policy",
                    ShippedPolicy.FOLDER.toString(),
                    "ccs.sample-accounts",
                    false,
                    TestClock.PROPERTY,
                    true))) {
      // Given
      service.getBean(AccountBook.class).open(ATestAccount.payAsYouGo(ACCOUNT.value()));
      service
          .getBean(AccountPeople.class)
          .put(new AccountPerson(ACCOUNT, OLIVE.name(), EnumSet.allOf(Permission.class)));
      List<ATestVehicle> vehicles = ready(service);

      // When
      List<OfVehicle> results = atOnce(service, vehicles);

      // Then
      List<VehicleRecord> records =
          service.getBean(VehicleRecords.class).inAccount(ACCOUNT, Step.ACCEPTED, "", 100);
      assertThat(results.stream().filter(Accepted.class::isInstance).map(OfVehicle::vehicle))
          .containsExactlyInAnyOrderElementsOf(records.stream().map(VehicleRecord::id).toList())
          .hasSize(VEHICLES);
      assertThat(service.getBean(LedgerCheck.class).run().faults()).isEmpty();
      assertThat(service.getBean(Ledger.class).balances(ACCOUNT).credits().perKilometre())
          .isEqualByComparingTo(
              records.stream()
                  .map(record -> record.decided().orElseThrow().credits().perKilometre())
                  .reduce(java.math.BigDecimal.ZERO, java.math.BigDecimal::add));
    }
  }

  private static List<ATestVehicle> ready(ApplicationContext service) {
    var vehicles = new ArrayList<ATestVehicle>();
    for (int i = 0; i < VEHICLES; i++) {
      var vehicle = ATestVehicle.used("%06d".formatted(i));
      vehicles.add(vehicle);
      service
          .getBean(Feeds.class)
          .receive(List.of(vehicle.registered(1, "60"), vehicle.completed(ACCOUNT.value(), 1)));
    }
    return vehicles;
  }

  private static List<OfVehicle> atOnce(ApplicationContext service, List<ATestVehicle> vehicles)
      throws Exception {
    var tasks = new ArrayList<Callable<List<OfVehicle>>>();
    for (int thread = 0; thread < THREADS; thread++) {
      int first = thread;
      tasks.add(
          () -> {
            if (first < vehicles.size() && first % 4 == 0) {
              service
                  .getBean(Feeds.class)
                  .receive(List.of(vehicles.get(first).registered(2, "95.5")));
            }
            return accepted(service);
          });
    }
    var results = new ArrayList<OfVehicle>();
    try (var pool = Executors.newFixedThreadPool(THREADS)) {
      for (var done : pool.invokeAll(tasks)) {
        results.addAll(done.get());
      }
    }
    return results;
  }

  private static List<OfVehicle> accepted(ApplicationContext service) {
    return switch (service
        .getBean(Accepting.class)
        .accept(
            OLIVE, ACCOUNT, new Wish(new Which.Waiting(""), Settlement.withAllCredits(), false))) {
      case Attempt.Done<Acceptance>(Acceptance acceptance) -> acceptance.vehicles();
      case Attempt.Refused<Acceptance> refused ->
          throw new AssertionError(refused.refusals().toString());
    };
  }
}
