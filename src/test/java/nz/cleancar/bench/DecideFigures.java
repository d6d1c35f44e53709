package nz.cleancar.bench;

import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** What a decision costs, against plain Java and against the same policy grown. */
final class DecideFigures {

  private static final double MOST_OF_PLAIN = 60;
  private static final double MOST_OF_SHIPPED = 1.5;
  private static final int PLAIN_WARM_UPS = 3;
  private static final List<String> BENCHMARKS =
      List.of("plainMix", "shippedMix", "grownMix", "plainSample", "shippedSample");

  private final Plan plan;
  private final Rounds nanoseconds = new Rounds();
  private final Rounds bytes = new Rounds();

  DecideFigures(Plan plan) {
    this.plan = plan;
  }

  void measure(Figures figures) throws RunnerException {
    for (int round = 1; round <= plan.decideRounds(); round++) {
      for (String benchmark : BENCHMARKS) {
        Plan.say("decide, round %d: %s".formatted(round, benchmark));
        run(benchmark);
      }
    }
    figures.atMost(
        MOST_OF_PLAIN,
        "decide, mixed questions, against plain Java",
        microseconds("shippedMix"),
        microseconds("plainMix"),
        nanoseconds.ratio("shippedMix", "plainMix"));
    figures.atMost(
        MOST_OF_PLAIN,
        "decide, the sample question, against plain Java",
        microseconds("shippedSample"),
        microseconds("plainSample"),
        nanoseconds.ratio("shippedSample", "plainSample"));
    figures.atMost(
        MOST_OF_SHIPPED,
        "decide, 1,600 rows against the shipped ones",
        microseconds("grownMix"),
        microseconds("shippedMix"),
        nanoseconds.ratio("grownMix", "shippedMix"));
    figures.compared(
        "allocated for a decision, mixed questions",
        Figures.number(bytes.median("shippedMix")) + " B",
        Figures.number(bytes.median("plainMix")) + " B",
        bytes.ratio("shippedMix", "plainMix"));
  }

  private void run(String benchmark) throws RunnerException {
    var options =
        new OptionsBuilder()
            .include(DecideBenchmark.class.getName() + "\\." + benchmark + "$")
            .forks(1)
            .jvmArgs(jvmArguments())
            .warmupIterations(benchmark.startsWith("plain") ? PLAIN_WARM_UPS : plan.decideWarmUps())
            .warmupTime(TimeValue.seconds(1))
            .measurementIterations(3)
            .measurementTime(TimeValue.milliseconds(700))
            .addProfiler(GCProfiler.class)
            .verbosity(VerboseMode.SILENT)
            .build();
    RunResult result = new Runner(options).runSingle();
    nanoseconds.add(benchmark, result.getPrimaryResult().getScore());
    bytes.add(benchmark, result.getSecondaryResults().get("gc.alloc.rate.norm").getScore());
    Plan.say(
        "  %s ns, %s B"
            .formatted(
                Figures.number(result.getPrimaryResult().getScore()),
                Figures.number(result.getSecondaryResults().get("gc.alloc.rate.norm").getScore())));
  }

  private String[] jvmArguments() {
    var arguments = new ArrayList<>(plan.javaOptions());
    arguments.add("-Xmx1g");
    return arguments.toArray(String[]::new);
  }

  private String microseconds(String benchmark) {
    return Figures.number(nanoseconds.median(benchmark) / 1_000) + " µs";
  }
}
