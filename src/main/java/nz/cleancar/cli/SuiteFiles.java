package nz.cleancar.cli;

import java.util.List;
import nz.cleancar.scenario.SuiteWriter;
import nz.cleancar.scenario.Suites;
import nz.cleancar.scenario.xlsx.XlsxSuiteReader;
import nz.cleancar.scenario.xlsx.XlsxSuiteWriter;
import nz.cleancar.scenario.yaml.YamlSuiteReader;
import nz.cleancar.scenario.yaml.YamlSuiteWriter;

/** The kinds of files that suites are read from and written to. */
final class SuiteFiles {

  private static final List<SuiteWriter> WRITERS =
      List.of(new XlsxSuiteWriter(), new YamlSuiteWriter());

  private SuiteFiles() {}

  static Suites suites() {
    return new Suites(List.of(new XlsxSuiteReader(), new YamlSuiteReader()));
  }

  /**
   * What writes a file of this name.
   *
   * @throws Ccs.Refusal if nothing does
   */
  static SuiteWriter writer(String file) {
    return WRITERS.stream()
        .filter(writer -> writer.writes(file))
        .findFirst()
        .orElseThrow(
            () ->
                new Ccs.Refusal(
                    "A suite is written to .xlsx or .yml, and " + file + " is neither."));
  }
}
