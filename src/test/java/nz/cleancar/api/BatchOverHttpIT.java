package nz.cleancar.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import nz.cleancar.testing.Samples;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BatchOverHttpIT {

  private static final String LINE = Samples.request().replace("\n", "");

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
  void each_line_gets_its_answer_in_order() {
    // Given
    String overlong = "x".repeat(100_000);
    String body =
        String.join("\n", LINE, "", "{", LINE.replace("100001", "9"), overlong, LINE + "\r", LINE);

    // When
    var answer = service.send(batch(BodyPublishers.ofString(body)));

    // Then
    List<String> lines = answer.body().lines().toList();
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/x-ndjson");
    assertThat(lines).hasSize(6);
    assertThat(lines.get(0)).startsWith("{\"id\":");
    assertThat(lines.get(1)).startsWith("{\"line\":3,\"problem\":{").contains("malformed-json");
    assertThat(lines.get(2)).startsWith("{\"line\":4,").contains("unknown-account");
    assertThat(lines.get(3)).startsWith("{\"line\":5,").contains("too-large");
    assertThat(lines.get(4)).startsWith("{\"id\":");
    assertThat(lines.get(5)).startsWith("{\"id\":");
  }

  @Test
  void an_empty_batch_has_an_empty_answer() {
    // Given
    // When
    var answer = service.send(batch(BodyPublishers.noBody()));

    // Then
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void a_fault_of_ours_stays_in_its_line() {
    // Given
    String body = String.join("\n", LINE, LINE.replace("\"MA\"", "\"LC\""), LINE);

    // When
    var answer = service.send(batch(BodyPublishers.ofString(body)));

    // Then
    List<String> lines = answer.body().lines().toList();
    assertThat(lines).hasSize(3);
    assertThat(lines.get(1)).startsWith("{\"line\":2,").contains("errorId");
    assertThat(lines.get(2)).startsWith("{\"id\":");
  }

  @Test
  void a_batch_may_be_longer_than_any_buffer() throws IOException {
    // Given
    int count = 20_000;
    try (var socket = connect()) {
      byte[] hundred = Samples.bytes(chunk((LINE + "\n").repeat(100)));
      Thread.ofVirtual()
          .start(
              () -> {
                try {
                  for (int i = 0; i < count / 100; i++) {
                    socket.getOutputStream().write(hundred);
                  }
                  socket.getOutputStream().write(Samples.bytes("0\r\n\r\n"));
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });

      // When
      var answers =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      long decided = 0;
      while (decided < count && nextAnswer(answers).startsWith("{\"id\":")) {
        decided++;
      }

      // Then
      assertThat(decided).isEqualTo(count);
    }
  }

  @Test
  void an_asker_may_send_thousands_of_lines_before_reading() {
    // Given
    String body = (LINE + "\n").repeat(5_000);

    // When
    var answer = service.send(batch(BodyPublishers.ofString(body)));

    // Then
    assertThat(answer.body().lines()).hasSize(5_000);
  }

  @Test
  void a_line_is_answered_before_the_next_is_asked() throws IOException {
    // Given
    try (var socket = connect()) {
      var in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      OutputStream out = socket.getOutputStream();

      // When
      out.write(Samples.bytes(chunk(LINE + "\n")));
      String first = nextAnswer(in);
      out.write(Samples.bytes(chunk("{}\n")));
      String second = nextAnswer(in);
      out.write(Samples.bytes("0\r\n\r\n"));

      // Then
      assertThat(first).startsWith("{\"id\":");
      assertThat(second).startsWith("{\"line\":2,");
    }
  }

  @Test
  void an_asker_who_does_not_read_is_not_read_from() throws IOException {
    // Given
    var log = service.bean(InMemoryDecisionLog.class);
    int before = log.size();
    try (var socket = connect()) {
      byte[] chunk = Samples.bytes(chunk((LINE + "\n").repeat(100)));

      // When
      int sent = sendUntilBlocked(socket, chunk);

      // Then
      assertThat(sent).isLessThan(2_000);
      assertThat(log.size() - before).isLessThan(200_000);
    }
  }

  @Test
  void an_asker_who_leaves_stops_the_work() throws IOException, InterruptedException {
    // Given
    var log = service.bean(InMemoryDecisionLog.class);
    try (var socket = connect()) {
      socket.getOutputStream().write(Samples.bytes(chunk((LINE + "\n").repeat(1_000))));
    }

    // When
    int settled = -1;
    for (int i = 0; i < 100 && settled != log.size(); i++) {
      settled = log.size();
      Thread.sleep(Duration.ofMillis(200));
    }

    // Then
    assertThat(log.size()).isEqualTo(settled);
    assertThat(service.get("/health").statusCode()).isEqualTo(200);
  }

  @Test
  void a_batch_takes_no_idempotency_key() {
    // Given
    var request = batch(BodyPublishers.ofString(LINE)).header("Idempotency-Key", "a");

    // When
    var answer = service.send(request);

    // Then
    assertThat(answer.statusCode()).isEqualTo(400);
  }

  @Test
  void json_is_no_batch() {
    // Given
    // When
    var answer = service.post("/decisions/batch", LINE);

    // Then
    assertThat(answer.statusCode()).isEqualTo(415);
  }

  private static HttpRequest.Builder batch(HttpRequest.BodyPublisher body) {
    return service.to("/decisions/batch").header("Content-Type", "application/x-ndjson").POST(body);
  }

  private static Socket connect() throws IOException {
    var socket = new Socket(InetAddress.getLoopbackAddress(), service.port());
    socket.setSoTimeout(10_000);
    socket
        .getOutputStream()
        .write(
            Samples.bytes(
                """
                POST /decisions/batch HTTP/1.1\r
                Host: localhost\r
                Content-Type: application/x-ndjson\r
                Transfer-Encoding: chunked\r
                \r
                """));
    return socket;
  }

  private static String chunk(String text) {
    return Integer.toHexString(text.length()) + "\r\n" + text + "\r\n";
  }

  private static String nextAnswer(BufferedReader in) throws IOException {
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (line.startsWith("{")) {
        return line;
      }
    }
    return "the end";
  }

  private static int sendUntilBlocked(Socket socket, byte[] chunk) throws IOException {
    var writer =
        Thread.ofVirtual()
            .unstarted(
                () -> {
                  try {
                    OutputStream out = socket.getOutputStream();
                    while (true) {
                      out.write(chunk);
                      SENT.incrementAndGet();
                    }
                  } catch (IOException _) {
                    // the socket was closed, which ends the sending
                  }
                });
    SENT.set(0);
    writer.start();
    int before = -1;
    while (before != SENT.get()) {
      before = SENT.get();
      try {
        Thread.sleep(Duration.ofSeconds(2));
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    return before;
  }

  private static final java.util.concurrent.atomic.AtomicInteger SENT =
      new java.util.concurrent.atomic.AtomicInteger();
}
