package nz.cleancar.api;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import nz.cleancar.testing.SamplePolicy;
import nz.cleancar.testing.Samples;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DecisionsOverHttpIT {

  private static Service service;

  @BeforeAll
  static void start() {
    service = Service.start();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void a_decision_is_created_read_and_replayed() throws IOException {
    // Given
    // When
    var created = service.post("/decisions", Samples.request());
    String location = created.headers().firstValue("Location").orElseThrow();
    var read = service.get(location);
    var replayed = service.send(service.to(location + "/replay").POST(BodyPublishers.noBody()));

    // Then
    assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
    assertThat(location).isEqualTo("/decisions/" + text(created, "id"));
    assertThat(read.statusCode()).isEqualTo(200);
    assertThat(read.body()).isEqualTo(created.body());
    assertThat(replayed.statusCode()).isEqualTo(200);
    assertThat(text(replayed, "identical")).isEqualTo("true");
  }

  @Test
  void a_what_if_with_full_facts_logs_nothing_and_has_no_id() throws IOException {
    // Given
    int logged = service.bean(InMemoryDecisionLog.class).size();

    // When
    var answer = service.post("/decisions/what-if", Samples.requestWithFullFacts());

    // Then
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(json(answer.body()).get("id")).isNull();
    assertThat(service.bean(InMemoryDecisionLog.class).size()).isEqualTo(logged);
  }

  @Test
  void a_what_if_may_name_its_account_and_another_policy() throws IOException {
    // Given
    String body =
        Samples.request()
            .replaceFirst("\\{", "{\"policyVersion\": \"" + Fakes.OTHER_VERSION + "\",");

    // When
    var answer = service.post("/decisions/what-if", body);

    // Then
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(text(answer, "policyVersion")).isEqualTo(Fakes.OTHER_VERSION.name());
  }

  @Test
  void the_same_key_with_the_same_body_gets_the_first_answer() {
    // Given
    var request =
        service
            .json("/decisions")
            .header("Idempotency-Key", "first")
            .POST(BodyPublishers.ofString(Samples.request()));

    // When
    var first = service.send(request);
    var again = service.send(request);

    // Then
    assertThat(again.statusCode()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.headers().firstValue("Location"))
        .isEqualTo(first.headers().firstValue("Location"));
    assertThat(first.headers().firstValue("Idempotency-Replayed")).isEmpty();
    assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
  }

  @Test
  void the_same_key_with_another_body_is_a_conflict() {
    // Given
    var keyed = service.json("/decisions").header("Idempotency-Key", "second");
    service.send(keyed.copy().POST(BodyPublishers.ofString(Samples.request())));

    // When
    var other = service.send(keyed.POST(BodyPublishers.ofString(Samples.request() + " ")));

    // Then
    assertThat(other.statusCode()).isEqualTo(409);
    assertThat(other.body()).contains("/problems/idempotency-key-reused");
  }

  @Test
  void a_full_log_asks_to_come_again() {
    // Given
    var log = service.bean(InMemoryDecisionLog.class);
    log.beFull(true);

    // When
    var answer = service.post("/decisions", Samples.request());
    log.beFull(false);

    // Then
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    assertThat(answer.body()).contains("/problems/log-full");
  }

  @Test
  void health_and_metrics_answer() throws IOException {
    // Given
    service.post("/decisions", Samples.request());

    // When
    var health = service.get("/health");
    var readiness = service.get("/health/readiness");
    var metrics = service.get("/prometheus");
    var environment = service.get("/env");

    // Then
    assertThat(health.statusCode()).isEqualTo(200);
    assertThat(text(health, "status")).isEqualTo("UP");
    assertThat(health.body()).contains(SamplePolicy.VERSION.name()).doesNotContain("jdbc");
    assertThat(readiness.statusCode()).isEqualTo(200);
    assertThat(metrics.body())
        .contains("ccs_policy{version=\"" + SamplePolicy.VERSION + "\"} 1.0")
        .contains("ccs_decisions_seconds_count{outcome=\"AWAIT_ACCEPTANCE\",purpose=\"decision\"}");
    assertThat(environment.statusCode()).isEqualTo(404);
  }

  @Test
  void the_documentation_is_served_from_here() {
    // Given
    // When
    var page = service.get("/docs");
    String scriptPath = "/swagger-ui/res/swagger-ui-bundle.js";
    var script = service.get(scriptPath);
    String openApiPath = "/openapi/clean-car-standard.json";
    var openApi = service.get(openApiPath);

    // Then
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains(scriptPath, openApiPath).doesNotContain("https://");
    assertThat(script.statusCode()).isEqualTo(200);
    assertThat(openApi.body()).contains("/decisions/what-if");
  }

  private static JsonNode json(String text) throws IOException {
    return requireNonNull(JsonMapper.createDefault().readValue(text, JsonNode.class));
  }

  private static String text(HttpResponse<String> answer, String member) throws IOException {
    return requireNonNull(json(answer.body()).get(member)).coerceStringValue();
  }
}
