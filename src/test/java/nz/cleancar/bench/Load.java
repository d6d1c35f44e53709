package nz.cleancar.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Load on one endpoint: keep-alive connections, a thread for each, that ask and wait in turn.
 * Bounded in time and count, and on the loopback only.
 */
final class Load implements AutoCloseable {

  /** How many ask at once. */
  static final int CONNECTIONS = 32;

  private static final Duration WINDOW = Duration.ofSeconds(2);
  private static final int STEADY_WINDOWS = 3;
  private static final double FASTER = 1.05;
  private static final int MOST_REQUESTS = 500_000;

  private final List<Socket> sockets = new ArrayList<>();
  private final List<Connection> connections = new ArrayList<>();
  private final ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
  private final Request request;
  private final Consumer<String> check;

  /**
   * What came of some seconds of load.
   *
   * @param perSecond answers in a second
   * @param p50 half of the answers took at most so many microseconds
   * @param p99 of a hundred answers, ninety-nine took at most so many microseconds
   */
  record Throughput(double perSecond, double p50, double p99) {}

  Load(int port, Request request) throws IOException {
    this(port, request, _ -> {});
  }

  /** Load whose answers are looked at; whoever finds one wrong throws. */
  Load(int port, Request request, Consumer<String> check) throws IOException {
    this.request = request;
    this.check = check;
    for (int i = 0; i < CONNECTIONS; i++) {
      var socket = new Socket(InetAddress.getLoopbackAddress(), port);
      sockets.add(socket);
      connections.add(new Connection(socket));
    }
  }

  /** Loads the endpoint until it answers no faster any more, and no longer than this. */
  void warmUp(Duration most) throws InterruptedException {
    long until = System.nanoTime() + most.toNanos();
    double best = 0;
    int noFaster = 0;
    while (noFaster < STEADY_WINDOWS && System.nanoTime() < until) {
      double now = run(WINDOW).perSecond();
      noFaster = now > best * FASTER ? 0 : noFaster + 1;
      best = Math.max(best, now);
    }
  }

  Throughput run(Duration duration) throws InterruptedException {
    long from = System.nanoTime();
    long until = from + duration.toNanos();
    var asking =
        connections.stream().<Callable<long[]>>map(each -> () -> ask(each, until)).toList();
    var latencies = new ArrayList<long[]>();
    for (Future<long[]> each : threads.invokeAll(asking)) {
      try {
        latencies.add(each.get());
      } catch (ExecutionException e) {
        throw new IllegalStateException(e.getCause());
      }
    }
    double seconds = (System.nanoTime() - from) / 1e9;
    long[] all = latencies.stream().flatMapToLong(Arrays::stream).sorted().toArray();
    return new Throughput(all.length / seconds, at(all, 0.5), at(all, 0.99));
  }

  private long[] ask(Connection connection, long until) throws IOException {
    long[] latencies = new long[MOST_REQUESTS / CONNECTIONS];
    int count = 0;
    long before = System.nanoTime();
    while (before < until && count < latencies.length) {
      connection.ask(request);
      long after = System.nanoTime();
      latencies[count++] = after - before;
      check.accept(connection.body());
      before = System.nanoTime();
    }
    return Arrays.copyOf(latencies, count);
  }

  private static double at(long[] sorted, double part) {
    return sorted[(int) (part * (sorted.length - 1))] / 1e3;
  }

  @Override
  public void close() throws IOException {
    threads.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }
}
