package nz.cleancar.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;

/** The whole service on a free loopback port, with a policy folder and an H2 file of its own. */
public final class RunningService implements AutoCloseable {

  public static final Path SHIPPED_POLICY = Path.of("").toAbsolutePath();

  private static final ObjectMapper JSON = new ObjectMapper();

  private final EmbeddedServer server;
  private final HttpClient client = HttpClient.newHttpClient();

  private RunningService(EmbeddedServer server) {
    this.server = server;
  }

  public static RunningService start(Path policy, Path data) {
    return new RunningService(
        ApplicationContext.run(
            EmbeddedServer.class,
            Map.of(
                "micronaut.server.port",
                "-1",
                "ccs.policy",
                policy.toString(),
                "ccs.data",
                data.toString())));
  }

  public URI uri(String path) {
    return server.getURI().resolve(path);
  }

  public Answer post(String path, String body, String... headers) {
    var request =
        HttpRequest.newBuilder(uri(path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request.build());
  }

  public Answer get(String path) {
    return send(HttpRequest.newBuilder(uri(path)).build());
  }

  public Answer send(HttpRequest request) {
    try {
      var response = client.send(request, HttpResponse.BodyHandlers.ofString());
      return new Answer(response.statusCode(), response.body(), response);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    client.close();
    server.getApplicationContext().close();
  }

  /** What came back. */
  public record Answer(int status, String body, HttpResponse<String> response) {

    /** The body as JSON; missing members read as a missing node. */
    public JsonNode json() {
      try {
        return JSON.readTree(body);
      } catch (IOException e) {
        throw new AssertionError("Not JSON: " + body, e);
      }
    }

    /** The text at the JSON pointer; empty where there is none. */
    public String at(String pointer) {
      return json().at(pointer).asText();
    }
  }
}
