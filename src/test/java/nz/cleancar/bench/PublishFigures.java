package nz.cleancar.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import nz.cleancar.testing.PolicyCopy;
import nz.cleancar.testing.ShippedPolicy;

/**
 * What publications do to decisions that are being made: two versions take turns in being live
 * while 32 connections ask. Every answer is held against what its version decides.
 */
final class PublishFigures {

  private static final double MOST_P99 = 1.5;
  private static final double MOST_GROWTH = 1.1;
  private static final int SETTLED_AFTER = 20;
  private static final int MEMORY_SAMPLES = 4;
  private static final Pattern VERSION = Pattern.compile("\"policyVersion\":\"([^\"]+)\"");
  private static final Pattern AMOUNT = Pattern.compile("\"amount\":\"([^\"]+)\"");

  private final Plan plan;
  private final Map<String, String> amounts = new ConcurrentHashMap<>();
  private final AtomicInteger published = new AtomicInteger();
  private final Rounds p99 = new Rounds();

  PublishFigures(Plan plan) {
    this.plan = plan;
  }

  void measure(Figures figures, Path folder) throws IOException, InterruptedException {
    Path data = folder.resolve("publish");
    // without its suites, which would keep another rate from going live
    var policy = PolicyCopy.of(ShippedPolicy.FOLDER, folder.resolve("policy"));
    try (var service = Service.ours(plan.ccsOptions(), policy.folder(), data)) {
      service.firstAnswer(Requests.WHAT_IF);
      var desk = PolicyDesk.at(service, data);
      String first = learn(desk);
      String second = desk.handIn(ChargeRates.with("6.5")).version();
      desk.publish(second);
      learn(desk);
      memory(figures, service, desk, List.of(first, second));
      try (var load = new Load(service.port(), Requests.DECISIONS, this::check)) {
        load.warmUp(plan.httpWarmUp());
        for (int round = 1; published.get() < plan.publications(); round++) {
          p99.add("quiet", load.run(plan.quietRound()).p99());
          p99.add("publishing", whilePublishing(desk, load, first, second));
          Plan.say(
              "publish, round %d: %d publications, p99 %s µs, without them %s µs"
                  .formatted(
                      round,
                      published.get(),
                      Figures.number(p99.last("publishing")),
                      Figures.number(p99.last("quiet"))));
        }
      }
      figures.atMost(
          MOST_P99,
          "POST /decisions, p99 during %d publications, one every %d s, against without"
              .formatted(published.get(), plan.publishEvery().toSeconds()),
          Figures.number(p99.median("publishing") / 1e3) + " ms",
          Figures.number(p99.median("quiet") / 1e3) + " ms",
          p99.ratio("publishing", "quiet"));
    }
  }

  /** Without load, for logged decisions fill the database's own cache. */
  private void memory(Figures figures, Service service, PolicyDesk desk, List<String> versions)
      throws IOException, InterruptedException {
    takeTurns(desk, versions, SETTLED_AFTER);
    var settled = least(service, desk, versions);
    int more = plan.publications() / 4 * versions.size();
    takeTurns(desk, versions, more);
    var atEnd = least(service, desk, versions);
    Plan.say("publish, memory: %s, then %s".formatted(settled, atEnd));
    figures.atMost(
        MOST_GROWTH,
        "heap after %d publications more, against the first %d".formatted(more, SETTLED_AFTER),
        Figures.number(atEnd.heapMegabytes()) + " MB",
        Figures.number(settled.heapMegabytes()) + " MB",
        atEnd.heapMegabytes() / settled.heapMegabytes());
    figures.atMost(
        MOST_GROWTH,
        "loaded classes after %d publications more, against the first %d"
            .formatted(more, SETTLED_AFTER),
        Figures.number(atEnd.classes()),
        Figures.number(settled.classes()),
        atEnd.classes() / settled.classes());
  }

  /** The least of some samples: what was replaced last is let go of a little later. */
  private static Memory least(Service service, PolicyDesk desk, List<String> versions)
      throws IOException, InterruptedException {
    var least = Memory.of(service);
    for (int sample = 1; sample < MEMORY_SAMPLES; sample++) {
      takeTurns(desk, versions, versions.size());
      var next = Memory.of(service);
      least =
          new Memory(
              Math.min(least.heapMegabytes(), next.heapMegabytes()),
              Math.min(least.classes(), next.classes()));
    }
    return least;
  }

  private static void takeTurns(PolicyDesk desk, List<String> versions, int times) {
    for (int i = 0; i < times; i++) {
      desk.publish(versions.get(i % versions.size()));
    }
  }

  private double whilePublishing(PolicyDesk desk, Load load, String first, String second)
      throws InterruptedException {
    var goOn = new AtomicBoolean(true);
    var publishing =
        CompletableFuture.runAsync(
            () -> {
              while (goOn.get()) {
                long next = System.nanoTime() + plan.publishEvery().toNanos();
                desk.publish(published.get() % 2 == 0 ? first : second);
                published.incrementAndGet();
                LockSupport.parkNanos(next - System.nanoTime());
              }
            });
    double taken = load.run(plan.publishRound()).p99();
    goOn.set(false);
    publishing.join();
    return taken;
  }

  /** An answer is what its version decides, or the run ends. */
  private void check(String answer) {
    String amount = amounts.get(PolicyDesk.found(VERSION, answer));
    if (!PolicyDesk.found(AMOUNT, answer).equals(amount)) {
      throw new IllegalStateException("Not what its version decides: " + answer);
    }
  }

  /** Asks the live version, and remembers what it decides. */
  private String learn(PolicyDesk desk) {
    String answer = desk.whatIf();
    String version = PolicyDesk.found(VERSION, answer);
    amounts.put(version, PolicyDesk.found(AMOUNT, answer));
    return version;
  }
}
