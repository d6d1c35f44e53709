package nz.cleancar.scenario.xlsx;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import nz.cleancar.policy.Finding;
import nz.cleancar.policy.Place;
import nz.cleancar.policy.Policy;
import nz.cleancar.policy.xlsx.Limits;
import nz.cleancar.policy.xlsx.StreamedWorkbook;
import nz.cleancar.scenario.Scenario;
import nz.cleancar.scenario.Suite;
import nz.cleancar.scenario.SuiteReader;

/**
 * Reads suites from Excel workbooks (.xlsx), one a sheet, row by row. Safe for many threads at
 * once.
 */
@Singleton
public final class XlsxSuiteReader implements SuiteReader {

  private final Limits limits;

  /** Reads within the default limits of suites. */
  @Inject
  public XlsxSuiteReader() {
    this(Limits.SUITES);
  }

  /** Reads within these limits. */
  public XlsxSuiteReader(Limits limits) {
    this.limits = limits;
  }

  @Override
  public boolean reads(String file) {
    return file.toLowerCase(Locale.ROOT).endsWith(".xlsx");
  }

  @Override
  public Contents read(String file, byte[] content, Policy policy, Consumer<Scenario> cases) {
    var suites = new LinkedHashMap<String, Suite>();
    var ids = new ArrayList<Place>();
    var sheets = new ArrayList<String>();
    var findings =
        new ArrayList<>(
            StreamedWorkbook.read(
                file,
                content,
                limits,
                (sheet, told) -> {
                  sheets.add(sheet);
                  return new SuiteSheet(
                      file,
                      sheet,
                      policy,
                      told,
                      cases,
                      (suite, id) -> suites.putIfAbsent(suite.id(), suite) == null && ids.add(id));
                }));
    if (sheets.isEmpty() && findings.isEmpty()) {
      findings.add(
          Finding.error(
              "no-suite",
              Place.of(file),
              "a suite of scenarios",
              "no sheet with anything in it",
              "Remove the file."));
    }
    return new Contents(List.copyOf(suites.values()), ids, findings);
  }
}
