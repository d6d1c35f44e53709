package nz.cleancar.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What {@code ccs demo} holds in memory with some vehicles, and with ten times as many for the same
 * accounts.
 */
final class DemoFigures {

  private static final int TIMES = 10;
  private static final int MOST_MEGABYTES = 192;
  private static final Path HOME = Path.of("").toAbsolutePath();

  /** A collection of the whole heap, and what it left in MB. */
  private static final Pattern COLLECTED = Pattern.compile("Pause Full.*->(\\d+)M\\(");

  private final Plan plan;

  DemoFigures(Plan plan) {
    this.plan = plan;
  }

  void measure(Figures figures, Path folder) throws IOException, InterruptedException {
    double some = held(folder, plan.demoVehicles());
    double many = held(folder, plan.demoVehicles() * TIMES);
    figures.atMost(
        1.5,
        "heap of ccs demo after full collections, %,d vehicles against %,d"
            .formatted(plan.demoVehicles() * TIMES, plan.demoVehicles()),
        megabytes(many),
        megabytes(some),
        many / some);
  }

  private static String megabytes(double megabytes) {
    return Figures.number(megabytes) + " MB";
  }

  /** The most that a collection of the whole heap left, in MB. */
  private double held(Path folder, int vehicles) throws IOException, InterruptedException {
    Path log = folder.resolve("demo-%d.gc".formatted(vehicles));
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(plan.javaOptions());
    command.addAll(
        List.of(
            "-Xmx%dm".formatted(MOST_MEGABYTES),
            "-Xlog:gc:file=%s:none:filecount=0".formatted(log),
            "-Dccs.home=" + HOME,
            "-jar",
            HOME.resolve("target/ccs.jar").toString(),
            "demo",
            "--vehicles",
            Integer.toString(vehicles),
            "--data",
            folder.resolve("demo-" + vehicles).toString()));
    var demo =
        new ProcessBuilder(command)
            .directory(HOME.toFile())
            .redirectErrorStream(true)
            .redirectOutput(HOME.resolve("target/bench/demo.log").toFile())
            .start();
    if (demo.waitFor() != 0) {
      throw new IllegalStateException("The demonstration failed; see target/bench/demo.log");
    }
    try (Stream<String> lines = Files.lines(log)) {
      double most =
          lines
              .map(COLLECTED::matcher)
              .filter(matcher -> matcher.find())
              .mapToDouble(matcher -> Double.parseDouble(matcher.group(1)))
              .max()
              .orElseThrow(() -> new IllegalStateException("The heap was never collected whole."));
      Plan.say("demo: %,d vehicles, %s".formatted(vehicles, megabytes(most)));
      return most;
    }
  }
}
