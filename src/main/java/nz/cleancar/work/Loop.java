package nz.cleancar.work;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A thread of the service's own that does something again and again until it is closed. What fails
 * is done again after the longest pause, and told once until it goes well again.
 */
public final class Loop implements AutoCloseable {

  private final String name;
  private final Supplier<Duration> round;
  private final Duration longestPause;
  private final Consumer<String> alarm;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition ended = lock.newCondition();
  private boolean closed;
  private boolean failing;

  /**
   * A loop that has not begun.
   *
   * @param name what it does, in a word or two
   * @param round does it once, and says how long to wait before the next time
   * @param longestPause what it waits at most
   * @param alarm is told when a round fails
   */
  public Loop(
      String name, Supplier<Duration> round, Duration longestPause, Consumer<String> alarm) {
    this.name = name;
    this.round = round;
    this.longestPause = longestPause;
    this.alarm = alarm;
  }

  /** Begins, with a round at once. */
  public void start() {
    var _ = Thread.ofPlatform().name(name).daemon().start(this::run);
  }

  private void run() {
    var pause = Duration.ZERO;
    while (!endsWithin(pause)) {
      pause = attempt();
    }
  }

  private Duration attempt() {
    try {
      var pause = round.get();
      failing = false;
      return pause.compareTo(longestPause) < 0 ? pause : longestPause;
    } catch (RuntimeException e) {
      // a database may come back
      if (!failing) {
        alarm.accept("The loop of " + name + " fails for now: " + e);
      }
      failing = true;
      return longestPause;
    }
  }

  private boolean endsWithin(Duration pause) {
    lock.lock();
    try {
      long nanos = pause.toNanos();
      while (!closed && nanos > 0) {
        nanos = ended.awaitNanos(nanos);
      }
      return closed;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** Ends after the round under way. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      ended.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
