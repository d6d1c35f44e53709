package nz.cleancar.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the service answers in a second, against an endpoint that does nothing. */
final class HttpFigures {

  private static final double LEAST_WHAT_IF = 0.6;
  private static final double LEAST_DECISIONS = 0.35;

  private final Plan plan;
  private final Rounds perSecond = new Rounds();
  private final Rounds p50 = new Rounds();
  private final Rounds p99 = new Rounds();

  HttpFigures(Plan plan) {
    this.plan = plan;
  }

  void measure(Figures figures, Path data) throws IOException, InterruptedException {
    try (var ours = Service.ours(plan.ccsOptions(), data.resolve("load"))) {
      ours.firstAnswer(Requests.WHAT_IF);
      try (var empty = Service.empty(plan.javaOptions(), answerBytes(ours))) {
        empty.firstAnswer(Requests.EMPTY);
        load(ours, empty);
      }
    }
    figures.atLeast(
        LEAST_WHAT_IF,
        "POST /decisions/what-if, against an empty endpoint",
        rate("what-if"),
        rate("empty"),
        perSecond.ratio("what-if", "empty"));
    figures.atLeast(
        LEAST_DECISIONS,
        "POST /decisions, in the log, against an empty endpoint",
        rate("decisions"),
        rate("empty"),
        perSecond.ratio("decisions", "empty"));
    figures.compared(
        "POST /decisions/what-if, against records in, bytes out",
        rate("what-if"),
        rate("records"),
        perSecond.ratio("what-if", "records"));
    figures.compared(
        "POST /decisions, in the log, against records in, bytes out",
        rate("decisions"),
        rate("records"),
        perSecond.ratio("decisions", "records"));
    latency(figures, "POST /decisions/what-if", "what-if");
    latency(figures, "POST /decisions", "decisions");
    latency(figures, "empty endpoint", "empty");
  }

  private void load(Service ours, Service empty) throws IOException, InterruptedException {
    var loads = new LinkedHashMap<String, Load>();
    try {
      loads.put("empty", new Load(empty.port(), Requests.EMPTY));
      loads.put("what-if", new Load(ours.port(), Requests.WHAT_IF));
      loads.put("decisions", new Load(ours.port(), Requests.DECISIONS));
      loads.put("records", new Load(empty.port(), Requests.EMPTY_RECORDS));
      for (Map.Entry<String, Load> each : loads.entrySet()) {
        Plan.say("http, warm-up: %s".formatted(each.getKey()));
        each.getValue().warmUp(plan.httpWarmUp());
      }
      for (int round = 1; round <= plan.httpRounds(); round++) {
        for (Map.Entry<String, Load> each : loads.entrySet()) {
          run(round, each.getKey(), each.getValue(), plan.httpRound());
        }
      }
    } finally {
      for (Load load : loads.values()) {
        load.close();
      }
    }
  }

  private void run(int round, String name, Load load, Duration duration)
      throws InterruptedException {
    var throughput = load.run(duration);
    perSecond.add(name, throughput.perSecond());
    p50.add(name, throughput.p50());
    p99.add(name, throughput.p99());
    Plan.say(
        "http, round %d: %s %s/s, p50 %s µs, p99 %s µs"
            .formatted(
                round,
                name,
                Figures.number(throughput.perSecond()),
                Figures.number(throughput.p50()),
                Figures.number(throughput.p99())));
  }

  private static int answerBytes(Service ours) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), ours.port())) {
      return new Connection(socket).ask(Requests.WHAT_IF);
    }
  }

  private String rate(String name) {
    return Figures.number(perSecond.median(name)) + "/s";
  }

  private void latency(Figures figures, String what, String name) {
    figures.alone(
        what + ", p50 and p99 of " + Load.CONNECTIONS + " connections",
        "%s and %s ms"
            .formatted(
                Figures.number(p50.median(name) / 1e3), Figures.number(p99.median(name) / 1e3)));
  }
}
