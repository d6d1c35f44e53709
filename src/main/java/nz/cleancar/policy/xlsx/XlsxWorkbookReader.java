package nz.cleancar.policy.xlsx;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import nz.cleancar.policy.Finding;
import nz.cleancar.policy.Place;
import nz.cleancar.policy.Shown;
import nz.cleancar.policy.WorkbookReader;
import nz.cleancar.policy.table.PolicyTable;
import nz.cleancar.policy.table.Vocabulary;

/** Reads decision tables from Excel workbooks (.xlsx). Safe for many threads at once. */
@Singleton
public final class XlsxWorkbookReader implements WorkbookReader {

  private final Limits limits;

  /** Reads within the default limits. */
  @Inject
  public XlsxWorkbookReader() {
    this(Limits.DEFAULT);
  }

  /** Reads within these limits. */
  public XlsxWorkbookReader(Limits limits) {
    this.limits = limits;
  }

  @Override
  public Contents read(String workbook, byte[] content, Vocabulary vocabulary) {
    var place = Place.of(workbook);
    try {
      var parts = ZipParts.of(place, content, limits);
      Parts.check(place, parts);
      try (var open = new OpenWorkbook(place, parts, limits)) {
        return tables(open, place, vocabulary);
      }
    } catch (Refused refused) {
      return new Contents(List.of(), List.of(), refused.findings());
    }
  }

  private Contents tables(OpenWorkbook open, Place place, Vocabulary vocabulary) throws Refused {
    var tables = new ArrayList<PolicyTable>();
    var names = new ArrayList<TableName>();
    var all = new ArrayList<Finding>();
    boolean hasTable = false;
    for (OpenWorkbook.Tab tab : open.tabs()) {
      var findings = new SheetFindings(place.file(), tab.name(), limits);
      boolean mayBeOurs = ProblemsSheet.isNamedAsOurs(tab.name());
      if (tab.hidden() && !mayBeOurs) {
        hasTable = true;
        all.add(tab.hidden(findings));
        continue;
      }
      var sheet = open.sheet(tab, findings);
      if (mayBeOurs && ProblemsSheet.isOurs(sheet)) {
        continue;
      }
      if (tab.hidden()) {
        hasTable = true;
        all.add(tab.hidden(findings));
        continue;
      }
      if (!sheet.rows().isEmpty()) {
        hasTable = true;
        var table = new TableSheet(sheet, vocabulary, findings);
        table.read(place.file(), Shown.plain(tab.name())).ifPresent(tables::add);
        table.name().ifPresent(names::add);
      }
      all.addAll(findings.all());
    }
    if (!hasTable && all.isEmpty()) {
      all.add(
          Finding.error(
              "no-table", place, "a table", "no sheet with anything in it", "Remove the file."));
    }
    return new Contents(tables, names, all);
  }
}
