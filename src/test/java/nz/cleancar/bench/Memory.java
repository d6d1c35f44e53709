package nz.cleancar.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a service holds in memory once all garbage is collected.
 *
 * @param heapMegabytes its heap, in MB
 * @param classes how many classes are loaded
 */
record Memory(double heapMegabytes, double classes) {

  private static final Pattern HEAP = Pattern.compile("used (\\d+)K");
  private static final Pattern LOADED = Pattern.compile("(?m)^\\s*(\\d+)\\s+[\\d.]+\\s+(\\d+)");
  private static final int COLLECTIONS = 3;

  static Memory of(Service service) throws IOException, InterruptedException {
    String pid = Long.toString(service.pid());
    for (int i = 0; i < COLLECTIONS; i++) {
      run("jcmd", pid, "GC.run");
    }
    double kilobytes = heap(run("jcmd", pid, "GC.heap_info"));
    String classes = run("jstat", "-class", pid);
    return new Memory(kilobytes / 1024, first(LOADED, classes, 1) - first(LOADED, classes, 2));
  }

  /** The generations, or the one heap that a collector has, without the classes' own space. */
  private static double heap(String info) {
    return info.lines()
        .filter(line -> line.contains("total") && !line.contains("space"))
        .map(HEAP::matcher)
        .filter(Matcher::find)
        .mapToDouble(used -> Double.parseDouble(used.group(1)))
        .sum();
  }

  private static double first(Pattern pattern, String text, int group) {
    var matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new IllegalStateException("No " + pattern + " in " + text);
    }
    return Double.parseDouble(matcher.group(group));
  }

  private static String run(String tool, String... arguments)
      throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", tool).toString());
    command.addAll(List.of(arguments));
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(output);
    }
    return output;
  }
}
