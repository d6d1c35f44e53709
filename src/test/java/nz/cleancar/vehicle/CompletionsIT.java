package nz.cleancar.vehicle;

import static nz.cleancar.vehicle.Completion.Kind.ENTRY_CERTIFICATION_COMPLETE;
import static nz.cleancar.vehicle.Completion.Kind.PRE_DELIVERY_INSPECTION_COMPLETE;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import nz.cleancar.account.ATestAccount;
import nz.cleancar.account.AccountBook;
import nz.cleancar.database.TestDatabase;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.AutoAccept;
import nz.cleancar.standard.Scheme;
import nz.cleancar.standard.VehicleCondition;
import nz.cleancar.testing.ShippedPolicy;
import nz.cleancar.testing.TestClock;
import nz.cleancar.vehicle.FeedMessage.Completed;
import nz.cleancar.vehicle.FeedMessage.Origin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Vehicles of which more than one thing was said to be complete. */
class CompletionsIT {

  private static final LocalDate MARCH = LocalDate.of(2026, 3, 2);
  private static final LocalDate APRIL = LocalDate.of(2025, 4, 3);

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
    open("USED-1", VehicleCondition.USED, new AutoAccept(false, false));
    open("USED-2", VehicleCondition.USED, new AutoAccept(false, false));
    open("USED-AUTO", VehicleCondition.USED, new AutoAccept(true, true));
    open("NEW-AUTO", VehicleCondition.NEW, new AutoAccept(true, true));
    open("NEW-1", VehicleCondition.NEW, new AutoAccept(false, false));
    open("NEW-2", VehicleCondition.NEW, new AutoAccept(false, false));
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void kinds_that_both_set_the_legal_date_and_name_two_accounts_leave_the_vehicle_waiting() {
    inEveryOrder(
        VehicleCondition.NEW,
        vehicle ->
            List.of(
                vehicle.registered(1, "100"),
                said(vehicle, "vinnie", 50, ENTRY_CERTIFICATION_COMPLETE, "NEW-1", MARCH),
                said(vehicle, "wanda", 51, PRE_DELIVERY_INSPECTION_COMPLETE, "NEW-2", MARCH)),
        record -> {
          assertThat(record.step()).isEqualTo(Step.ENTERED);
          assertThat(record.because().code()).isEqualTo("completions-differ");
          assertThat(record.because().says())
              .contains("entry certification", "NEW-1", "pre-delivery inspection", "NEW-2");
          assertThat(record.decided()).isEmpty();
        });
  }

  @Test
  void what_does_not_set_the_legal_date_names_no_account() {
    inEveryOrder(
        VehicleCondition.USED,
        vehicle ->
            List.of(
                vehicle.registered(1, "100"),
                said(vehicle, "vinnie", 50, ENTRY_CERTIFICATION_COMPLETE, "USED-1", MARCH),
                said(vehicle, "wanda", 51, PRE_DELIVERY_INSPECTION_COMPLETE, "USED-2", APRIL)),
        record -> {
          assertThat(record.step()).isEqualTo(Step.READY);
          assertThat(record.account()).contains(new AccountNumber("USED-1"));
          assertThat(record.decided().orElseThrow().legalDate().day()).isEqualTo(MARCH);
        });
  }

  @Test
  void two_senders_who_differ_leave_the_vehicle_waiting_until_one_corrects_it() {
    inEveryOrder(
        VehicleCondition.USED,
        vehicle ->
            List.of(
                vehicle.registered(1, "100"),
                said(vehicle, "vinnie", 50, ENTRY_CERTIFICATION_COMPLETE, "USED-1", MARCH),
                said(vehicle, "wanda", 51, ENTRY_CERTIFICATION_COMPLETE, "USED-2", MARCH)),
        record -> {
          assertThat(record.because().code()).isEqualTo("completions-differ");
          assertThat(record.because().says()).contains("USED-1", "USED-2");
        });
    inEveryOrder(
        VehicleCondition.USED,
        vehicle ->
            List.of(
                vehicle.registered(1, "100"),
                said(vehicle, "vinnie", 50, ENTRY_CERTIFICATION_COMPLETE, "USED-1", MARCH),
                said(vehicle, "wanda", 51, ENTRY_CERTIFICATION_COMPLETE, "USED-2", MARCH),
                said(vehicle, "vinnie", 52, ENTRY_CERTIFICATION_COMPLETE, "USED-2", MARCH)),
        record -> {
          assertThat(record.step()).isEqualTo(Step.READY);
          assertThat(record.account()).contains(new AccountNumber("USED-2"));
          assertThat(record.decided().orElseThrow().account())
              .isEqualTo(new AccountNumber("USED-2"));
        });
  }

  @Test
  void a_sender_corrects_the_day_and_the_vehicle_is_decided_again_by_it() {
    inEveryOrder(
        VehicleCondition.USED,
        vehicle ->
            List.of(
                vehicle.registered(1, "100"),
                vehicle.registered(2, "120"),
                said(vehicle, "vinnie", 50, ENTRY_CERTIFICATION_COMPLETE, "USED-1", MARCH),
                said(vehicle, "vinnie", 51, ENTRY_CERTIFICATION_COMPLETE, "USED-1", APRIL)),
        record -> {
          assertThat(record.step()).isEqualTo(Step.READY);
          assertThat(record.decided().orElseThrow().revision()).isEqualTo(2);
          assertThat(record.decided().orElseThrow().legalDate().day()).isEqualTo(APRIL);
        });
  }

  @Test
  void nothing_is_corrected_after_acceptance() {
    // Given
    var vehicle = ATestVehicle.used(name());
    var _ =
        receive(
            vehicle.registered(1, "100"),
            said(vehicle, "vinnie", 50, ENTRY_CERTIFICATION_COMPLETE, "USED-AUTO", MARCH));

    // When
    var received =
        receive(said(vehicle, "vinnie", 51, ENTRY_CERTIFICATION_COMPLETE, "USED-1", APRIL));

    // Then
    assertThat(received.getFirst()).isInstanceOf(Received.Conflicting.class);
    assertThat(record(vehicle).step()).isEqualTo(Step.ACCEPTED);
    assertThat(record(vehicle).account()).contains(new AccountNumber("USED-AUTO"));
  }

  @Test
  void a_completion_that_comes_to_name_an_account_has_the_vehicle_decided_from_its_own_revision() {
    inEveryOrder(
        VehicleCondition.USED,
        vehicle ->
            List.of(
                vehicle.registered(1, "100"),
                vehicle.registered(2, "120"),
                said(vehicle, "vinnie", 50, ENTRY_CERTIFICATION_COMPLETE, "USED-1", MARCH),
                said(vehicle, "vinnie", 51, ENTRY_CERTIFICATION_COMPLETE, "USED-AUTO", MARCH)),
        record -> {
          assertThat(record.step()).isEqualTo(Step.ACCEPTED);
          assertThat(record.decided().orElseThrow().revision()).isEqualTo(1);
        });
  }

  @Test
  void what_would_have_counted_before_acceptance_is_listed_for_the_agency() {
    // Given
    var vehicle = ATestVehicle.fresh(name());
    receive(
        vehicle.registered(1, "100"),
        said(vehicle, "vinnie", 50, ENTRY_CERTIFICATION_COMPLETE, "NEW-AUTO", MARCH));

    // When
    var received =
        receive(said(vehicle, "wanda", 51, PRE_DELIVERY_INSPECTION_COMPLETE, "NEW-AUTO", APRIL));

    // Then
    assertThat(received.getFirst()).isInstanceOf(Received.Kept.class);
    assertThat(record(vehicle).decided().orElseThrow().legalDate().day()).isEqualTo(MARCH);
    assertThat(late(vehicle))
        .containsExactly(LateCorrection.Late.Kind.PRE_DELIVERY_INSPECTION_COMPLETE);
  }

  @Test
  void what_would_not_have_counted_before_acceptance_is_not_listed() {
    // Given
    var vehicle = ATestVehicle.fresh(name());
    receive(
        vehicle.registered(1, "100"),
        said(vehicle, "vinnie", 50, ENTRY_CERTIFICATION_COMPLETE, "NEW-AUTO", APRIL));

    // When
    receive(said(vehicle, "wanda", 51, PRE_DELIVERY_INSPECTION_COMPLETE, "NEW-AUTO", MARCH));

    // Then
    assertThat(record(vehicle).step()).isEqualTo(Step.ACCEPTED);
    assertThat(late(vehicle)).isEmpty();
  }

  private static List<LateCorrection.Late.Kind> late(ATestVehicle vehicle) {
    return service.getBean(VehicleRecords.class).lateCorrections("", VehicleRecords.MOST).stream()
        .filter(each -> each.vehicle().equals(record(vehicle).id()))
        .map(each -> each.late().kind())
        .toList();
  }

  /** Tells a vehicle of its own the messages in each order, and looks at what becomes of it. */
  private static void inEveryOrder(
      VehicleCondition condition,
      Function<ATestVehicle, List<FeedMessage>> messages,
      java.util.function.Consumer<VehicleRecord> asserting) {
    int count = messages.apply(new ATestVehicle("X00000", condition)).size();
    var became = new HashSet<String>();
    for (List<Integer> order : orders(count)) {
      // Given
      var vehicle = new ATestVehicle(name(), condition);
      List<FeedMessage> all = messages.apply(vehicle);

      // When
      order.forEach(at -> assertThat(receive(all.get(at))).hasSize(1));

      // Then
      VehicleRecord record = record(vehicle);
      asserting.accept(record);
      became.add(
          "%s %s %s %s"
              .formatted(
                  record.step(),
                  record.because(),
                  record.account(),
                  record.decided().map(each -> each.revision() + " " + each.legalDate())));
    }
    assertThat(became).hasSize(1);
  }

  private static List<List<Integer>> orders(int count) {
    if (count == 0) {
      return List.of(List.of());
    }
    var all = new ArrayList<List<Integer>>();
    for (List<Integer> fewer : orders(count - 1)) {
      for (int at = 0; at <= fewer.size(); at++) {
        var order = new ArrayList<>(fewer);
        order.add(at, count - 1);
        all.add(order);
      }
    }
    return all;
  }

  private static Completed said(
      ATestVehicle vehicle,
      String sender,
      int minutes,
      Completion.Kind kind,
      String account,
      LocalDate day) {
    Origin from = vehicle.from("CERTIFIER", "c" + minutes, minutes);
    return new Completed(
        new Origin(from.source(), from.messageId(), from.occurredAt(), sender),
        vehicle.completed(kind, account, 1, day).completion());
  }

  private static String name() {
    return "C%05d".formatted(++vehicles);
  }

  private static void open(String number, VehicleCondition condition, AutoAccept autoAccept) {
    service
        .getBean(AccountBook.class)
        .open(ATestAccount.of(number, condition, Scheme.FLEET_AVERAGE, autoAccept));
  }

  private static List<Received> receive(FeedMessage... messages) {
    return service.getBean(Feeds.class).receive(List.of(messages));
  }

  private static VehicleRecord record(ATestVehicle vehicle) {
    return service.getBean(VehicleRecords.class).find(Mark.of(vehicle.vin())).orElseThrow();
  }
}
