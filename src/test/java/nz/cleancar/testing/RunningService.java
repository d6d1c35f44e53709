package nz.cleancar.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import nz.cleancar.security.AccessToken;

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
    return start(policy, data, Map.of());
  }

  /** A service whose {@link TestClock} shows 2 March 2026 until it is moved. */
  public static RunningService startOnTestClock(Path policy, Path data) {
    return start(policy, data, Map.of(TestClock.PROPERTY, true));
  }

  /** A service with more properties, which come before the usual ones. */
  public static RunningService start(Path policy, Path data, Map<String, Object> more) {
    var properties = new HashMap<String, Object>(more);
    properties.putIfAbsent("ccs.duties.enabled", "false");
    properties.put("micronaut.server.port", "-1");
    properties.put("ccs.policy", policy.toString());
    properties.put("ccs.data", data.toString());
    return new RunningService(ApplicationContext.run(EmbeddedServer.class, properties));
  }

  /** Something that the service is made of. */
  public <T> T bean(Class<T> type) {
    return server.getApplicationContext().getBean(type);
  }

  /** Somebody who signs in with this token. */
  public SignedIn as(AccessToken token) {
    return new SignedIn(this, token);
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

  /** What somebody who is signed in asks. */
  public record SignedIn(RunningService service, AccessToken token) {

    private static final String WORKBOOK =
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public Answer get(String path) {
      return service.send(to(path).build());
    }

    public Answer post(String path, String body) {
      return service.send(
          to(path)
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString(body))
              .build());
    }

    /** Asks with another method, and with headers by name and value. */
    public Answer send(String method, String path, String body, String... headers) {
      var request =
          to(path)
              .header("Content-Type", "application/json")
              .method(method, HttpRequest.BodyPublishers.ofString(body));
      if (headers.length > 0) {
        request.headers(headers);
      }
      return service.send(request.build());
    }

    public Answer delete(String path) {
      return service.send(to(path).DELETE().build());
    }

    /** Hands a workbook in. */
    public Answer handIn(String file, byte[] workbook, String reason) {
      return handIn(WORKBOOK, "file=" + file, workbook, reason);
    }

    /** Hands a zip file in. */
    public Answer handIn(byte[] zip, String reason) {
      return handIn("application/zip", "", zip, reason);
    }

    private Answer handIn(String type, String query, byte[] body, String reason) {
      String why = URLEncoder.encode(reason, StandardCharsets.UTF_8);
      return service.send(
          to("/policy/versions?reason=" + why + "&" + query)
              .header("Content-Type", type)
              .POST(HttpRequest.BodyPublishers.ofByteArray(body))
              .build());
    }

    /** A file that the path gives. */
    public byte[] download(String path) {
      try {
        var response =
            service.client.send(to(path).build(), HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
          throw new AssertionError(path + " answered " + response.statusCode());
        }
        return response.body();
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }

    private HttpRequest.Builder to(String path) {
      return HttpRequest.newBuilder(service.uri(path))
          .header("Authorization", "Bearer " + token.secret());
    }
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
