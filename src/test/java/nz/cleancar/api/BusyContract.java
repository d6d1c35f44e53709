package nz.cleancar.api;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import nz.cleancar.account.AccountBook;
import nz.cleancar.database.TestDatabase;
import nz.cleancar.security.AccessToken;
import nz.cleancar.security.Role;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.testing.RunningService;
import nz.cleancar.testing.RunningService.Answer;
import nz.cleancar.testing.RunningService.SignedIn;
import nz.cleancar.testing.Samples;
import nz.cleancar.testing.TestPeople;
import nz.cleancar.work.AllOrNothing;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** A service whose database others keep busy, over HTTP, whichever database it is. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BusyContract {

  private static final int CONNECTIONS = 2;
  private static final String PAYMENT = "{\"amount\": \"50.00\"}";

  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private RunningService service;
  private SignedIn olive;
  private AccessToken miami;
  private String account;

  abstract TestDatabase database(Path folder);

  @BeforeAll
  void start(@TempDir Path data) {
    AccessToken oliveToken = TestPeople.add(data, "olive", Role.IMPORTER);
    miami = TestPeople.add(data, "miami", Role.FEED);
    var properties = new HashMap<>(database(data).properties());
    properties.putAll(
        Map.of(
            "ccs.policy-poll", "1h",
            "ccs.payments.provider", "sandbox",
            "ccs.database.connections", CONNECTIONS,
            "ccs.database.connection-timeout-millis", "300",
            "ccs.database.lock-timeout-millis", "300"));
    service = RunningService.start(RunningService.SHIPPED_POLICY, data, properties);
    olive = service.as(oliveToken);
    account =
        olive
            .post(
                "/accounts",
                "{\"kind\": \"BUSINESS\", \"name\": \"Kiwi\", \"email\": \"kiwi@kiwi.example\","
                    + " \"condition\": \"USED\"}")
            .response()
            .headers()
            .firstValue("Location")
            .orElseThrow();
  }

  @AfterAll
  void stop() {
    service.close();
  }

  @BeforeEach
  void listen() {
    log.list.clear();
    log.start();
    rootLogger().addAppender(log);
  }

  @AfterEach
  void listenNoMore() {
    rootLogger().detachAppender(log);
    log.stop();
  }

  private static Logger rootLogger() {
    return (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
  }

  @Test
  void a_change_that_waits_too_long_for_an_account_is_answered_503_and_is_done_later()
      throws Exception {
    // Given
    int before = payments();

    // When
    var meanwhile =
        whileHeld(
            1,
            () -> service.bean(AccountBook.class).lock(number()),
            () ->
                List.of(
                    olive.send("POST", account + "/payments", PAYMENT, "Idempotency-Key", "b1"),
                    olive.get(account)));
    var later = olive.send("POST", account + "/payments", PAYMENT, "Idempotency-Key", "b1");

    // Then
    assertBusy(meanwhile.getFirst());
    assertThat(meanwhile.getLast().status()).as("looking waits for no lock").isEqualTo(200);
    assertThat(later.status()).as(later.body()).isEqualTo(201);
    assertThat(later.response().headers().firstValue("Idempotency-Replayed")).isEmpty();
    assertThat(payments()).isEqualTo(before + 1);
  }

  @Test
  void without_a_free_connection_whatever_is_asked_is_answered_503_and_works_later()
      throws Exception {
    // Given
    int before = payments();
    String decision = Samples.request().replace("CO2-100001", number().value());
    Supplier<List<Answer>> asked =
        () ->
            List.of(
                olive.get(account),
                olive.get(account + "/statements?from=2026-01-01&to=2026-01-31"),
                olive.post(account + "/payments", PAYMENT),
                olive.post("/decisions", decision));

    // When
    var meanwhile = whileHeld(CONNECTIONS, () -> true, asked);
    var later = asked.get();

    // Then
    assertThat(meanwhile).hasSize(4).allSatisfy(BusyContract::assertBusy);
    assertThat(later)
        .as(later.getLast().body())
        .extracting(Answer::status)
        .containsExactly(200, 200, 201, 201);
    assertThat(payments()).isEqualTo(before + 1);
  }

  @Test
  void the_lines_of_a_feed_are_each_told_that_the_service_is_busy() throws Exception {
    // Given
    String line =
        "{\"messageId\": \"m1\", \"occurredAt\": \"2026-03-02T10:00:00+13:00\","
            + " \"modelCode\": \"BUSY-1\", \"accountNumber\": \"%s\"}\n".formatted(number());
    Supplier<List<Answer>> sent = () -> List.of(lines("/feeds/miami/model-codes", line));

    // When
    var meanwhile = whileHeld(CONNECTIONS, () -> true, sent).getFirst();
    var later = sent.get().getFirst();

    // Then
    assertThat(meanwhile.body()).contains("\"line\":1", "/problems/busy");
    assertThat(later.body()).contains("\"result\":\"KEPT\"");
  }

  private Answer lines(String path, String body) {
    return service.send(
        HttpRequest.newBuilder(service.uri(path))
            .header("Authorization", "Bearer " + miami.secret())
            .header("Content-Type", "application/x-ndjson")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  /** What is answered while this many connections are held, each after it did what is given. */
  private List<Answer> whileHeld(int connections, Supplier<?> first, Supplier<List<Answer>> asked)
      throws Exception {
    var areHeld = new CountDownLatch(connections);
    var isDone = new CountDownLatch(1);
    var holding = new ArrayList<Future<?>>();
    var work = service.bean(AllOrNothing.class);
    try (var holders = Executors.newFixedThreadPool(connections)) {
      for (int i = 0; i < connections; i++) {
        holding.add(
            holders.submit(
                () ->
                    work.run(
                        () -> {
                          var _ = first.get();
                          areHeld.countDown();
                          await(isDone);
                          return true;
                        })));
      }
      areHeld.await();
      List<Answer> answers = asked.get();
      isDone.countDown();
      for (Future<?> each : holding) {
        each.get();
      }
      return answers;
    } finally {
      isDone.countDown();
      assertThat(log.list)
          .as("no stack trace")
          .noneMatch(event -> event.getThrowableProxy() != null);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void assertBusy(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(503);
    assertThat(answer.at("/type")).isEqualTo("/problems/busy");
    assertThat(answer.response().headers().firstValue("Retry-After")).contains("1");
    assertThat(answer.response().headers().firstValue("Content-Type"))
        .contains("application/problem+json");
  }

  private int payments() {
    return olive.get(account + "/payments").json().at("/payments").size();
  }

  private AccountNumber number() {
    return new AccountNumber(account.substring("/accounts/".length()));
  }
}
