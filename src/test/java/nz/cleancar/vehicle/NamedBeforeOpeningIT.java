package nz.cleancar.vehicle;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import nz.cleancar.account.ATestAccount;
import nz.cleancar.account.AccountBook;
import nz.cleancar.database.TestDatabase;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.AutoAccept;
import nz.cleancar.standard.Scheme;
import nz.cleancar.standard.VehicleCondition;
import nz.cleancar.testing.ShippedPolicy;
import nz.cleancar.testing.TestClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Vehicles for which a number was named that no account had yet. */
class NamedBeforeOpeningIT {

  private static ApplicationContext service;
  private static int names;

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
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void what_comes_between_does_not_have_the_account_accept_the_vehicle_by_itself() {
    // Given
    String number = number();
    var vehicle = vehicle(VehicleCondition.USED);
    told(vehicle.completed(number, 1));
    open(number, VehicleCondition.USED);

    // When
    told(vehicle.assigned(Mark.of(vehicle.vin()), number, 55));
    told(vehicle.registered(1, "100"));
    told(vehicle.registered(2, "90"));

    // Then
    assertThat(record(vehicle).step()).isEqualTo(Step.READY);
    assertThat(record(vehicle).because().code()).isEqualTo("named-before-opening");
    assertThat(record(vehicle).decided().orElseThrow().revision()).isEqualTo(2);
  }

  @Test
  void a_completion_that_repeats_the_number_after_the_opening_is_as_likely_wrong() {
    // Given
    String number = number();
    var vehicle = vehicle(VehicleCondition.USED);
    told(vehicle.assigned(Mark.of(vehicle.vin()), number, 3));
    open(number, VehicleCondition.USED);

    // When
    told(vehicle.registered(1, "100"), vehicle.completed(number, 1));

    // Then
    assertThat(record(vehicle).because().code()).isEqualTo("named-before-opening");
  }

  @Test
  void a_number_that_is_named_after_the_opening_alone_accepts_by_itself() {
    // Given
    String number = number();
    var vehicle = vehicle(VehicleCondition.USED);
    told(vehicle.assigned(Mark.of(vehicle.vin()), "NOBODY", 3));
    open(number, VehicleCondition.USED);

    // When
    told(vehicle.registered(1, "100"), vehicle.completed(number, 1));

    // Then
    assertThat(record(vehicle).step()).isEqualTo(Step.ACCEPTED);
  }

  @Test
  void of_a_model_the_number_that_was_named_last_counts() {
    // Given
    String number = number();
    var early = vehicle(VehicleCondition.NEW);
    var renamed = vehicle(VehicleCondition.NEW);
    told(early.model("EARLY", number, 1), early.ofModel("EARLY", 2));
    told(renamed.model("RENAMED", number, 1), renamed.ofModel("RENAMED", 2));
    open(number, VehicleCondition.NEW);

    // When
    told(renamed.model("RENAMED", number, 4));
    for (var vehicle : List.of(early, renamed)) {
      told(vehicle.registered(1, "100"), vehicle.completed(number, 1));
    }

    // Then
    assertThat(record(early).because().code()).isEqualTo("named-before-opening");
    assertThat(record(renamed).step()).isEqualTo(Step.ACCEPTED);
  }

  private static String number() {
    return "N-%d".formatted(++names);
  }

  private static ATestVehicle vehicle(VehicleCondition condition) {
    return new ATestVehicle("E%05d".formatted(++names), condition);
  }

  /** Opens an account that accepts all by itself. */
  private static void open(String number, VehicleCondition condition) {
    service
        .getBean(AccountBook.class)
        .open(ATestAccount.of(number, condition, Scheme.FLEET_AVERAGE, new AutoAccept(true, true)));
    service.getBean(Feeds.class).takeUp(new AccountNumber(number));
  }

  private static void told(FeedMessage... messages) {
    assertThat(service.getBean(Feeds.class).receive(List.of(messages)))
        .allMatch(Received.Kept.class::isInstance);
  }

  private static VehicleRecord record(ATestVehicle vehicle) {
    return service.getBean(VehicleRecords.class).find(Mark.of(vehicle.vin())).orElseThrow();
  }
}
