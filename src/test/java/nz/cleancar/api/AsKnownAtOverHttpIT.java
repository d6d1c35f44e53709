package nz.cleancar.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import nz.cleancar.testing.SamplePolicy;
import nz.cleancar.testing.Samples;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Decisions with the policy that was live at a moment, or with one that cannot decide. */
class AsKnownAtOverHttpIT {

  private static Service service;

  @BeforeAll
  static void start() {
    service = Service.start();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-01T00:00:00Z, true",
    "2026-02-01T12:59:59.999+13:00, true",
    "2026-02-01T13:00:00+13:00, false"
  })
  void a_what_if_is_decided_with_the_policy_that_was_live_then(String moment, boolean other) {
    // When
    var answer = whatIf("\"asKnownAt\": \"" + moment + "\",");

    // Then
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body())
        .contains(other ? Fakes.OTHER_VERSION.name() : SamplePolicy.VERSION.name());
  }

  @Test
  void before_the_first_policy_was_live_there_is_none() {
    // When
    var answer = whatIf("\"asKnownAt\": \"2025-12-31T23:59:59Z\",");

    // Then
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("/problems/unknown-policy-version", "/asKnownAt", "before the first policy");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"2026-02-01\" | must be a moment such as",
        "\"2026-02-01T00:00:00\" | must be a moment such as",
        "\"+999999999-01-01T00:00:00Z\" | must be a moment such as",
        "1769904000 | in quotes, not a number",
        "\"2199-01-01T00:00:00Z\" | must not be in the future"
      })
  void what_is_no_moment_of_the_past_is_a_fault(String moment, String says) {
    // When
    var answer = whatIf("\"asKnownAt\": " + moment + ",");

    // Then
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(answer.body()).contains("/asKnownAt", says);
  }

  @Test
  void a_moment_and_a_version_do_not_go_together() {
    // When
    var answer =
        whatIf(
            "\"asKnownAt\": \"2026-01-02T00:00:00Z\", \"policyVersion\": \""
                + Fakes.OTHER_VERSION
                + "\",");

    // Then
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("/asKnownAt", "one of the two");
  }

  @Test
  void a_draft_that_cannot_decide_is_a_problem_that_says_why() {
    // When
    var answer = whatIf("\"policyVersion\": \"" + Fakes.BROKEN_VERSION + "\",");

    // Then
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body())
        .contains("/problems/policy-not-at-hand", "acceptance.drl, line 12", "Write `then`.");
  }

  @Test
  void a_replay_is_decided_with_the_policy_that_was_live_then() {
    // Given
    String location =
        service
            .post("/decisions", Samples.request())
            .headers()
            .firstValue("Location")
            .orElseThrow();

    // When
    var answer = replay(location, "2026-01-15T09:30:00+13:00");

    // Then
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body())
        .contains("\"policyVersion\":\"" + Fakes.OTHER_VERSION, "\"identical\":false");
  }

  @ParameterizedTest
  @CsvSource({
    "yesterday, 400, such as 2026",
    "2199-01-01T00:00:00Z, 400, future",
    "2020-01-01T00:00:00Z, 422, before the first policy"
  })
  void a_replay_at_another_moment_is_a_problem(String moment, int status, String says) {
    // Given
    String location =
        service
            .post("/decisions", Samples.request())
            .headers()
            .firstValue("Location")
            .orElseThrow();

    // When
    var answer = replay(location, moment);

    // Then
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.body()).contains(says);
  }

  private static HttpResponse<String> replay(String location, String moment) {
    String query = "/replay?asKnownAt=" + URLEncoder.encode(moment, StandardCharsets.UTF_8);
    return service.send(service.to(location + query).POST(BodyPublishers.noBody()));
  }

  private static HttpResponse<String> whatIf(String members) {
    return service.post(
        "/decisions/what-if", Samples.requestWithFullFacts().replaceFirst("\\{", "{" + members));
  }
}
