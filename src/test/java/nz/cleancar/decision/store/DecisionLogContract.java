package nz.cleancar.decision.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nz.cleancar.database.TestDatabase;
import nz.cleancar.decision.CountingDecisionIds;
import nz.cleancar.decision.Decision;
import nz.cleancar.decision.DecisionIds;
import nz.cleancar.decision.DecisionLog;
import nz.cleancar.decision.DecisionLog.Appended;
import nz.cleancar.decision.DecisionLog.Appended.Kept;
import nz.cleancar.decision.DecisionLog.Appended.KeyReused;
import nz.cleancar.decision.DecisionLog.Appended.Repeated;
import nz.cleancar.decision.DecisionLog.Idempotency;
import nz.cleancar.decision.LogIsFull;
import nz.cleancar.decision.LoggedDecision;
import nz.cleancar.decision.SampleDecisions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a decision log does, whichever database it is in. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
abstract class DecisionLogContract {

  private static final Instant MOMENT = Instant.parse("2026-03-01T21:15:30.120Z");

  private ApplicationContext service;
  DecisionLog log;
  private DecisionIds ids;

  abstract TestDatabase database();

  @BeforeEach
  void start() {
    start(Map.of());
  }

  private void start(Map<String, Object> properties) {
    service = database().service(properties);
    log = service.getBean(DecisionLog.class);
    ids = service.getBean(DecisionIds.class);
  }

  @AfterEach
  void stop() {
    service.close();
  }

  @ParameterizedTest
  @MethodSource("decisions")
  void a_decision_comes_back_equal(Decision decision) {
    // Given
    var logged = new LoggedDecision(ids.next(MOMENT), MOMENT, decision);

    // When
    var appended = join(log.append(logged, new Idempotency.None()).toCompletableFuture());

    // Then
    assertThat(appended).isEqualTo(new Kept(logged));
    assertThat(log.find(logged.id())).contains(logged);
  }

  static Stream<Decision> decisions() {
    return SampleDecisions.ofEachKind();
  }

  @Test
  void an_id_that_is_not_in_the_log_finds_nothing() {
    // When
    var found = log.find(CountingDecisionIds.id(1));

    // Then
    assertThat(found).isEmpty();
  }

  @Test
  void the_latest_decisions_come_first_and_no_more_than_asked_for() {
    // Given
    var kept =
        Stream.generate(this::sample)
            .limit(5)
            .peek(each -> join(log.append(each, new Idempotency.None()).toCompletableFuture()))
            .toList();

    // When
    var recent = log.recent(3);

    // Then
    assertThat(recent).containsExactly(kept.get(4), kept.get(3), kept.get(2));
    assertThat(log.recent(100)).hasSize(5);
    assertThat(log.recent(0)).isEmpty();
  }

  @Test
  void the_log_outlives_the_service() {
    // Given
    var logged = sample();
    join(log.append(logged, new Idempotency.None()).toCompletableFuture());

    // When
    service.close();
    start();

    // Then
    assertThat(log.find(logged.id())).contains(logged);
  }

  @Test
  void the_columns_repeat_what_is_searched_for() {
    // Given
    var logged = sample();
    join(log.append(logged, key("a", "d1")).toCompletableFuture());

    // When
    var row = service.getBean(DecisionRows.class).findById(logged.id().value());

    // Then
    assertThat(row)
        .hasValueSatisfying(
            found -> {
              assertThat(found.decidedAt()).isEqualTo(logged.decidedAt());
              assertThat(found.legalDate()).isEqualTo("2026-03-02");
              assertThat(found.policyVersion()).isEqualTo(SampleDecisions.VERSION.name());
              assertThat(found.accountNumber()).isEqualTo("CO2-100001");
              assertThat(found.vin()).isEqualTo("7AT0H65MX26000017");
              assertThat(found.outcome()).isEqualTo("ASSESSED");
              assertThat(found.idempotencyKey()).isEqualTo("a");
            });
  }

  @Test
  void a_repeated_request_is_answered_with_the_first_decision() {
    // Given
    var first = sample();
    join(log.append(first, key("a", "d1")).toCompletableFuture());
    var second = sample();

    // When
    var appended = join(log.append(second, key("a", "d1")).toCompletableFuture());

    // Then
    assertThat(appended).isEqualTo(new Repeated(first));
    assertThat(log.find(second.id())).isEmpty();
  }

  @Test
  void a_key_that_was_used_for_another_request_is_refused() {
    // Given
    join(log.append(sample(), key("a", "d1")).toCompletableFuture());
    var second = sample();

    // When
    var appended = join(log.append(second, key("a", "d2")).toCompletableFuture());

    // Then
    assertThat(appended).isEqualTo(new KeyReused("a"));
    assertThat(log.find(second.id())).isEmpty();
  }

  @Test
  void an_id_that_is_taken_fails_and_keeps_what_is_there() {
    // Given
    var first = sample();
    join(log.append(first, new Idempotency.None()).toCompletableFuture());

    // When
    var appended = log.append(first, new Idempotency.None()).toCompletableFuture();

    // Then
    assertThat(appended).failsWithin(10, TimeUnit.SECONDS);
    assertThat(log.find(first.id())).contains(first);
  }

  @Test
  void of_many_who_use_one_key_at_once_one_is_kept() {
    // When
    var appended = atOnce(16, i -> log.append(sample(), key("a", "d1")).toCompletableFuture());

    // Then
    var kept = kept(appended);
    assertThat(kept).hasSize(1);
    assertThat(appended)
        .filteredOn(answer -> !(answer instanceof Kept))
        .hasSize(15)
        .allMatch(answer -> answer.equals(new Repeated(kept.getFirst())));
  }

  @Test
  void of_many_who_use_one_key_for_different_requests_one_is_kept() {
    // When
    var appended = atOnce(16, i -> log.append(sample(), key("a", "d" + i)).toCompletableFuture());

    // Then
    assertThat(kept(appended)).hasSize(1);
    assertThat(appended).filteredOn(new KeyReused("a")::equals).hasSize(15);
  }

  @Test
  void appends_that_come_together_share_commits() {
    // Given
    var before = commits();

    // When
    var appended =
        atOnce(2_000, i -> log.append(sample(), new Idempotency.None()).toCompletableFuture());

    // Then
    assertThat(kept(appended))
        .hasSize(2_000)
        .allSatisfy(decision -> assertThat(log.find(decision.id())).contains(decision));
    assertThat(commits() - before).isLessThan(1_000);
  }

  @Test
  void what_waits_when_the_service_stops_is_kept() {
    // Given
    var decisions = Stream.generate(this::sample).limit(500).toList();
    var stages =
        decisions.stream()
            .map(decision -> log.append(decision, new Idempotency.None()).toCompletableFuture())
            .toList();

    // When
    service.close();

    // Then
    assertThat(stages).allMatch(CompletableFuture::isDone);
    start();
    assertThat(decisions)
        .allSatisfy(decision -> assertThat(log.find(decision.id())).contains(decision));
  }

  @Test
  void a_log_that_is_full_refuses_and_keeps_what_it_took() {
    // Given
    service.close();
    start(Map.of("ccs.decision-log.waiting", 1, "ccs.decision-log.group", 1));
    var decisions = Stream.generate(this::sample).limit(500).toList();

    // When
    var stages =
        decisions.stream()
            .map(decision -> log.append(decision, new Idempotency.None()).toCompletableFuture())
            .toList();

    // Then
    assertThat(stages)
        .filteredOn(CompletableFuture::isCompletedExceptionally)
        .isNotEmpty()
        .allSatisfy(
            refused ->
                assertThat(refused)
                    .failsWithin(Duration.ZERO)
                    .withThrowableThat()
                    .withCauseInstanceOf(LogIsFull.class));
    assertThat(stages)
        .filteredOn(stage -> !stage.isCompletedExceptionally())
        .isNotEmpty()
        .allSatisfy(stage -> assertThat(join(stage)).isInstanceOf(Kept.class));
  }

  /** How many groups the log has committed. */
  private long commits() {
    return ((JdbcDecisionLog) log).groups();
  }

  LoggedDecision sample() {
    return SampleDecisions.charged(ids.next(MOMENT));
  }

  static Idempotency key(String key, String requestDigest) {
    return new Idempotency.Key(key, requestDigest);
  }

  static List<LoggedDecision> kept(List<Appended> appended) {
    return appended.stream()
        .filter(Kept.class::isInstance)
        .map(answer -> ((Kept) answer).decision())
        .toList();
  }

  static List<Appended> atOnce(int count, IntFunction<CompletableFuture<Appended>> append) {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      return IntStream.range(0, count)
          .mapToObj(i -> threads.submit(() -> join(append.apply(i))))
          .toList()
          .stream()
          .map(
              future -> {
                try {
                  return future.get();
                } catch (Exception e) {
                  throw new IllegalStateException(e);
                }
              })
          .toList();
    }
  }

  static Appended join(CompletableFuture<Appended> appended) {
    return appended.orTimeout(30, TimeUnit.SECONDS).join();
  }
}
