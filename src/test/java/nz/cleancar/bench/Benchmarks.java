package nz.cleancar.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.openjdk.jmh.runner.RunnerException;

/** All benchmarks in one run, with one table at the end. {@code ./ccs bench} starts it. */
public final class Benchmarks {

  private static final Set<String> PARTS =
      Set.of("decide", "http", "growth", "publish", "start", "mutate", "accounts", "demo");
  private static final String USAGE =
      "Usage: ./ccs bench [--quick] [--only decide|http|growth|publish|start|mutate|accounts|demo]";

  private Benchmarks() {}

  public static void main(String[] arguments)
      throws IOException, InterruptedException, RunnerException {
    var options = List.of(arguments);
    int only = options.indexOf("--only");
    String part = only >= 0 && only + 1 < options.size() ? options.get(only + 1) : "";
    boolean understood =
        options.stream().allMatch(List.of("--quick", "--only", part)::contains)
            && (only >= 0 ? PARTS.contains(part) : part.isEmpty());
    if (!understood) {
      System.err.println(USAGE);
      System.exit(64);
    }
    measure(options.contains("--quick"), part.isEmpty() ? PARTS : Set.of(part));
  }

  private static void measure(boolean quick, Set<String> parts)
      throws IOException, InterruptedException, RunnerException {
    var java = options("bench.java.options");
    var ccs = options("bench.ccs.options");
    var plan = quick ? Plan.quick(java, ccs) : Plan.whole(java, ccs);
    var figures = new Figures();
    Path data = Files.createTempDirectory("ccs-bench-");
    try {
      if (parts.contains("decide")) {
        new DecideFigures(plan).measure(figures);
      }
      if (parts.contains("http")) {
        new HttpFigures(plan).measure(figures, data);
      }
      if (parts.contains("growth")) {
        new GrowthFigures(plan).measure(figures, data);
      }
      if (parts.contains("publish")) {
        new PublishFigures(plan).measure(figures, data);
      }
      if (parts.contains("start")) {
        new StartFigures(plan).measure(figures, data);
      }
      if (parts.contains("mutate")) {
        new MutateFigures(plan).measure(figures);
      }
      if (parts.contains("accounts")) {
        new AccountFigures(plan).measure(figures, data);
      }
      if (parts.contains("demo")) {
        new DemoFigures(plan).measure(figures, data);
      }
    } finally {
      delete(data);
    }
    System.out.println(figures.table());
  }

  private static List<String> options(String property) {
    return Stream.of(System.getProperty(property, "").split(" "))
        .filter(option -> !option.isEmpty())
        .toList();
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
