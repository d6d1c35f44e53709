package nz.cleancar.decision.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import nz.cleancar.decision.LogIsFull;
import nz.cleancar.decision.store.GroupCommit.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
class GroupCommitTest {

  private static final int WAITING = 4;

  private final Disk disk = new Disk();

  @Test
  void what_arrives_during_a_write_is_the_next_group() {
    // Given
    try (var commits = new GroupCommit<>("test", new Limits(WAITING, 10), disk::write)) {
      submitAndReachTheDisk(commits, 0);
      var waiting = submit(commits, 1, 3);

      // When
      disk.letWrite(2);
      join(waiting);
    }

    // Then
    assertThat(disk.groups).containsExactly(List.of(0), List.of(1, 2, 3));
  }

  @Test
  void a_group_is_no_larger_than_its_limit() {
    // Given
    try (var commits = new GroupCommit<>("test", new Limits(WAITING, 2), disk::write)) {
      submitAndReachTheDisk(commits, 0);
      var waiting = submit(commits, 1, 3);

      // When
      disk.letWrite(3);
      join(waiting);
    }

    // Then
    assertThat(disk.groups).containsExactly(List.of(0), List.of(1, 2), List.of(3));
  }

  @Test
  void as_many_may_wait_as_the_limit_says() {
    // Given
    try (var commits = new GroupCommit<>("test", new Limits(WAITING, 10), disk::write)) {
      submitAndReachTheDisk(commits, 0);

      // When
      var waiting = submit(commits, 1, WAITING);
      disk.letWrite(2);

      // Then
      assertThat(join(waiting)).containsExactly("1", "2", "3", "4");
    }
  }

  @Test
  void one_more_than_the_limit_is_refused_at_once() {
    // Given
    try (var commits = new GroupCommit<>("test", new Limits(WAITING, 10), disk::write)) {
      submitAndReachTheDisk(commits, 0);
      submit(commits, 1, WAITING);

      // When
      var refused = commits.submit(99).toCompletableFuture();

      // Then
      assertThat(refused).isCompletedExceptionally();
      assertThatThrownBy(refused::join).hasCauseInstanceOf(LogIsFull.class);
      disk.letWrite(2);
    }
  }

  @Test
  void a_group_that_fails_fails_its_entries_and_nothing_else() {
    // Given
    try (var commits = new GroupCommit<>("test", new Limits(WAITING, 10), disk::write)) {
      disk.letWrite(3);
      var failing = commits.submit(Disk.BAD).toCompletableFuture();

      // When
      assertThatThrownBy(failing::join)
          .isInstanceOf(CompletionException.class)
          .hasMessageContaining("bad block");
      var next = commits.submit(1).toCompletableFuture();

      // Then
      assertThat(next.join()).isEqualTo("1");
    }
  }

  @Test
  void closing_writes_what_is_waiting() {
    // Given
    List<CompletableFuture<String>> waiting;
    try (var commits = new GroupCommit<>("test", new Limits(WAITING, 1), disk::write)) {
      submitAndReachTheDisk(commits, 0);
      waiting = submit(commits, 1, WAITING);
      disk.letWrite(WAITING + 1);

      // When
    }

    // Then
    assertThat(waiting).allMatch(CompletableFuture::isDone);
    assertThat(join(waiting)).containsExactly("1", "2", "3", "4");
  }

  @Test
  void nothing_is_taken_after_closing() {
    // Given
    var commits = new GroupCommit<>("test", new Limits(WAITING, 1), disk::write);
    commits.close();

    // When
    var refused = commits.submit(1).toCompletableFuture();

    // Then
    assertThatThrownBy(refused::join).hasMessageContaining("closed");
  }

  @Test
  void whoever_waits_may_take_its_time() throws InterruptedException {
    // Given
    try (var commits = new GroupCommit<>("test", new Limits(WAITING, 10), disk::write)) {
      var slow = new CountDownLatch(1);
      var slowOne = commits.submit(1).thenAccept(_ -> await(slow));
      disk.letWrite(2);

      // When
      var quickOne = commits.submit(2).toCompletableFuture().join();

      // Then
      assertThat(quickOne).isEqualTo("2");
      slow.countDown();
      slowOne.toCompletableFuture().join();
    }
  }

  @Test
  void every_submit_that_races_with_closing_is_answered() {
    for (int round = 0; round < 200; round++) {
      // Given
      var commits = new GroupCommit<Integer, Integer>("test", new Limits(1000, 10), group -> group);
      var stages = Collections.synchronizedList(new ArrayList<CompletableFuture<Integer>>());
      var submitting =
          Thread.ofVirtual()
              .start(
                  () ->
                      IntStream.range(0, 200)
                          .forEach(i -> stages.add(commits.submit(i).toCompletableFuture())));

      // When
      commits.close();
      joinThread(submitting);

      // Then
      assertThat(stages).hasSize(200).allMatch(CompletableFuture::isDone);
    }
  }

  private void submitAndReachTheDisk(GroupCommit<Integer, String> commits, int entry) {
    var _ = commits.submit(entry);
    disk.reached.acquireUninterruptibly();
  }

  private static List<CompletableFuture<String>> submit(
      GroupCommit<Integer, String> commits, int first, int last) {
    return IntStream.rangeClosed(first, last)
        .mapToObj(entry -> commits.submit(entry).toCompletableFuture())
        .toList();
  }

  private static List<String> join(List<CompletableFuture<String>> stages) {
    return stages.stream().map(CompletableFuture::join).toList();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void joinThread(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Writes a group only when let. */
  private static final class Disk {
    static final int BAD = -1;

    final List<List<Integer>> groups = Collections.synchronizedList(new ArrayList<>());
    final Semaphore reached = new Semaphore(0);
    private final Semaphore permits = new Semaphore(0);

    void letWrite(int count) {
      permits.release(count);
    }

    List<String> write(List<Integer> group) {
      reached.release();
      permits.acquireUninterruptibly();
      if (group.contains(BAD)) {
        throw new IllegalStateException("bad block");
      }
      groups.add(group);
      return group.stream().map(String::valueOf).toList();
    }
  }
}
