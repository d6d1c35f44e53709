package nz.cleancar.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;
import nz.cleancar.security.AccessToken;
import nz.cleancar.security.Person;
import nz.cleancar.security.PersonName;
import nz.cleancar.security.Role;
import nz.cleancar.security.store.PeopleFile;

/** An author and an approver who change the policy of a service. */
final class PolicyDesk {

  private static final Pattern REPORTS = Pattern.compile("\"reports\":\"([^\"]+)\"");
  private static final Pattern DRAFT = Pattern.compile("\"version\":\"(sha256:[0-9a-f]+)\"");

  private final HttpClient client = HttpClient.newHttpClient();
  private final AccessToken author = AccessToken.random(new SecureRandom());
  private final AccessToken approver = AccessToken.random(new SecureRandom());
  private final Service service;

  private PolicyDesk(Service service) {
    this.service = service;
  }

  /** Lets both sign in to the service with this data folder. */
  static PolicyDesk at(Service service, Path data) {
    var desk = new PolicyDesk(service);
    var people = new PeopleFile(data.resolve("people.csv"));
    people.put(new Person(new PersonName("author"), Set.of(Role.POLICY_STAFF)), desk.author);
    people.put(new Person(new PersonName("approver"), Set.of(Role.POLICY_STAFF)), desk.approver);
    return desk;
  }

  /**
   * A version that was handed in, checked and approved.
   *
   * @param untilFindings how long it took from handing in to the findings
   */
  record Approved(String version, Duration untilFindings) {}

  /** Hands new charge rates in, and has them approved. */
  Approved handIn(byte[] chargeRates) {
    long start = System.nanoTime();
    String draft =
        send(
            to("/policy/versions?file=charge-rates.xlsx&reason=Measured", author)
                .header("Content-Type", "application/octet-stream")
                .POST(HttpRequest.BodyPublishers.ofByteArray(chargeRates)));
    var untilFindings = Duration.ofNanos(System.nanoTime() - start);
    String version = found(DRAFT, draft);
    post(
        "/policy/versions/" + version + "/approval",
        "{\"reports\": \"" + found(REPORTS, draft) + "\", \"reason\": \"Measured\"}",
        approver);
    return new Approved(version, untilFindings);
  }

  /** Makes the version live; how long that took. */
  Duration publish(String version) {
    long start = System.nanoTime();
    post("/policy/versions/" + version + "/publication", "{\"reason\": \"Measured\"}", author);
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /** What the live policy answers to the sample question. */
  String whatIf() {
    return send(
        HttpRequest.newBuilder(uri("/decisions/what-if"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(Requests.whatIfBody())));
  }

  private void post(String path, String body, AccessToken token) {
    send(
        to(path, token)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private HttpRequest.Builder to(String path, AccessToken token) {
    return HttpRequest.newBuilder(uri(path)).header("Authorization", "Bearer " + token.secret());
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + service.port() + path);
  }

  private String send(HttpRequest.Builder request) {
    try {
      var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() / 100 != 2) {
        throw new IllegalStateException(answer.body());
      }
      return answer.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static String found(Pattern pattern, String text) {
    var matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new IllegalStateException("No " + pattern + " in " + text);
    }
    return matcher.group(1);
  }
}
