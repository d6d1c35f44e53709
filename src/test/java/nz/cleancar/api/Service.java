package nz.cleancar.api;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

/** The service on a free port, with fakes behind it, and a client that asks it. */
final class Service implements AutoCloseable {

  private final EmbeddedServer server;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private Service(EmbeddedServer server) {
    this.server = server;
  }

  static Service start() {
    return new Service(
        ApplicationContext.run(
            EmbeddedServer.class,
            Map.of(
                "test.fakes", "true",
                "micronaut.server.port", "-1",
                "ccs.policy", "",
                "ccs.database.url", "jdbc:h2:mem:api;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE")));
  }

  int port() {
    return server.getPort();
  }

  <T> T bean(Class<T> type) {
    return server.getApplicationContext().getBean(type);
  }

  HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path));
  }

  HttpResponse<String> post(String path, String body) {
    return send(json(path).POST(BodyPublishers.ofString(body)));
  }

  HttpResponse<String> get(String path) {
    return send(to(path).GET());
  }

  HttpRequest.Builder json(String path) {
    return to(path).header("Content-Type", "application/json");
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  HttpClient client() {
    return client;
  }

  @Override
  public void close() {
    client.close();
    server.close();
  }
}
