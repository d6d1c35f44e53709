package nz.cleancar.api;

import static nz.cleancar.ledger.Done.done;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nz.cleancar.ledger.Acceptances;
import nz.cleancar.ledger.AcceptedVehicle;
import nz.cleancar.ledger.AccountMoney;
import nz.cleancar.ledger.Settlement;
import nz.cleancar.ledger.Vehicles;
import nz.cleancar.security.AccessToken;
import nz.cleancar.security.Role;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.Co2;
import nz.cleancar.standard.Grams;
import nz.cleancar.standard.Money;
import nz.cleancar.standard.TestCycle;
import nz.cleancar.standard.VehicleClass;
import nz.cleancar.standard.VehicleCondition;
import nz.cleancar.standard.Vin;
import nz.cleancar.testing.RunningService;
import nz.cleancar.testing.RunningService.Answer;
import nz.cleancar.testing.RunningService.SignedIn;
import nz.cleancar.testing.TestClock;
import nz.cleancar.testing.TestPeople;
import nz.cleancar.vehicle.ChassisNumber;
import nz.cleancar.vehicle.Completion;
import nz.cleancar.vehicle.FeedMessage;
import nz.cleancar.vehicle.FeedMessage.Origin;
import nz.cleancar.vehicle.Feeds;
import nz.cleancar.vehicle.Identity;
import nz.cleancar.vehicle.Mark;
import nz.cleancar.vehicle.Specification;
import nz.cleancar.vehicle.VehicleRecords;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;

/** What people look at over HTTP, with the policy that is shipped. */
class StatementsOverHttpIT {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  private static final String HOLDER = "=Ngā Waka o Tāmaki \\\"Māori\\\" Motors, Ltd";

  private static RunningService service;
  private static SignedIn olive;
  private static SignedIn mike;
  private static SignedIn aroha;
  private static String path;
  private static AccountNumber account;

  @BeforeAll
  static void start(@TempDir Path data) {
    AccessToken oliveToken = TestPeople.add(data, "olive", Role.IMPORTER);
    AccessToken mikeToken = TestPeople.add(data, "mike", Role.IMPORTER);
    AccessToken arohaToken = TestPeople.add(data, "aroha", Role.AGENCY);
    service = RunningService.startOnTestClock(RunningService.SHIPPED_POLICY, data);
    olive = service.as(oliveToken);
    mike = service.as(mikeToken);
    aroha = service.as(arohaToken);
    service.bean(TestClock.class).moveTo(LocalDate.of(2023, 2, 1));
    path =
        olive
            .post(
                "/accounts",
                """
                {"kind": "BUSINESS", "name": "%s", "email": "office@waka.example",
                 "condition": "USED"}\
                """
                    .formatted(HOLDER))
            .response()
            .headers()
            .firstValue("Location")
            .orElseThrow();
    account = new AccountNumber(path.substring("/accounts/".length()));
    accept(Vehicles.payAsYouGo(account, "v1", LocalDate.of(2023, 2, 1), "-40", "18"));
    service.bean(TestClock.class).moveTo(DAY);
    accept(Vehicles.payAsYouGo(account, "v2", DAY, "118.9", "6"));
    accept(Vehicles.inFleet(account, "v3", DAY, "108.6", "150"));
    done(service.bean(AccountMoney.class).receive(account, new Money(25_000), "payment-1"));
    accept(Vehicles.payAsYouGo(account, "v4", DAY, "-41.4", "6"));
    told(registered("1"), assigned("1"));
    told(registered("2"), assigned("2"));
    told(registered("3"), assigned("3"), certified("3"));
  }

  private static void accept(AcceptedVehicle vehicle) {
    done(service.bean(Acceptances.class).accept(vehicle, Settlement.byMoneyAlone()));
  }

  private static void told(FeedMessage... messages) {
    service.bean(Feeds.class).receive(List.of(messages));
  }

  private static Vin vin(String last) {
    return new Vin("7AT0H0MX00A00000" + last);
  }

  private static Origin origin(String id) {
    return new Origin("TEST", id, Instant.parse("2026-02-01T00:00:00Z"));
  }

  private static FeedMessage registered(String last) {
    return new FeedMessage.Registered(
        origin("r" + last),
        Identity.of(vin(last)),
        1,
        new Specification(
            new VehicleClass("MA"),
            VehicleCondition.USED,
            1500,
            2000,
            new Co2(Grams.of("180"), TestCycle.WLTP_3P),
            LocalDate.of(2019, 6, 1),
            List.of()));
  }

  private static FeedMessage assigned(String last) {
    return new FeedMessage.AccountAssigned(origin("a" + last), Mark.of(vin(last)), account);
  }

  private static FeedMessage certified(String last) {
    return new FeedMessage.Completed(
        origin("c" + last),
        new Completion(Completion.Kind.ENTRY_CERTIFICATION_COMPLETE, vin(last), account, 1, DAY));
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void the_dashboard_tells_what_waits_and_what_is_held_and_owed() {
    // When
    Answer dashboard = olive.get(path + "/dashboard");

    // Then
    assertThat(dashboard.status()).isEqualTo(200);
    assertThat(dashboard.at("/scheme")).isEqualTo("PAYG");
    assertThat(dashboard.at("/asOf")).isEqualTo("2026-03-02");
    assertThat(dashboard.at("/vehicles/entered")).isEqualTo("2");
    assertThat(dashboard.at("/vehicles/awaitingAcceptance")).isEqualTo("1");
    assertThat(dashboard.at("/vehicles/disputed")).isEqualTo("0");
    assertThat(dashboard.at("/credits/balance")).isEqualTo("118.9");
    assertThat(dashboard.at("/credits/lots/0/expiresOn")).isEqualTo("2030-03-02");
    assertThat(dashboard.at("/charges/owed")).isEqualTo("720.00");
    assertThat(dashboard.at("/charges/payable")).isEqualTo("720.00");
    assertThat(dashboard.at("/charges/due/0/count")).isEqualTo("1");
    assertThat(dashboard.at("/money")).isEqualTo("1.60");
  }

  @Test
  void the_dashboard_tells_the_net_position_of_a_fleet() {
    // When
    Answer dashboard = olive.get(path + "/dashboard");

    // Then
    assertThat(dashboard.at("/fleetYears/0/year")).isEqualTo("2026");
    assertThat(dashboard.at("/fleetYears/0/standing")).isEqualTo("INDICATIVE");
    assertThat(dashboard.at("/fleetYears/0/fleet/excess")).isEqualTo("41.4");
    assertThat(dashboard.at("/fleetYears/0/result/charge")).isEqualTo("310.50");
  }

  @Test
  void nobody_else_looks_at_the_account() {
    // Then
    assertThat(mike.get(path + "/dashboard").status()).isEqualTo(404);
    assertThat(service.get(path + "/dashboard").status()).isEqualTo(401);
    assertThat(aroha.get(path + "/dashboard").status()).isEqualTo(200);
  }

  @Test
  void a_statement_closes_with_what_the_account_holds() {
    // When
    Answer csv = olive.get(path + "/statements?from=2023-01-01&to=2026-03-02");

    // Then
    var headers = csv.response().headers();
    assertThat(headers.firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
    assertThat(headers.firstValue("Content-Disposition").orElseThrow())
        .contains("statement-" + account + "-2023-01-01-2026-03-02.csv");
    assertThat(csv.body())
        .contains("CLOSING_BALANCE,,,CREDITS,GRAMS_PER_KM,,118.9")
        .contains("CLOSING_BALANCE,,,CHARGES,NZD,,720.00")
        .contains("CLOSING_BALANCE,,,MONEY,NZD,,1.60")
        .contains("CLOSING_BALANCE,,,FLEET,GRAMS_PER_KM,,-41.4")
        .contains("\"'=Ngā Waka o Tāmaki \"\"Māori\"\" Motors, Ltd\"");
  }

  @Test
  void a_statement_opens_with_what_was_there_before() {
    // When
    Answer csv = aroha.get(path + "/statements?from=2026-03-02&format=csv");

    // Then
    assertThat(csv.body())
        .contains("OPENING_BALANCE,,,CHARGES,NZD,,720.00")
        .contains("OPENING_BALANCE,,,CREDITS,GRAMS_PER_KM,,0");
  }

  @Test
  void what_is_about_a_vehicle_names_its_vin_beside_its_id() {
    // Given
    String other =
        olive
            .post(
                "/accounts",
                "{\"kind\": \"BUSINESS\", \"name\": \"Kea\", \"email\": \"kea@kea.example\","
                    + " \"condition\": \"USED\"}")
            .response()
            .headers()
            .firstValue("Location")
            .orElseThrow();
    var number = new AccountNumber(other.substring("/accounts/".length()));
    String vehicle =
        service.bean(VehicleRecords.class).find(Mark.of(vin("1"))).orElseThrow().id().value();
    accept(Vehicles.payAsYouGo(number, vehicle, DAY, "20", "6"));
    done(service.bean(AccountMoney.class).receive(number, new Money(100), "payment-2"));

    // When
    Answer csv = olive.get(other + "/statements");
    Answer json = olive.get(other + "/ledger");

    // Then
    String vin = vin("1").value();
    assertThat(csv.body()).contains("," + vehicle + "," + vin + ",CREDITS,");
    assertThat(json.at("/lines/0/about")).isEqualTo(vehicle);
    assertThat(json.at("/lines/0/vehicle")).isEqualTo(vin);
    assertThat(json.json().at("/lines/1").has("vehicle")).isFalse();
  }

  @Test
  void a_statement_and_a_print_out_are_pdf_too() throws IOException {
    // Given
    String vehicle =
        service.bean(VehicleRecords.class).find(Mark.of(vin("1"))).orElseThrow().id().value();

    // When
    byte[] statement = olive.download(path + "/statements?format=pdf");
    byte[] printOut = olive.download("/vehicles/" + vehicle + "/print-out");

    // Then
    assertThat(text(statement)).contains(account.value(), "Ngā Waka o Tāmaki", "Closing balances");
    assertThat(text(printOut))
        .contains("CO2 account number", account.value())
        .contains("Account holder", "Ngā Waka o Tāmaki")
        .contains("VIN", vin("1").value(), "MA, used");
    assertThat(mike.get("/vehicles/" + vehicle + "/print-out"))
        .satisfies(
            answer -> {
              assertThat(answer.status()).isEqualTo(404);
              assertThat(answer.body()).doesNotContain(account.value());
            });
  }

  @Test
  void a_print_out_names_the_chassis_of_a_vehicle_that_has_no_vin_yet() throws IOException {
    // Given
    var chassis = new ChassisNumber("ZVW30-1234567");
    told(new FeedMessage.AccountAssigned(origin("chassis"), Mark.of(chassis), account));
    String vehicle =
        service.bean(VehicleRecords.class).find(Mark.of(chassis)).orElseThrow().id().value();

    // When
    byte[] printOut = olive.download("/vehicles/" + vehicle + "/print-out");

    // Then
    assertThat(text(printOut))
        .contains(account.value(), "Ngā Waka o Tāmaki", "Chassis number", "ZVW30-1234567");
  }

  /** The first page, as a reader finds it. */
  private static String text(byte[] pdf) throws IOException {
    try (var reader = new PdfReader(pdf)) {
      return new PdfTextExtractor(reader).getTextFromPage(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "format=xlsx",
        "from=yesterday",
        "to=2026-02-30",
        "from=%2B999999999-01-01",
        "from=2026-03-02&to=2026-03-01"
      })
  void what_cannot_be_asked_is_told(String query) {
    // When
    Answer answer = olive.get(path + "/statements?" + query);

    // Then
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.at("/type")).isEqualTo("/problems/invalid-request");
  }

  @Test
  void nobody_else_gets_a_statement() {
    // Then
    assertThat(mike.get(path + "/statements").status()).isEqualTo(404);
    assertThat(service.get(path + "/statements").status()).isEqualTo(401);
    assertThat(olive.get("/vehicles/nothing/print-out").status()).isEqualTo(404);
  }
}
