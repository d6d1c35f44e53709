package nz.cleancar.work.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchRuntimeException;

import io.micronaut.context.ApplicationContext;
import io.micronaut.data.connection.ConnectionOperations;
import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.transaction.TransactionOperations;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import nz.cleancar.database.TestDatabase;
import nz.cleancar.work.AllOrNothing;
import nz.cleancar.work.Attempt;
import nz.cleancar.work.Contention;
import nz.cleancar.work.Refusal;
import nz.cleancar.work.Repeats;
import nz.cleancar.work.Repeats.Answered;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What work does, whichever database it is in. */
abstract class WorkContract {

  private static final Answered ANSWER = new Answered("d1", 201, "/things/1", "{\"a\":1}");
  private static final Refusal WHY = Refusal.refused("not-now", "Not now.");

  private static final String LOCK =
      "select idempotency_key from first_answer where idempotency_key = ? for update";

  private ApplicationContext service;
  private ConnectionOperations<Connection> connections;
  private Contention contention;
  private AllOrNothing work;
  private Repeats repeats;

  abstract TestDatabase database();

  @BeforeEach
  @SuppressWarnings("unchecked") // the one kind of connection that there is
  void start() {
    service =
        database()
            .service(
                Map.of(
                    "ccs.policy-poll", "1h",
                    "ccs.database.connections", "2",
                    "ccs.database.connection-timeout-millis", "1500",
                    // longer than PostgreSQL takes to find a deadlock
                    "ccs.database.lock-timeout-millis", "1500"));
    contention = service.getBean(Contention.class);
    connections = service.getBean(ConnectionOperations.class);
    work = service.getBean(AllOrNothing.class);
    repeats = service.getBean(Repeats.class);
  }

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void what_is_done_is_kept() {
    // When
    var attempt = work.attempt(() -> Attempt.done(answered("aroha", "k1")));

    // Then
    assertThat(attempt).isEqualTo(Attempt.done(true));
    assertThat(first("aroha", "k1")).contains(ANSWER);
  }

  @Test
  void what_is_refused_is_undone() {
    // When
    var attempt =
        work.<Boolean>attempt(
            () -> {
              answered("aroha", "k1");
              return Attempt.refused(WHY);
            });

    // Then
    assertThat(attempt).isEqualTo(Attempt.refused(WHY));
    assertThat(first("aroha", "k1")).isEmpty();
  }

  @Test
  void what_fails_is_undone() {
    // When
    assertThatThrownBy(
            () ->
                work.run(
                    () -> {
                      answered("aroha", "k1");
                      throw new IllegalStateException("broken");
                    }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("broken");

    // Then
    assertThat(first("aroha", "k1")).isEmpty();
  }

  @Test
  void an_attempt_inside_an_attempt_that_is_refused_undoes_both() {
    // When
    var attempt =
        work.attempt(
            () -> {
              answered("aroha", "k1");
              work.<Boolean>attempt(() -> Attempt.refused(WHY));
              return Attempt.done(true);
            });

    // Then
    assertThat(attempt).isEqualTo(Attempt.refused(WHY));
    assertThat(first("aroha", "k1")).isEmpty();
  }

  @Test
  void a_key_is_each_persons_own() {
    // Given
    work.run(() -> answered("aroha", "k1"));

    // When
    var bens = first("ben", "k1");

    // Then
    assertThat(bens).isEmpty();
  }

  @Test
  void of_many_with_one_key_at_once_one_does_it_and_the_others_are_told() throws Exception {
    // Given
    var done = new AtomicInteger();
    var ready = new CountDownLatch(1);
    Callable<Answered> once =
        () -> {
          ready.await();
          return work.run(
              () ->
                  repeats
                      .first("aroha", "k1")
                      .orElseGet(
                          () -> {
                            done.incrementAndGet();
                            repeats.keep("aroha", "k1", ANSWER);
                            return ANSWER;
                          }));
        };

    // When
    var answers = atOnce(8, once, ready);

    // Then
    assertThat(answers).containsOnly(ANSWER).hasSize(8);
    assertThat(done).hasValue(1);
  }

  @Test
  void work_that_met_other_work_is_done_again() throws Exception {
    // Given: two that hold one row each and want the other's, which a database ends by undoing one
    work.run(() -> answered("aroha", "left"));
    work.run(() -> answered("aroha", "right"));
    var tries = new AtomicInteger();
    var bothHold = new CountDownLatch(2);
    var ready = new CountDownLatch(0);
    var turns = new AtomicInteger();
    Callable<Boolean> crossing =
        () -> {
          // whoever is undone waits for the other's row first, so they cross once only
          var rows =
              (turns.getAndIncrement() == 0
                      ? List.of("left", "right", "right", "left")
                      : List.of("right", "left", "left", "right"))
                  .iterator();
          return work.run(
              () -> {
                tries.incrementAndGet();
                lockAsAccountsAre(rows.next());
                bothHold.countDown();
                await(bothHold);
                return lockAsAccountsAre(rows.next());
              });
        };

    // When
    var taken = atOnce(2, crossing, ready);

    // Then
    assertThat(taken).containsExactly(true, true);
    assertThat(tries).hasValue(3);
  }

  @Test
  void work_that_waited_its_time_for_a_lock_is_told_from_other_failures() throws Exception {
    // Given
    work.run(() -> answered("aroha", "held"));
    var isHeld = new CountDownLatch(1);
    var isDone = new CountDownLatch(1);
    var tries = new AtomicInteger();
    try (var holder = Executors.newSingleThreadExecutor()) {
      var holding = holder.submit(() -> work.run(() -> hold("held", isHeld, isDone)));
      isHeld.await();

      // When
      var failure =
          catchRuntimeException(
              () ->
                  work.run(
                      () -> {
                        tries.incrementAndGet();
                        repeats.keep("aroha", "other", ANSWER);
                        return lock("held");
                      }));
      isDone.countDown();
      holding.get();

      // Then
      assertThat(contention.caused(failure)).isTrue();
      assertThat(tries).hasValue(1);
      assertThat(first("aroha", "other")).isEmpty();
      assertThat(contention.caused(new IllegalStateException("broken"))).isFalse();
    }
  }

  @Test
  void work_that_waited_its_time_for_a_connection_is_told_from_other_failures() throws Exception {
    // Given
    var bothHold = new CountDownLatch(2);
    var isDone = new CountDownLatch(1);
    work.run(() -> answered("aroha", "k1"));
    work.run(() -> answered("aroha", "k2"));
    try (var holders = Executors.newFixedThreadPool(2)) {
      var one = holders.submit(() -> work.run(() -> hold("k1", bothHold, isDone)));
      var two = holders.submit(() -> work.run(() -> hold("k2", bothHold, isDone)));
      bothHold.await();

      // When
      var failure = catchRuntimeException(() -> work.run(() -> answered("aroha", "k3")));
      isDone.countDown();
      one.get();
      two.get();

      // Then
      assertThat(contention.caused(failure)).isTrue();
      assertThat(first("aroha", "k3")).isEmpty();
    }
  }

  private boolean hold(String key, CountDownLatch isHeld, CountDownLatch isDone) {
    lock(key);
    isHeld.countDown();
    await(isDone);
    return true;
  }

  private boolean lock(String key) {
    return connections.executeWrite(
        status -> {
          try (var select = status.getConnection().prepareStatement(LOCK)) {
            select.setString(1, key);
            return select.executeQuery().next();
          } catch (SQLException e) {
            throw new DataAccessException("The row could not be locked.", e);
          }
        });
  }

  /** What the database throws comes through as it is. */
  @SuppressWarnings("unchecked")
  private boolean lockAsAccountsAre(String key) {
    return ((TransactionOperations<Connection>) service.getBean(TransactionOperations.class))
        .executeWrite(
            transaction -> {
              try (var select = transaction.getConnection().prepareStatement(LOCK)) {
                select.setString(1, key);
                return select.executeQuery().next();
              }
            });
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static <T> List<T> atOnce(int threads, Callable<T> task, CountDownLatch ready)
      throws InterruptedException, ExecutionException {
    try (var executor = Executors.newFixedThreadPool(threads)) {
      var futures = new ArrayList<Future<T>>();
      for (int i = 0; i < threads; i++) {
        futures.add(executor.submit(task));
      }
      ready.countDown();
      var results = new ArrayList<T>();
      for (Future<T> future : futures) {
        results.add(future.get());
      }
      return results;
    }
  }

  private boolean answered(String person, String key) {
    var before = repeats.first(person, key);
    repeats.keep(person, key, ANSWER);
    return before.isEmpty();
  }

  /** Looks, and leaves nothing behind. */
  private Optional<Answered> first(String person, String key) {
    var found = new ArrayList<Answered>();
    var _ =
        work.<Boolean>attempt(
            () -> {
              repeats.first(person, key).ifPresent(found::add);
              return Attempt.refused(WHY);
            });
    return found.stream().findFirst();
  }
}
