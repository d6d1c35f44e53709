package nz.cleancar.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import nz.cleancar.security.AccessToken;
import nz.cleancar.security.Person;
import nz.cleancar.security.PersonName;
import nz.cleancar.security.Role;
import nz.cleancar.security.store.PeopleFile;
import nz.cleancar.testing.PolicyCopy;

/**
 * What publications do to decisions that are being made: two versions take turns in being live
 * while 32 connections ask. Every answer is held against what its version decides.
 */
final class PublishFigures {

  private static final double MOST_P99 = 1.5;
  private static final double MOST_GROWTH = 1.1;
  private static final int SETTLED_AFTER = 20;
  private static final Pattern VERSION = Pattern.compile("\"policyVersion\":\"([^\"]+)\"");
  private static final Pattern AMOUNT = Pattern.compile("\"amount\":\"([^\"]+)\"");
  private static final Pattern REPORTS = Pattern.compile("\"reports\":\"([^\"]+)\"");
  private static final Pattern DRAFT = Pattern.compile("\"version\":\"(sha256:[0-9a-f]+)\"");

  private final Plan plan;
  private final HttpClient client = HttpClient.newHttpClient();
  private final AccessToken author = AccessToken.random(new SecureRandom());
  private final AccessToken approver = AccessToken.random(new SecureRandom());
  private final Map<String, String> amounts = new ConcurrentHashMap<>();
  private final AtomicInteger published = new AtomicInteger();
  private final Rounds p99 = new Rounds();

  PublishFigures(Plan plan) {
    this.plan = plan;
  }

  void measure(Figures figures, Path folder) throws IOException, InterruptedException {
    Path data = folder.resolve("publish");
    var people = new PeopleFile(data.resolve("people.csv"));
    people.put(new Person(new PersonName("author"), Set.of(Role.POLICY_STAFF)), author);
    people.put(new Person(new PersonName("approver"), Set.of(Role.POLICY_STAFF)), approver);
    try (var service = Service.ours(plan.ccsOptions(), data)) {
      service.firstAnswer(Requests.WHAT_IF);
      String first = learn(service);
      String second = publishAnother(service, folder);
      try (var load = new Load(service.port(), Requests.DECISIONS, this::check)) {
        load.warmUp(plan.httpWarmUp());
        var settled = Memory.of(service);
        for (int round = 1; published.get() < plan.publications(); round++) {
          p99.add("quiet", load.run(plan.publishRound()).p99());
          p99.add("publishing", whilePublishing(service, load, first, second));
          if (published.get() <= SETTLED_AFTER) {
            settled = Memory.of(service);
          }
          Plan.say(
              "publish, round %d: %d publications, p99 %s µs, without them %s µs"
                  .formatted(
                      round,
                      published.get(),
                      Figures.number(p99.last("publishing")),
                      Figures.number(p99.last("quiet"))));
        }
        report(figures, settled, Memory.of(service));
      }
    }
  }

  private void report(Figures figures, Memory settled, Memory atEnd) {
    figures.atMost(
        MOST_P99,
        "POST /decisions, p99 during %d publications, against without".formatted(published.get()),
        Figures.number(p99.median("publishing") / 1e3) + " ms",
        Figures.number(p99.median("quiet") / 1e3) + " ms",
        p99.ratio("publishing", "quiet"));
    figures.atMost(
        MOST_GROWTH,
        "heap after the last publication, against the first rounds",
        Figures.number(atEnd.heapMegabytes()) + " MB",
        Figures.number(settled.heapMegabytes()) + " MB",
        atEnd.heapMegabytes() / settled.heapMegabytes());
    figures.atMost(
        MOST_GROWTH,
        "loaded classes after the last publication, against the first rounds",
        Figures.number(atEnd.classes()),
        Figures.number(settled.classes()),
        atEnd.classes() / settled.classes());
  }

  private double whilePublishing(Service service, Load load, String first, String second)
      throws InterruptedException {
    var goOn = new AtomicBoolean(true);
    var failure = new ConcurrentHashMap<String, RuntimeException>();
    var publisher =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    while (goOn.get()) {
                      publish(service, published.get() % 2 == 0 ? first : second);
                      published.incrementAndGet();
                    }
                  } catch (RuntimeException e) {
                    failure.put("publisher", e);
                  }
                });
    double taken = load.run(plan.publishRound()).p99();
    goOn.set(false);
    publisher.join();
    failure
        .values()
        .forEach(
            e -> {
              throw e;
            });
    return taken;
  }

  /** An answer is what its version decides, or the run ends. */
  private void check(String answer) {
    String amount = amounts.get(found(VERSION, answer));
    if (!found(AMOUNT, answer).equals(amount)) {
      throw new IllegalStateException("Not what its version decides: " + answer);
    }
  }

  /** Asks the live version, and remembers what it decides. */
  private String learn(Service service) throws IOException {
    String answer =
        send(
            HttpRequest.newBuilder(uri(service, "/decisions/what-if"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(Requests.whatIfBody()))
                .build());
    String version = found(VERSION, answer);
    amounts.put(version, found(AMOUNT, answer));
    return version;
  }

  private String publishAnother(Service service, Path folder) throws IOException {
    var copy = PolicyCopy.of(Path.of("").toAbsolutePath(), folder.resolve("other"));
    copy.table("charge-rates").change("D17", 6.5);
    String draft =
        send(
            to(service, "/policy/versions?file=charge-rates.xlsx&reason=Other", author)
                .header("Content-Type", "application/octet-stream")
                .POST(
                    HttpRequest.BodyPublishers.ofByteArray(
                        Files.readAllBytes(
                            copy.folder().resolve("decision-tables/charge-rates.xlsx"))))
                .build());
    String version = found(DRAFT, draft);
    post(
        service,
        "/policy/versions/" + version + "/approval",
        "{\"reports\": \"" + found(REPORTS, draft) + "\", \"reason\": \"Measured\"}",
        approver);
    publish(service, version);
    learn(service);
    return version;
  }

  private void publish(Service service, String version) {
    post(
        service,
        "/policy/versions/" + version + "/publication",
        "{\"reason\": \"Measured\"}",
        author);
  }

  private void post(Service service, String path, String body, AccessToken token) {
    send(
        to(service, path, token)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  private HttpRequest.Builder to(Service service, String path, AccessToken token) {
    return HttpRequest.newBuilder(uri(service, path))
        .header("Authorization", "Bearer " + token.secret());
  }

  private static URI uri(Service service, String path) {
    return URI.create("http://127.0.0.1:" + service.port() + path);
  }

  private String send(HttpRequest request) {
    try {
      var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() / 100 != 2) {
        throw new IllegalStateException(answer.body());
      }
      return answer.body();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String found(Pattern pattern, String text) {
    var matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new IllegalStateException("No " + pattern + " in " + text);
    }
    return matcher.group(1);
  }
}
