package nz.cleancar.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import nz.cleancar.policy.Finding;
import nz.cleancar.policy.PolicySources;
import nz.cleancar.policy.Shade;
import nz.cleancar.policy.xlsx.XlsxWorkbookMarker;
import nz.cleancar.report.CoverageShades;
import nz.cleancar.scenario.SuiteFile;
import nz.cleancar.scenario.SuiteResults;
import nz.cleancar.scenario.coverage.CoverageReport;

/** Writes copies of workbooks with what a run of scenarios found: suites, and tables. */
final class MarkedResults {

  private static final String TABLES = "decision-tables/";
  private static final String SUITES = "scenarios/";

  /** Says that a folder has nothing in it but marked copies, so that they may be written anew. */
  private static final String SIGN = ".marked-by-ccs";

  private final Path target;
  private final PolicySources sources;
  private final Map<Path, SuiteFile> suites = new LinkedHashMap<>();

  /**
   * Prepares the folder, which is new, or empty, or was written by an earlier run.
   *
   * @throws Ccs.Refusal if something in it could be overwritten that is no marked copy
   */
  MarkedResults(Path target, List<SuiteFile> files, PolicySources sources) {
    this.target = target;
    this.sources = sources;
    checkFolder();
    files.stream().filter(file -> isWorkbook(file.name())).forEach(this::add);
  }

  private void checkFolder() {
    if (!Files.exists(target)) {
      return;
    }
    try (Stream<Path> inside = Files.list(target)) {
      if (!Files.exists(target.resolve(SIGN)) && inside.findAny().isPresent()) {
        throw new Ccs.Refusal(
            target + " has other files in it; name a new folder for the marked copies.");
      }
    } catch (IOException e) {
      throw new Ccs.Refusal(target + " is no folder for marked copies.");
    }
  }

  private void add(SuiteFile file) {
    String name = file.name().substring(file.name().lastIndexOf('/') + 1);
    Path copy = target.resolve(SUITES + name);
    if (isSame(copy, Path.of(file.name()))) {
      throw new Ccs.Refusal(
          "The marked copy of " + file.name() + " would overwrite it; name another folder.");
    }
    var other = suites.putIfAbsent(copy, file);
    if (other != null) {
      throw new Ccs.Refusal(
          "Both %s and %s would be copied to %s; run them one after the other."
              .formatted(other.name(), file.name(), copy));
    }
  }

  private static boolean isSame(Path one, Path other) {
    try {
      return Files.exists(one) && Files.exists(other) && Files.isSameFile(one, other);
    } catch (IOException e) {
      throw new Ccs.Refusal(one + " cannot be read.");
    }
  }

  /** Writes the suites that were looked into, and every table; the files written. */
  List<Path> write(List<Finding> faults, SuiteResults results, CoverageReport coverage) {
    var written = new ArrayList<Path>();
    var findings = Stream.concat(faults.stream(), results.findings().stream()).toList();
    Written.whole(target.resolve(SIGN), new byte[0]);
    suites.forEach(
        (copy, suite) ->
            written.add(
                write(copy, suite.name(), suite.content().get(), findings, results.shades())));
    var tried = CoverageShades.of(coverage);
    sources
        .files()
        .forEach(
            (path, content) -> {
              if (path.startsWith(TABLES) && isWorkbook(path)) {
                String table = path.substring(TABLES.length());
                written.add(write(target.resolve(path), table, content, List.of(), tried));
              }
            });
    return written;
  }

  private static boolean isWorkbook(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith(".xlsx");
  }

  private static Path write(
      Path copy, String file, byte[] content, List<Finding> findings, List<Shade> shades) {
    return Written.whole(copy, new XlsxWorkbookMarker().mark(file, content, findings, shades));
  }
}
