package nz.cleancar.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import nz.cleancar.decision.Decision;
import nz.cleancar.decision.DecisionId;
import nz.cleancar.decision.DecisionMaker;
import nz.cleancar.decision.LoggedDecision;
import nz.cleancar.policy.PolicyVersion;
import nz.cleancar.standard.AccountFacts;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.AccountStatus;
import nz.cleancar.standard.AutoAccept;
import nz.cleancar.standard.Co2;
import nz.cleancar.standard.Grams;
import nz.cleancar.standard.LegalDate;
import nz.cleancar.standard.Question;
import nz.cleancar.standard.Scheme;
import nz.cleancar.standard.TestCycle;
import nz.cleancar.standard.Vehicle;
import nz.cleancar.standard.VehicleClass;
import nz.cleancar.standard.VehicleCondition;
import nz.cleancar.standard.Vin;
import nz.cleancar.testing.SamplePolicy;
import nz.cleancar.testing.Samples;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecisionJsonTest {

  private static final Instant DECIDED_AT = Instant.parse("2026-03-01T21:15:30.123Z");

  private final DecisionJson json = new DecisionJson();
  private final JsonMapper mapper = JsonMapper.createDefault();

  @Test
  void the_sample_answer_is_written() throws IOException {
    // Given
    var logged =
        new LoggedDecision(
            new DecisionId("01JQ8YV6F2M8N9T5R4K3H7W2XA"), DECIDED_AT, decision("MA", co2()));

    // When
    String written = text(json.of(DecisionResponse.from(logged)));

    // Then
    String sample = Samples.response().replace("2f1c…", "2f1c".repeat(16));
    assertThat(tree(written)).isEqualTo(tree(sample));
    assertThat(tree(written)).hasToString(tree(sample).toString());
  }

  @Test
  void an_assumed_row_is_listed_with_its_note() {
    // Given
    Decision decision = decision("NA", co2());

    // When
    String written = text(json.of(DecisionResponse.from(decision, DECIDED_AT)));

    // Then
    assertThat(written)
        .contains(
            "\"assumptions\":[{\"says\":\"A 2026 type A", "\"note\":\"Nothing could be read.\"")
        .doesNotContain("\"id\"");
  }

  @Test
  void what_is_not_subject_has_no_assessment() {
    // Given
    Decision decision = decision("TD", co2());

    // When
    String written = text(json.of(DecisionResponse.from(decision, DECIDED_AT)));

    // Then
    assertThat(written)
        .contains("\"subject\":false", "\"outcome\":\"NOT_SUBJECT\"")
        .doesNotContain("target", "charge", "co2", "null");
  }

  @Test
  void what_is_undecided_does_not_say_whether_it_is_subject() {
    // Given
    Decision decision = decision("MA", null);

    // When
    String written = text(json.of(DecisionResponse.from(decision, DECIDED_AT)));

    // Then
    assertThat(written)
        .contains("\"outcome\":\"UNDECIDED\"")
        .doesNotContain("subject", "\"target\"", "charge", "null");
  }

  @ParameterizedTest
  @ValueSource(strings = {"MA", "NA", "TD"})
  void decisions_are_written_as_the_serializer_writes_them(String vehicleClass) {
    // Given
    var response = DecisionResponse.from(decision(vehicleClass, co2()), DECIDED_AT);

    // When
    String written = text(json.of(response));

    // Then
    assertThat(written).isEqualTo(JsonBytes.standalone().text(response));
  }

  private static Decision decision(String vehicleClass, @Nullable Co2 co2) {
    var vehicle =
        new Vehicle(
            new Vin("7AT0H65MX26000017"),
            new VehicleClass(vehicleClass),
            VehicleCondition.USED,
            1500,
            1950,
            co2,
            null,
            List.of());
    var account =
        new AccountFacts(
            new AccountNumber("CO2-100001"),
            VehicleCondition.USED,
            Scheme.PAYG,
            AccountStatus.ACTIVE,
            new AutoAccept(true, false));
    return new DecisionMaker()
        .decide(
            new SamplePolicy(new PolicyVersion("sha256:" + "2f1c".repeat(16))),
            new Question(vehicle, account, LegalDate.of("2026-03-02")));
  }

  private static Co2 co2() {
    return new Co2(Grams.of("150"), TestCycle.WLTP_3P);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private JsonNode tree(String text) throws IOException {
    return java.util.Objects.requireNonNull(mapper.readValue(text, JsonNode.class));
  }
}
