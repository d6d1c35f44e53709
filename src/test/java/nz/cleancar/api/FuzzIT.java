package nz.cleancar.api;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import nz.cleancar.testing.Samples;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FuzzIT {

  private static final int REQUESTS = 5_000;
  private static final List<String> SCRAPS =
      List.of(
          "{",
          "}",
          "[",
          "]",
          ",",
          ":",
          "\"",
          "\\",
          "\\u0000",
          "\\ud800",
          "null",
          "true",
          "-0",
          "1e9999999999",
          "-1e-9999999999",
          "1E400",
          "0.0001",
          "99999999999999999999",
          "NaN",
          "\u0000",
          "é",
          "😀",
          "/",
          "~",
          "~1",
          "..",
          "{\"a\":",
          "[[[[[[[[[[[[[[[[[[[[",
          "\"vin\"",
          "\"2026-02-30\"",
          "\"+12026-01-01\"",
          "\"0000-00-00\"",
          "\"\"",
          "{}",
          "[]",
          " ",
          "\r\n",
          "\"policyVersion\":\"sha256:0\",",
          "\"__proto__\":{},",
          "\"account\":null,");

  private static Service service;

  private final JsonMapper mapper = JsonMapper.createDefault();

  @BeforeAll
  static void start() {
    service = Service.start();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void mutated_requests_get_answers_or_well_formed_problems() throws IOException {
    // Given
    long seed = Long.getLong("fuzz.seed", System.nanoTime());
    System.out.println("fuzz.seed=" + seed);
    var random = new Random(seed);
    int refused = 0;

    // When
    for (int i = 0; i < REQUESTS; i++) {
      byte[] body = mutated(random);
      var answer = service.send(request(random, body));

      // Then
      String asked = "seed " + seed + ", request " + i + ": " + text(body);
      assertThat(answer.statusCode()).as(asked).isBetween(200, 499);
      if (answer.statusCode() >= 400) {
        assertWellFormed(answer, asked);
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(REQUESTS / 10);
  }

  private static HttpRequest.Builder request(Random random, byte[] body) {
    String path =
        switch (random.nextInt(10)) {
          case 0 -> "/decisions/" + Integer.toString(random.nextInt(), 36);
          case 1, 2, 3 -> "/decisions";
          default -> "/decisions/what-if";
        };
    var request = random.nextInt(20) == 0 ? service.to(path) : service.json(path);
    if (random.nextInt(10) == 0) {
      request.header(
          "Idempotency-Key", Integer.toString(random.nextInt(5)) + "ü".repeat(random.nextInt(2)));
    }
    if (random.nextInt(20) == 0) {
      request.header(
          "Accept", List.of("text/html", "*/*", "application/xml", "no").get(random.nextInt(4)));
    }
    return request.POST(BodyPublishers.ofByteArray(body));
  }

  private static byte[] mutated(Random random) {
    String sample = random.nextBoolean() ? Samples.request() : Samples.requestWithFullFacts();
    byte[] bytes = Samples.bytes(sample);
    int mutations = random.nextInt(4);
    for (int i = 0; i < mutations && bytes.length > 0; i++) {
      bytes = mutated(random, bytes);
    }
    return bytes;
  }

  private static byte[] mutated(Random random, byte[] bytes) {
    int at = random.nextInt(bytes.length);
    int length = Math.min(bytes.length - at, 1 + random.nextInt(12));
    byte[] scrap = Samples.bytes(SCRAPS.get(random.nextInt(SCRAPS.size())));
    return switch (random.nextInt(6)) {
      case 0 -> spliced(bytes, at, at + length, new byte[0]);
      case 1 -> spliced(bytes, at, at, scrap);
      case 2 -> spliced(bytes, at, at + length, scrap);
      case 3 -> spliced(bytes, at, at + 1, new byte[] {(byte) random.nextInt(256)});
      case 4 -> spliced(bytes, at, at, java.util.Arrays.copyOfRange(bytes, at, at + length));
      default -> valueReplaced(random, bytes, scrap);
    };
  }

  /** Puts something else where a value stood, so that the rest stays JSON. */
  private static byte[] valueReplaced(Random random, byte[] bytes, byte[] scrap) {
    String text = text(bytes);
    int colon = text.indexOf(':', random.nextInt(text.length()));
    if (colon < 0) {
      return bytes;
    }
    int end = colon + 1;
    while (end < text.length() && ",}\n".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return (text.substring(0, colon + 1) + text(scrap) + text.substring(end))
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] spliced(byte[] bytes, int from, int to, byte[] with) {
    var spliced = new ByteArrayOutputStream();
    spliced.write(bytes, 0, from);
    spliced.writeBytes(with);
    spliced.write(bytes, to, bytes.length - to);
    return spliced.toByteArray();
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private void assertWellFormed(HttpResponse<String> answer, String asked) throws IOException {
    assertThat(answer.headers().firstValue("Content-Type"))
        .as(asked)
        .contains("application/problem+json");
    JsonNode problem = requireNonNull(mapper.readValue(answer.body(), JsonNode.class));
    for (String member : List.of("type", "title", "status", "detail", "instance")) {
      assertThat(problem.get(member)).as("%s of %s", member, asked).isNotNull();
    }
    JsonNode errors = problem.get("errors");
    if (errors != null) {
      assertThat(errors.size()).as(asked).isPositive();
      errors
          .values()
          .forEach(
              error ->
                  assertThat(requireNonNull(error.get("pointer")).coerceStringValue())
                      .as(asked)
                      .matches("(/([^~/]|~[01])*)*"));
    }
  }
}
