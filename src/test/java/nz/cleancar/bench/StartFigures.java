package nz.cleancar.bench;

import java.io.IOException;
import java.nio.file.Path;

/** How long it takes from the start of the JVM to the first answer over HTTP. */
final class StartFigures {

  private static final double MOST = 3;

  private final Plan plan;
  private final Rounds seconds = new Rounds();

  StartFigures(Plan plan) {
    this.plan = plan;
  }

  void measure(Figures figures, Path data) throws IOException, InterruptedException {
    for (int round = 1; round <= plan.startRounds(); round++) {
      Path fresh = data.resolve("start-" + round);
      start("empty", Service.empty(plan.javaOptions(), 0), Requests.EMPTY);
      start("fresh", Service.ours(plan.ccsOptions(), fresh), Requests.DECISIONS);
      start("existing", Service.ours(plan.ccsOptions(), fresh), Requests.DECISIONS);
      start("without cache", Service.ours(plan.javaOptions(), fresh), Requests.DECISIONS);
    }
    figures.atMost(
        MOST,
        "start to first decision, fresh data, against an empty service",
        time("fresh"),
        time("empty"),
        seconds.ratio("fresh", "empty"));
    figures.atMost(
        MOST,
        "start to first decision, existing data, against an empty service",
        time("existing"),
        time("empty"),
        seconds.ratio("existing", "empty"));
    figures.compared(
        "the same without the cache that ./ccs keeps for the JVM",
        time("without cache"),
        time("empty"),
        seconds.ratio("without cache", "empty"));
  }

  private void start(String name, Service service, Request request)
      throws IOException, InterruptedException {
    try (service) {
      double taken = service.firstAnswer(request).toNanos() / 1e9;
      seconds.add(name, taken);
      Plan.say("start: %s %s s".formatted(name, Figures.number(taken)));
    }
  }

  private String time(String name) {
    return Figures.number(seconds.median(name)) + " s";
  }
}
