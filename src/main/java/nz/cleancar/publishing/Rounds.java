package nz.cleancar.publishing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import nz.cleancar.standard.NewZealand;

/** The service's own thread that follows what others publish, and what is scheduled. */
public final class Rounds implements AutoCloseable {

  private final Publisher publisher;
  private final Schedule schedule;
  private final NewZealand newZealand;
  private final Notices notices;
  private final Duration poll;
  private final Queue<Runnable> once = new ArrayDeque<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition ended = lock.newCondition();
  private boolean closed;
  private boolean failing;

  /**
   * Rounds that have not begun.
   *
   * @param poll how often the events are asked for news, at least
   */
  Rounds(
      Publisher publisher,
      Schedule schedule,
      NewZealand newZealand,
      Notices notices,
      Duration poll) {
    this.publisher = publisher;
    this.schedule = schedule;
    this.newZealand = newZealand;
    this.notices = notices;
    this.poll = poll;
  }

  /** Begins, one poll from now. */
  public void start() {
    var _ = Thread.ofPlatform().name("policy-rounds").daemon().start(this::run);
  }

  /** Has this done in the first round. */
  void onceStarted(Runnable task) {
    once.add(task);
  }

  /** Does what is due, and says when something is next, as far as is known. */
  Optional<Instant> round() {
    try {
      publisher.follow();
    } catch (RuntimeException e) {
      alarm("What others published cannot be followed for now: " + e);
    }
    return schedule.round();
  }

  private void alarm(String says) {
    if (!failing) {
      notices.alarm(says);
    }
    failing = true;
  }

  private void run() {
    var pause = poll;
    while (!endsWithin(pause)) {
      pause = attempt();
    }
  }

  private Duration attempt() {
    try {
      for (Runnable task = once.peek(); task != null; task = once.peek()) {
        task.run();
        once.remove();
      }
      var next = round();
      failing = false;
      return pauseUntil(next);
    } catch (RuntimeException e) {
      // A database may come back; until then the live policy goes on deciding.
      alarm("What is scheduled cannot be looked after for now: " + e);
      return poll;
    }
  }

  private Duration pauseUntil(Optional<Instant> next) {
    return next.map(moment -> Duration.between(newZealand.now(), moment))
        .filter(wait -> wait.compareTo(poll) < 0)
        .map(wait -> wait.isNegative() ? Duration.ZERO : wait)
        .orElse(poll);
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
