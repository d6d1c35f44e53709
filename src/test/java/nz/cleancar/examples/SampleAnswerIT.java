package nz.cleancar.examples;

import static nz.cleancar.testing.Questions.aCar;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import nz.cleancar.testing.RunningService;
import nz.cleancar.testing.RunningService.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample messages of shared/api through the real service, policy and log. */
class SampleAnswerIT {

  private static RunningService service;

  @BeforeAll
  static void start(@TempDir Path data) {
    service = RunningService.start(RunningService.SHIPPED_POLICY, data);
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void the_sample_request_gets_the_sample_answer_ids_and_times_aside() throws IOException {
    // When
    Answer answer = service.post("/decisions", sample("decision-request.json"));

    // Then
    JsonNode given = answer.json();
    JsonNode expected = new ObjectMapper().readTree(sample("decision-response.json"));
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.response().headers().firstValue("Location"))
        .contains("/decisions/" + answer.at("/id"));
    JsonNode sampleStep = expected.get("explanation").get(0);
    String[] aside = {"id", "policyVersion", "decidedAt", "explanation"};
    assertThat(without(given, aside)).isEqualTo(without(expected, aside));
    assertThat(StreamSupport.stream(given.get("explanation").spliterator(), false))
        .anySatisfy(
            step -> {
              assertThat(step.get("says")).isEqualTo(sampleStep.get("says"));
              assertThat(step.get("rule")).isEqualTo(sampleStep.get("rule"));
              assertThat(without(step.get("row"), "note")).isEqualTo(sampleStep.get("row"));
            });
  }

  @Test
  void full_facts_get_the_same_answer_without_an_id() throws IOException {
    // When
    Answer logged = service.post("/decisions", sample("decision-request.json"));
    Answer whatIf = service.post("/decisions/what-if", sample("decision-request-full-facts.json"));

    // Then
    assertThat(whatIf.status()).isEqualTo(200);
    assertThat(whatIf.json().has("id")).isFalse();
    assertThat(without(whatIf.json(), "decidedAt"))
        .isEqualTo(without(logged.json(), "id", "decidedAt"));
  }

  @Test
  void a_logged_decision_is_read_and_replayed_as_it_was_answered() throws IOException {
    // Given
    Answer logged = service.post("/decisions", sample("decision-request.json"));

    // When
    Answer read = service.get("/decisions/" + logged.at("/id"));
    Answer replayed = service.post("/decisions/" + logged.at("/id") + "/replay", "");

    // Then
    assertThat(read.json()).isEqualTo(logged.json());
    assertThat(replayed.at("/identical")).isEqualTo("true");
  }

  @Test
  void a_vehicle_on_an_assumption_says_so() {
    // When
    Answer answer =
        service.post("/decisions/what-if", aCar().ofClass("MD2").on("2024-06-30").json());

    // Then
    assertThat(answer.json().get("assumptions").findValuesAsText("workbook"))
        .containsExactly("vehicle-types.xlsx", "weight-adjustment.xlsx");
  }

  @Test
  void an_unknown_conversion_is_undecided_and_says_what_is_missing() {
    // When
    Answer answer = service.post("/decisions/what-if", aCar().measuredBy("NEDC").json());

    // Then
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.at("/acceptance/outcome")).isEqualTo("UNDECIDED");
    assertThat(answer.at("/acceptance/reasons/0/says"))
        .contains("test-cycles.xlsx", "Test cycle NEDC");
    assertThat(answer.at("/certification/mayProceed")).isEqualTo("false");
    assertThat(answer.json().has("target")).isFalse();
  }

  @Test
  void a_missing_co2_value_is_undecided() {
    // When
    Answer answer = service.post("/decisions/what-if", aCar().withoutCo2().json());

    // Then
    assertThat(answer.at("/acceptance/outcome")).isEqualTo("UNDECIDED");
    assertThat(answer.at("/acceptance/reasons/0/says")).contains("CO2 not given");
  }

  @Test
  void a_suspended_account_refuses_and_the_vehicle_is_assessed_all_the_same() {
    // When
    Answer answer = service.post("/decisions/what-if", aCar().whoseAccountIs("SUSPENDED").json());

    // Then
    assertThat(answer.at("/acceptance/outcome")).isEqualTo("REFUSE");
    assertThat(answer.at("/acceptance/reasons/0/code")).isEqualTo("account-suspended");
    assertThat(answer.at("/charge/amount")).isEqualTo("248.40");
    assertThat(answer.at("/certification/mayProceed")).isEqualTo("false");
  }

  @Test
  void a_vehicle_of_exactly_forty_years_is_subject_and_one_a_day_older_is_not() {
    // When
    Answer forty = service.post("/decisions/what-if", aCar().firstRegistered("1986-03-02").json());
    Answer older = service.post("/decisions/what-if", aCar().firstRegistered("1986-03-01").json());

    // Then
    assertThat(forty.at("/subject")).isEqualTo("true");
    assertThat(older.at("/subject")).isEqualTo("false");
    assertThat(older.at("/acceptance/reasons/0/code")).isEqualTo("over-40-years");
    assertThat(older.at("/certification/mayProceed")).isEqualTo("true");
  }

  private static JsonNode without(JsonNode object, String... members) {
    ObjectNode copy = object.deepCopy();
    return copy.remove(List.of(members));
  }

  private static String sample(String name) throws IOException {
    try (InputStream sample = SampleAnswerIT.class.getResourceAsStream("/api/" + name)) {
      return new String(sample.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
