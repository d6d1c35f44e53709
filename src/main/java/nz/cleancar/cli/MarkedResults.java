package nz.cleancar.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

  private final Path target;

  /**
   * Prepares the folder.
   *
   * @throws Ccs.Refusal if it is a policy's own, whose files would be overwritten
   */
  MarkedResults(Path target) {
    if (Files.exists(target.resolve("rules"))) {
      throw new Ccs.Refusal(
          "Marked copies in " + target + " would overwrite a policy; name another folder.");
    }
    this.target = target;
  }

  /** Writes the suites that were looked into, and every table; the files written. */
  List<Path> write(
      List<SuiteFile> suites,
      PolicySources sources,
      List<Finding> faults,
      SuiteResults results,
      CoverageReport coverage) {
    var written = new ArrayList<Path>();
    var findings = Stream.concat(faults.stream(), results.findings().stream()).toList();
    for (SuiteFile suite : suites) {
      if (isWorkbook(suite.name())) {
        String name = suite.name().substring(suite.name().lastIndexOf('/') + 1);
        written.add(
            write(SUITES + name, suite.name(), suite.content().get(), findings, results.shades()));
      }
    }
    var tried = CoverageShades.of(coverage);
    sources
        .files()
        .forEach(
            (path, content) -> {
              if (path.startsWith(TABLES) && isWorkbook(path)) {
                written.add(
                    write(path, path.substring(TABLES.length()), content, List.of(), tried));
              }
            });
    return written;
  }

  private static boolean isWorkbook(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith(".xlsx");
  }

  private Path write(
      String path, String file, byte[] content, List<Finding> findings, List<Shade> shades) {
    byte[] marked = new XlsxWorkbookMarker().mark(file, content, findings, shades);
    try {
      Path copy = target.resolve(path);
      Path folder = Files.createDirectories(copy.resolveSibling(""));
      Path draft = Files.createTempFile(folder, ".ccs", ".tmp");
      Files.write(draft, marked);
      return Files.move(draft, copy, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
