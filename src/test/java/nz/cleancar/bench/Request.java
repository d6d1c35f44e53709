package nz.cleancar.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A request whose bytes are ready to send.
 *
 * @param bytes head and body
 * @param expectedStatus the status of a good answer
 */
@SuppressWarnings("ArrayRecordComponent") // sent, never compared
record Request(byte[] bytes, int expectedStatus) {

  private static final Path BODIES = Path.of("src/test/resources/api");

  /** A POST of one of the interface's sample bodies. */
  static Request post(String path, String body, int expectedStatus) {
    String json;
    try {
      json = Files.readString(BODIES.resolve(body));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String head =
        "POST %s HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
            .formatted(path, json.getBytes(StandardCharsets.UTF_8).length);
    return new Request((head + json).getBytes(StandardCharsets.UTF_8), expectedStatus);
  }
}
