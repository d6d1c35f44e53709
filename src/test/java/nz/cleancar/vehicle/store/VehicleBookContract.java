package nz.cleancar.vehicle.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nz.cleancar.database.TestDatabase;
import nz.cleancar.decision.Outcome.Reason;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.Grams;
import nz.cleancar.standard.Money;
import nz.cleancar.standard.VehicleCondition;
import nz.cleancar.vehicle.ATestVehicle;
import nz.cleancar.vehicle.FeedMessage;
import nz.cleancar.vehicle.FeedMessage.AccountAssigned;
import nz.cleancar.vehicle.FeedMessage.Origin;
import nz.cleancar.vehicle.Identity;
import nz.cleancar.vehicle.Mark;
import nz.cleancar.vehicle.ModelCode;
import nz.cleancar.vehicle.Step;
import nz.cleancar.vehicle.VehicleBook;
import nz.cleancar.vehicle.VehicleBook.Changes;
import nz.cleancar.vehicle.VehicleBook.Merge;
import nz.cleancar.vehicle.VehicleBook.MessageKey;
import nz.cleancar.vehicle.VehicleBook.Overtaken;
import nz.cleancar.vehicle.VehicleEvent;
import nz.cleancar.vehicle.VehicleFile;
import nz.cleancar.vehicle.VehicleId;
import nz.cleancar.vehicle.VehicleRecord;
import nz.cleancar.vehicle.VehicleRecord.Assigned;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;

/** What a book of vehicles does, whichever database it is in. */
abstract class VehicleBookContract {

  private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");
  private static final AccountNumber ACCOUNT = new AccountNumber("CO2-1");
  private static final String V1 = "01J0000000000000000000000A";
  private static final String V2 = "01J0000000000000000000000B";
  private static final ATestVehicle CAR = ATestVehicle.used("CARS01");

  abstract TestDatabase database();

  /** Where the tables come from. */
  abstract FluentConfiguration tables() throws SQLException;

  @Test
  void messages_are_read_as_they_were_kept() {
    try (ApplicationContext service = database().service()) {
      // Given
      var book = service.getBean(VehicleBook.class);
      FeedMessage early = CAR.assigned(Mark.of(CAR.vin()), "NOBODY", 1).received(_ -> false);
      FeedMessage model = CAR.model("MODEL", "CO2-1", 2);
      List<FeedMessage> messages =
          List.of(
              early,
              CAR.ofModel("MODEL", 3),
              CAR.registered(new Identity(CAR.vin(), CAR.chassis()), 1, "95.5"),
              CAR.completed("CO2-1", 1),
              by("vinnie", CAR.assigned(Mark.of(CAR.vin()), "CO2-1", 5)));
      VehicleRecord record = record(V1, CAR, 0);

      // When
      book.keep(opened(record, messages, List.of()));
      book.keep(
          new Changes(
              NOW,
              List.of(model),
              List.of(),
              List.of(),
              Map.of(),
              List.of(),
              List.of(),
              List.of()));

      // Then
      VehicleFile file = book.filesAbout(List.of(Mark.of(CAR.vin()))).getFirst();
      assertThat(file.messages()).containsExactlyInAnyOrderElementsOf(messages);
      assertThat(book.files(List.of(record.id())).getFirst().messages())
          .containsExactlyInAnyOrderElementsOf(messages);
      assertThat(file.record()).isEqualTo(record(V1, CAR, 1));
      assertThat(file.marks()).containsExactly(Mark.of(CAR.vin()));
      var code = new ModelCode("MODEL");
      assertThat(book.models(List.of(code)).get(code)).hasSize(1).first().isEqualTo(model);
    }
  }

  @Test
  void a_messages_id_is_its_senders_own() {
    try (ApplicationContext service = database().service()) {
      // Given
      var book = service.getBean(VehicleBook.class);
      var vinnies = by("vinnie", CAR.assigned(Mark.of(CAR.vin()), "CO2-1", 5));
      var wandas = by("wanda", CAR.assigned(Mark.of(CAR.vin()), "CO2-2", 5));
      var nobodys = MessageKey.of(by("olive", vinnies).origin());
      var record = record(V1, CAR, 0);
      book.keep(opened(record, List.of(vinnies, wandas), List.of()));

      // When
      var known =
          book.digests(
              List.of(MessageKey.of(vinnies.origin()), MessageKey.of(wandas.origin()), nobodys));

      // Then
      assertThat(known)
          .containsOnly(
              Map.entry(MessageKey.of(vinnies.origin()), vinnies.digest()),
              Map.entry(MessageKey.of(wandas.origin()), wandas.digest()));
      assertThatThrownBy(() -> book.keep(opened(record(V2, CAR, 0), List.of(wandas), List.of())))
          .isInstanceOf(Overtaken.class);
    }
  }

  @Test
  void whoever_read_another_version_is_overtaken() {
    try (ApplicationContext service = database().service()) {
      // Given
      var book = service.getBean(VehicleBook.class);
      book.keep(opened(record(V1, CAR, 0), List.of(), List.of()));
      Changes change = changed(record(V1, CAR, 1));
      book.keep(change);

      // When
      var again = assertThatThrownBy(() -> book.keep(change));

      // Then
      again.isInstanceOf(Overtaken.class);
      assertThat(book.find(new VehicleId(V1)).orElseThrow().version()).isEqualTo(2);
    }
  }

  @Test
  void a_record_that_became_part_of_another_is_found_as_that_one_with_both_histories() {
    try (ApplicationContext service = database().service()) {
      // Given
      var book = service.getBean(VehicleBook.class);
      var other = ATestVehicle.used("CARS02");
      book.keep(opened(record(V1, CAR, 0), List.of(), List.of(event("E1", V1))));
      book.keep(opened(record(V2, other, 0), List.of(), List.of(event("E2", V2))));

      // When
      book.keep(
          new Changes(
              NOW,
              List.of(),
              List.of(),
              List.of(),
              Map.of(),
              List.of(new Merge(record(V2, other, 1), new VehicleId(V1))),
              List.of(),
              List.of()));

      // Then
      assertThat(book.find(new VehicleId(V2)).map(VehicleRecord::id)).contains(new VehicleId(V1));
      assertThat(book.find(Mark.of(other.vin())).map(VehicleRecord::id))
          .contains(new VehicleId(V1));
      assertThat(book.history(new VehicleId(V1), 10))
          .containsExactly(event("E1", V1), event("E2", V2));
      assertThat(book.inAccount(ACCOUNT, Step.ENTERED, "", 10)).hasSize(1);
      assertThat(book.counts(ACCOUNT))
          .containsExactly(new VehicleBook.Count(Step.ENTERED, "", 1, Money.ZERO, Grams.ZERO));
    }
  }

  @Test
  void messages_that_were_kept_before_their_senders_were_have_none() throws SQLException {
    // Given
    tables().target("11").load().migrate();
    try (var connection = tables().getDataSource().getConnection();
        var statement = connection.createStatement()) {
      statement.executeUpdate(
          "insert into vehicle_message (source, message_id, digest, kind, occurred_at, received_at,"
              + " subject, model_code, account_number) values ('MIAMI', 'm-1', 'abc',"
              + " 'MODEL_ASSIGNED', '2026-03-02 00:00:00+00', '2026-03-02 00:00:00+00',"
              + " 'MODEL:OLD', 'OLD', 'CO2-1')");
    }

    // When
    try (ApplicationContext service = database().service()) {
      var book = service.getBean(VehicleBook.class);

      // Then
      var code = new ModelCode("OLD");
      Origin origin = book.models(List.of(code)).values().iterator().next().getFirst().origin();
      assertThat(origin).isEqualTo(new Origin("MIAMI", "m-1", NOW));
      assertThat(book.digests(List.of(MessageKey.of(origin)))).containsValue("abc");
    }
  }

  private static AccountAssigned by(String sender, AccountAssigned said) {
    Origin from = said.origin();
    return new AccountAssigned(
        new Origin(from.source(), from.messageId(), from.occurredAt(), sender),
        said.mark(),
        said.account());
  }

  private static VehicleRecord record(String id, ATestVehicle vehicle, long version) {
    return new VehicleRecord(
        new VehicleId(id),
        Identity.of(vehicle.vin()),
        new Assigned(ACCOUNT, new ModelCode("MODEL"), null, 0, Set.of(new AccountNumber("LEFT"))),
        Step.ENTERED,
        new Reason("entered", "It is " + VehicleCondition.USED + "."),
        null,
        null,
        version);
  }

  private static VehicleEvent event(String id, String vehicle) {
    return new VehicleEvent(
        id, new VehicleId(vehicle), NOW, VehicleEvent.Kind.ENTERED, "First.", null, "vinnie");
  }

  private static Changes opened(
      VehicleRecord record, List<FeedMessage> messages, List<VehicleEvent> events) {
    return new Changes(
        NOW,
        messages,
        List.of(record),
        List.of(),
        Map.of(record.identity().mark(), record.id()),
        List.of(),
        events,
        List.of());
  }

  private static Changes changed(VehicleRecord record) {
    return new Changes(
        NOW, List.of(), List.of(), List.of(record), Map.of(), List.of(), List.of(), List.of());
  }
}
