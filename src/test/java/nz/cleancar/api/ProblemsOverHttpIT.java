package nz.cleancar.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.regex.Pattern;
import nz.cleancar.testing.Samples;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemsOverHttpIT {

  private static final Pattern REFUSED =
      Pattern.compile("HTTP/[0-9.]+ 4.*application/problem\\+json.*", Pattern.DOTALL);

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
  void all_faults_come_at_once_with_their_pointers() {
    // Given
    String body =
        Samples.request().replace("1500", "-5").replace("\"MA\"", "\"MX\"").replace("USED", "OLD");

    // When
    var answer = service.post("/decisions", body);

    // Then
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .contains("/problems/invalid-request", "\"instance\":\"/decisions\"")
        .contains("/vehicle/tareKg", "/vehicle/vehicleClass", "/vehicle/condition");
    assertProblem(answer);
  }

  @Test
  void an_unknown_account_is_named() {
    // Given
    String body = Samples.request().replace("100001", "999999");

    // When
    var answer = service.post("/decisions", body);
    var whatIf = service.post("/decisions/what-if", body);

    // Then
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("/problems/unknown-account", "/account/number");
    assertProblem(answer);
    assertThat(whatIf.statusCode()).isEqualTo(422);
  }

  @Test
  void account_facts_are_looked_up_and_not_taken_from_the_asker() {
    // Given
    String body = Samples.requestWithFullFacts();

    // When
    var answer = service.post("/decisions", body);

    // Then
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("/account/scheme", "looked up");
  }

  @Test
  void an_unknown_policy_version_is_named() {
    // Given
    String version = "sha256:" + "f".repeat(64);
    String body =
        Samples.requestWithFullFacts()
            .replaceFirst("\\{", "{\"policyVersion\": \"" + version + "\",");

    // When
    var answer = service.post("/decisions/what-if", body);

    // Then
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("/problems/unknown-policy-version", "/policyVersion");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "{", "[1,", "nul", "{} x", "{\"a\":1,}", "\u0000"})
  void what_is_not_json_is_refused(String body) {
    // Given
    // When
    var answer = service.post("/decisions/what-if", body);

    // Then
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("/problems/malformed-json");
    assertProblem(answer);
  }

  @Test
  void bytes_that_are_not_utf_8_are_refused() {
    // Given
    byte[] body = {'{', '"', (byte) 0xC3, (byte) 0x28, '"', ':', '1', '}'};

    // When
    var answer = service.send(service.json("/decisions").POST(BodyPublishers.ofByteArray(body)));

    // Then
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("UTF-8");
  }

  @Test
  void a_body_of_ten_megabytes_is_too_large() {
    // Given
    String body = " ".repeat(10_000_000);

    // When
    var answer = service.post("/decisions", body);

    // Then
    assertThat(answer.statusCode()).isEqualTo(413);
    assertProblem(answer);
  }

  @Test
  void a_chunked_body_of_ten_megabytes_is_too_large() {
    // Given
    byte[] body = new byte[10_000_000];
    var chunked = BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(body));

    // When
    var answer = service.send(service.json("/decisions/what-if").POST(chunked));

    // Then
    assertThat(answer.statusCode()).isEqualTo(413);
    assertProblem(answer);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /nothing, 404, not-found",
    "GET, /decisions/123, 400, invalid-request",
    "GET, /decisions/01JQ8YV6F2M8N9T5R4K3H7W2XA, 404, unknown-decision",
    "POST, /decisions/01JQ8YV6F2M8N9T5R4K3H7W2XA/replay, 404, unknown-decision",
    "DELETE, /decisions, 405, method-not-allowed",
    "GET, /decisions, 405, method-not-allowed",
    "GET, /problems/nothing, 404, not-found",
    "OPTIONS, /decisions, 405, method-not-allowed",
    "TRACE, /decisions, 405, method-not-allowed",
    "BREW, /decisions, 405, method-not-allowed"
  })
  void a_path_that_leads_nowhere_is_a_problem(String method, String path, int status, String type) {
    // Given
    var request = service.to(path).method(method, BodyPublishers.noBody());

    // When
    var answer = service.send(request);

    // Then
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.body()).contains("/problems/" + type);
    assertProblem(answer);
  }

  @Test
  void another_content_type_is_not_supported() {
    // Given
    var request =
        service
            .to("/decisions")
            .header("Content-Type", "text/xml")
            .POST(BodyPublishers.ofString("<a/>"));

    // When
    var answer = service.send(request);

    // Then
    assertThat(answer.statusCode()).isEqualTo(415);
    assertProblem(answer);
  }

  @Test
  void an_answer_in_another_form_is_not_given() {
    // Given
    var request =
        service
            .json("/decisions")
            .header("Accept", "text/html")
            .POST(BodyPublishers.ofString(Samples.request()));

    // When
    var answer = service.send(request);

    // Then
    assertThat(answer.statusCode()).isEqualTo(406);
    assertProblem(answer);
  }

  @Test
  void an_idempotency_key_is_visible_ascii() {
    // Given
    var request =
        service
            .json("/decisions")
            .header("Idempotency-Key", "a".repeat(256))
            .POST(BodyPublishers.ofString(Samples.request()));

    // When
    var answer = service.send(request);

    // Then
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("Idempotency-Key");
    assertProblem(answer);
  }

  @Test
  void a_fault_of_ours_tells_its_id_and_nothing_else() {
    // Given
    String body = Samples.requestWithFullFacts().replace("\"MA\"", "\"LC\"");

    // When
    var whatIf = service.post("/decisions/what-if", body);
    var decision = service.post("/decisions", Samples.request().replace("\"MA\"", "\"LC\""));

    // Then
    assertThat(whatIf.statusCode()).isEqualTo(500);
    assertThat(whatIf.body()).contains("errorId").doesNotContain("bearings", "Exception");
    assertThat(decision.statusCode()).isEqualTo(500);
    assertThat(decision.body()).contains("errorId").doesNotContain("bearings", "Exception");
    assertProblem(whatIf);
  }

  @ParameterizedTest
  @CsvSource({
    "cleancar.nz, 421",
    "127.0.0.1.nip.io, 421",
    "localhost.evil.nz:8080, 421",
    "localhost:80, 200",
    "[::1]:8080, 200",
    "LOCALHOST, 200",
    "'', 421"
  })
  void only_this_machines_names_are_answered_to(String host, int status) {
    // Given
    String request = "GET /problems HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";

    // When
    String answer = new RawClient(service.port()).answerTo(request);

    // Then
    assertThat(answer).startsWith("HTTP/1.1 " + status);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /problems HTTP/1.1\r\nConnection: close\r\n\r\n",
        "GET /a HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n\r\n",
        "GET /%zz HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "GET /\\ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        "GARBAGE\r\n\r\n",
        "GET / HTTP/9.9\r\nHost: localhost\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: localhost\r\nBad Header: x\r\n\r\n",
        "POST /decisions HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n"
      })
  void broken_http_is_a_problem(String request) {
    // Given
    // When
    String answer = new RawClient(service.port()).answerTo(request);

    // Then
    assertThat(answer).matches(REFUSED);
  }

  @Test
  void a_broken_chunk_is_a_problem_or_the_end_of_the_connection() {
    // Given
    String head = "POST /decisions HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n";

    // When
    String answer =
        new RawClient(service.port())
            .answerTo(head + "Content-Type: application/json\r\n\r\nzz\r\n");

    // Then
    assertThat(answer)
        .satisfiesAnyOf(
            text -> assertThat(text).isEmpty(), text -> assertThat(text).matches(REFUSED));
  }

  @Test
  void headers_that_are_too_large_are_a_problem() {
    // Given
    String request =
        "GET /problems HTTP/1.1\r\nHost: localhost\r\nX: " + "x".repeat(20_000) + "\r\n\r\n";
    String line = "GET /" + "x".repeat(20_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n";

    // When
    String header = new RawClient(service.port()).answerTo(request);
    String path = new RawClient(service.port()).answerTo(line);

    // Then
    assertThat(header).matches(REFUSED);
    assertThat(path).matches(REFUSED);
  }

  @Test
  void every_type_of_problem_describes_itself() {
    // Given
    // When
    for (ProblemType type : ProblemType.values()) {
      var answer = service.get(type.address());

      // Then
      assertThat(answer.statusCode()).as(type.address()).isEqualTo(200);
    }
  }

  private static void assertProblem(HttpResponse<String> answer) {
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(answer.body())
        .contains("\"type\":\"/problems/", "\"title\":", "\"detail\":", "\"instance\":\"/")
        .contains("\"status\":" + answer.statusCode());
  }
}
