package nz.cleancar.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nz.cleancar.policy.CompiledPolicy;
import nz.cleancar.policy.Policies;
import nz.cleancar.policy.PolicyVersion;
import nz.cleancar.standard.AccountFacts;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.AccountStatus;
import nz.cleancar.standard.AutoAccept;
import nz.cleancar.standard.Grams;
import nz.cleancar.standard.Scheme;
import nz.cleancar.standard.VehicleCondition;
import nz.cleancar.testing.SamplePolicy;
import nz.cleancar.testing.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestReaderTest {

  private static final AccountFacts FACTS =
      new AccountFacts(
          new AccountNumber("CO2-100001"),
          VehicleCondition.USED,
          Scheme.PAYG,
          AccountStatus.ACTIVE,
          new AutoAccept(true, false));

  private final RequestReader reader = new RequestReader(new OnePolicy());

  private record OnePolicy() implements Policies {
    @Override
    public CompiledPolicy live() {
      return new SamplePolicy();
    }

    @Override
    public Optional<CompiledPolicy> version(PolicyVersion version) {
      return Optional.empty();
    }

    @Override
    public Optional<CompiledPolicy> asKnownAt(Instant moment) {
      return Optional.empty();
    }
  }

  @Test
  void the_sample_request_is_read() {
    // Given
    byte[] body = Samples.bytes(Samples.request());

    // When
    var read = reader.decision(body);

    // Then
    var question = good(read).question(FACTS);
    assertThat(question.vehicle().tareWeightKilograms()).isEqualTo(1500);
    assertThat(question.vehicle().co2().orElseThrow().emission()).isEqualTo(Grams.of("150"));
    assertThat(question.legalDate()).hasToString("2026-03-02");
  }

  @Test
  void the_sample_with_full_facts_is_read() {
    // Given
    byte[] body = Samples.bytes(Samples.requestWithFullFacts());

    // When
    var read = reader.whatIf(body);

    // Then
    assertThat(good(read).account().facts()).contains(FACTS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"150", "150.125", "\"150.125\"", "0", "9999", "\"150.1250\"", "1.5e2"})
  void grams_are_numbers_or_decimal_texts(String grams) {
    // Given
    String body = Samples.request().replace("\"150\"", grams);

    // When
    var read = reader.decision(Samples.bytes(body));

    // Then
    assertThat(read).isInstanceOf(Read.Good.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"150\" | -1 | /vehicle/co2/gramsPerKm | must be 0 or more",
        "\"150\" | 9999.001 | /vehicle/co2/gramsPerKm | at most 9999",
        "\"150\" | 1.0001 | /vehicle/co2/gramsPerKm | at most 3 decimals",
        "\"150\" | \"1e2\" | /vehicle/co2/gramsPerKm | must be a number such as",
        "\"150\" | 1e9999999999 | /vehicle/co2/gramsPerKm | at most 9999",
        "\"150\" | true | /vehicle/co2/gramsPerKm | must be a number, not true",
        "1500 | 0 | /vehicle/tareKg | must be more than 0",
        "1500 | -5 | /vehicle/tareKg | must be more than 0",
        "1500 | 100001 | /vehicle/tareKg | must be at most 100000",
        "1500 | 1500.5 | /vehicle/tareKg | must be a whole number",
        "1500 | \"1500\" | /vehicle/tareKg | must be a whole number, not a text",
        "1950 | null | /vehicle/grossVehicleMassKg | is missing",
        "\"MA\" | \"MX\" | /vehicle/vehicleClass | must be one of MA, MC, NA, LC, TD",
        "\"MA\" | 1 | /vehicle/vehicleClass | must be a text",
        "\"USED\" | \"USD\" | /vehicle/condition | did you mean USED?",
        "WLTP_3P | WLTP_5P | /vehicle/co2/testCycle | must be one of WLTP_3P",
        "7AT0H65MX26000017 | 7AT0H65MX2600001O | /vehicle/vin | without I, O and Q",
        "7AT0H65MX26000017 | short | /vehicle/vin | must be 17",
        "2026-03-02 | 2026-02-30 | /legalDate | must be a day of the calendar",
        "2026-03-02 | 02/03/2026 | /legalDate | must be a day such as",
        "2026-03-02 | 1066-01-01 | /legalDate | between the years",
        "2019-06-01 | 2026-03-03 | /vehicle/firstRegistered | must not be after the legal date",
        "[] | [\"a\"] | /vehicle/attributes/0 | must be a word of capital letters",
        "[] | {} | /vehicle/attributes | must be a list of words",
        "tareKg | tareKgs | /vehicle/tareKgs | did you mean `tareKg`?",
        "\"number\" | \"a/b~c\" | /account/a~1b~0c | give its number alone",
        "CO2-100001 | co2 100001 | /account/number | must be at most 32",
        "\"vin\": | \"vin\": \"7AT0H65MX26000017\", \"vin\": | /vehicle/vin | more than once"
      })
  void each_fault_is_named_with_its_pointer(
      String found, String put, String pointer, String detail) {
    // Given
    String body = Samples.request().replace(found, put);

    // When
    var read = reader.decision(Samples.bytes(body));

    // Then
    assertThat(faults(read))
        .anySatisfy(
            fault -> {
              assertThat(fault.pointer()).isEqualTo(pointer);
              assertThat(fault.detail()).contains(detail);
            });
  }

  @Test
  void all_that_is_missing_is_named_at_once() {
    // Given
    String body = "{\"vehicle\": {}, \"account\": {}}";

    // When
    var read = reader.decision(Samples.bytes(body));

    // Then
    assertThat(faults(read))
        .extracting(InputFault::pointer)
        .containsExactlyInAnyOrder(
            "/legalDate",
            "/vehicle/vin",
            "/vehicle/vehicleClass",
            "/vehicle/condition",
            "/vehicle/tareKg",
            "/vehicle/grossVehicleMassKg",
            "/account/number");
  }

  @Test
  void no_more_than_fifty_faults_are_named() {
    // Given
    String body =
        "{" + "\"x\": 1,".repeat(10_000) + "\"vehicle\": {}, \"account\": {}, \"legalDate\": 1}";

    // When
    var read = reader.decision(Samples.bytes(body));

    // Then
    assertThat(faults(read)).hasSize(50);
  }

  @Test
  void broken_json_is_named_with_line_and_column() {
    // Given
    String body = "{\n  \"vehicle\": }";

    // When
    var read = reader.decision(Samples.bytes(body));

    // Then
    assertThat(read)
        .isInstanceOfSatisfying(
            Read.Broken.class,
            broken ->
                assertThat(broken.detail()).contains("line 2, column 14").doesNotContain("code"));
  }

  @Test
  void nesting_is_bounded() {
    // Given
    String body = "[".repeat(100_000);

    // When
    var read = reader.decision(Samples.bytes(body));

    // Then
    assertThat(read)
        .isInstanceOfSatisfying(
            Read.Broken.class, broken -> assertThat(broken.detail()).contains("16 deep"));
  }

  private static <T> T good(Read<T> read) {
    return switch (read) {
      case Read.Good<T>(T request) -> request;
      case Read.Faulty<T>(List<InputFault> faults) -> throw new AssertionError(faults);
      case Read.Broken<T>(String detail) -> throw new AssertionError(detail);
    };
  }

  private static <T> List<InputFault> faults(Read<T> read) {
    return switch (read) {
      case Read.Good<T> _ -> List.of();
      case Read.Faulty<T>(List<InputFault> faults) -> faults;
      case Read.Broken<T>(String detail) -> throw new AssertionError(detail);
    };
  }
}
