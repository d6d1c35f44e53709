package nz.cleancar.bench;

import java.io.IOException;
import java.nio.file.Path;
import nz.cleancar.testing.ShippedPolicy;

/**
 * How long a workbook takes from being handed in to its findings, and to live: charge rates of the
 * shipped size, and of 1,000 rows.
 */
final class GrowthFigures {

  private static final int LARGE = 1_000;
  private static final int WARM_UPS = 3;

  private final Plan plan;
  private final Rounds seconds = new Rounds();

  GrowthFigures(Plan plan) {
    this.plan = plan;
  }

  void measure(Figures figures, Path folder) throws IOException, InterruptedException {
    Path data = folder.resolve("growth");
    try (var service = Service.ours(plan.ccsOptions(), data)) {
      service.firstAnswer(Requests.WHAT_IF);
      var desk = PolicyDesk.at(service, data);
      for (int round = -WARM_UPS + 1; round <= plan.growthRounds(); round++) {
        String cents = "%02d".formatted(round + WARM_UPS);
        handIn(desk, round, "shipped", ChargeRates.with("7." + cents));
        handIn(desk, round, "large", ChargeRates.with("8." + cents, LARGE));
      }
    }
    double most = growthOfRows();
    figures.atMost(
        most,
        "from handing in 1,000 rows to the findings, against the shipped size",
        time("large to findings"),
        time("shipped to findings"),
        seconds.ratio("large to findings", "shipped to findings"));
    figures.atMost(
        most,
        "from handing in 1,000 rows to live, against the shipped size",
        time("large to live"),
        time("shipped to live"),
        seconds.ratio("large to live", "shipped to live"));
  }

  private void handIn(PolicyDesk desk, int round, String name, byte[] rates) {
    var approved = desk.handIn(rates);
    double untilFindings = approved.untilFindings().toNanos() / 1e9;
    double untilLive = untilFindings + desk.publish(approved.version()).toNanos() / 1e9;
    Plan.say(
        "growth, round %d: %s %s s to its findings, %s s to live"
            .formatted(round, name, Figures.number(untilFindings), Figures.number(untilLive)));
    if (round > 0) {
      seconds.add(name + " to findings", untilFindings);
      seconds.add(name + " to live", untilLive);
    }
  }

  /** By how much the policy's rows grow: what linear growth of the time would be. */
  private static double growthOfRows() {
    var policy = ShippedPolicy.read();
    double all = policy.tables().stream().mapToInt(table -> table.rows().size()).sum();
    int rates = policy.table("charge-rates").orElseThrow().rows().size();
    return (all - rates + LARGE) / all;
  }

  private String time(String name) {
    return Figures.number(seconds.median(name)) + " s";
  }
}
