package nz.cleancar.decision.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import nz.cleancar.decision.LogIsFull;

/**
 * Collects what many threads want written and writes it in groups, on one thread: whatever arrives
 * while a group is being written is the next group. An entry's stage completes after its group was
 * written, on a thread of its own; a group that fails fails its entries and nothing else.
 *
 * @param <E> an entry to write
 * @param <R> what became of it
 */
final class GroupCommit<E, R> implements AutoCloseable {

  private final Limits limits;
  private final Function<List<E>, List<R>> write;
  private final BlockingQueue<Arrival<E, R>> queue;
  private final ExecutorService completions = Executors.newVirtualThreadPerTaskExecutor();
  private final Thread writer;
  private final LongAdder groups = new LongAdder();
  private volatile boolean stopped;

  /**
   * Starts the writer.
   *
   * @param name the name of its thread
   * @param write writes a group and answers for each of its entries, in their order
   */
  GroupCommit(String name, Limits limits, Function<List<E>, List<R>> write) {
    this.limits = limits;
    this.write = write;
    this.queue = new ArrayBlockingQueue<>(limits.waiting());
    this.writer = Thread.ofPlatform().name(name).daemon().start(this::writeUntilStopped);
  }

  /** Has the entry written. Never waits: fails with {@link LogIsFull} where too many do. */
  CompletionStage<R> submit(E entry) {
    var pending = new Pending<E, R>(entry, new CompletableFuture<>());
    if (stopped) {
      return refused();
    }
    if (!queue.offer(pending)) {
      return CompletableFuture.failedStage(new LogIsFull(limits.waiting()));
    }
    // The writer may have left between the first look and the offer.
    if (stopped && queue.remove(pending)) {
      return refused();
    }
    return pending.written();
  }

  /** How many groups were written since the start. */
  long groups() {
    return groups.sum();
  }

  /** Writes what is waiting, completes its stages and stops. */
  @Override
  public synchronized void close() {
    if (stopped) {
      return;
    }
    try {
      // Never an interrupt: it would close the database file under the writer's hands.
      queue.put(new Stop<>());
      writer.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    completions.close();
  }

  private void writeUntilStopped() {
    while (!stopped) {
      stopped = writeNext();
    }
    // Whoever saw the writer alive has put its entry into the queue by now.
    while (!queue.isEmpty()) {
      writeNext();
    }
  }

  /** Waits for an entry, writes it with those behind it, and says whether to stop. */
  private boolean writeNext() {
    var arrivals = new ArrayList<Arrival<E, R>>(limits.group());
    try {
      arrivals.add(queue.take());
    } catch (InterruptedException e) {
      return true;
    }
    queue.drainTo(arrivals, limits.group() - 1);
    var group = new ArrayList<Pending<E, R>>(arrivals.size());
    boolean stop = false;
    for (Arrival<E, R> arrival : arrivals) {
      switch (arrival) {
        case Pending<E, R> pending -> group.add(pending);
        case Stop<E, R> _ -> stop = true;
      }
    }
    if (!group.isEmpty()) {
      write(group);
    }
    return stop;
  }

  // Whatever a group fails with belongs to those who wait for it; the next group must be written.
  @SuppressWarnings("CatchingUnchecked")
  private void write(List<Pending<E, R>> group) {
    try {
      var results = write.apply(group.stream().map(Pending::entry).toList());
      groups.increment();
      for (int i = 0; i < group.size(); i++) {
        var written = group.get(i).written();
        var result = results.get(i);
        completions.execute(() -> written.complete(result));
      }
    } catch (Throwable failure) {
      group.forEach(
          pending -> completions.execute(() -> pending.written().completeExceptionally(failure)));
    }
  }

  private static <R> CompletionStage<R> refused() {
    return CompletableFuture.failedStage(new IllegalStateException("The decision log is closed."));
  }

  /**
   * How much may be under way.
   *
   * @param waiting how many entries may wait for the writer, 1 or more
   * @param group how many entries are written at once, 1 or more
   */
  record Limits(int waiting, int group) {
    Limits {
      if (waiting < 1 || group < 1) {
        throw new IllegalArgumentException("The log's limits are 1 or more.");
      }
    }
  }

  private sealed interface Arrival<E, R> {}

  private record Pending<E, R>(E entry, CompletableFuture<R> written) implements Arrival<E, R> {}

  private record Stop<E, R>() implements Arrival<E, R> {}
}
