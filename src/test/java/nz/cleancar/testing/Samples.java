package nz.cleancar.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The messages that other systems rely on, as the shared samples have them. */
public final class Samples {

  private Samples() {}

  public static String request() {
    return read("decision-request.json");
  }

  public static String requestWithFullFacts() {
    return read("decision-request-full-facts.json");
  }

  public static String response() {
    return read("decision-response.json");
  }

  public static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String read(String name) {
    try (InputStream in = Samples.class.getResourceAsStream("/api/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
