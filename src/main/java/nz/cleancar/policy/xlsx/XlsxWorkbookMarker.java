package nz.cleancar.policy.xlsx;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import nz.cleancar.policy.Finding;
import nz.cleancar.policy.Place;
import nz.cleancar.policy.Shade;
import nz.cleancar.policy.Shade.Tint;
import nz.cleancar.policy.Shown;
import nz.cleancar.policy.WorkbookMarker;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Marks Excel workbooks (.xlsx). Safe for many threads at once. */
@Singleton
public final class XlsxWorkbookMarker implements WorkbookMarker {

  private final Limits limits;

  /** Marks within the default limits. */
  @Inject
  public XlsxWorkbookMarker() {
    this(Limits.DEFAULT);
  }

  /** Marks within these limits. */
  public XlsxWorkbookMarker(Limits limits) {
    this.limits = limits;
  }

  @Override
  public byte[] mark(String workbook, byte[] content, List<Finding> findings, List<Shade> shades) {
    var spoken = findings.stream().filter(finding -> speaksOf(finding, workbook)).toList();
    var place = Place.of(workbook);
    try {
      var parts = EditedWorkbook.parts(place, content, limits);
      var ours = ours(place, parts);
      return EditedWorkbook.change(
          parts,
          book -> {
            clear(book, ours);
            write(book, workbook, spoken, shades);
          });
    } catch (Refused | IOException e) {
      return alone(workbook, spoken);
    }
  }

  private static boolean speaksOf(Finding finding, String workbook) {
    return Stream.concat(Stream.of(finding.place()), finding.alsoAt().stream())
        .anyMatch(place -> place.file().equals(workbook));
  }

  /** The sheets of an earlier marking. */
  private List<String> ours(Place place, SortedMap<String, byte[]> parts) throws Refused {
    var ours = new ArrayList<String>();
    try (var open = new OpenWorkbook(place, parts, limits)) {
      for (OpenWorkbook.Tab tab : open.tabs()) {
        var findings = new SheetFindings(place.file(), tab.name(), limits);
        if (ProblemsSheet.isNamedAsOurs(tab.name())
            && ProblemsSheet.isOurs(open.sheet(tab, findings))) {
          ours.add(tab.name());
        }
      }
    }
    return ours;
  }

  private static void clear(XSSFWorkbook book, List<String> ours) {
    ours.forEach(name -> book.removeSheetAt(book.getSheetIndex(name)));
    for (int i = 0; i < book.getNumberOfSheets(); i++) {
      var sheet = book.getSheetAt(i);
      new CellNotes(sheet).clear();
      new RuleColours(sheet).clear(SeverityColour.WORD);
      new RuleColours(sheet).clear(TintColour.WORD);
    }
  }

  private static void write(
      XSSFWorkbook book, String file, List<Finding> findings, List<Shade> shades) {
    var sheets = new LinkedHashMap<String, String>();
    for (int i = 0; i < book.getNumberOfSheets(); i++) {
      var sheet = book.getSheetAt(i);
      sheets.putIfAbsent(Shown.plain(sheet.getSheetName()), sheet.getSheetName());
    }
    sheets.forEach(
        (placed, name) -> write(book.getSheet(name), Marks.of(file, placed, findings, shades)));
    if (!findings.isEmpty()) {
      ProblemsSheet.add(book, file, findings, sheets);
    }
  }

  private static void write(XSSFSheet sheet, Marks marks) {
    if (marks.areas().isEmpty() && marks.shades().isEmpty()) {
      return;
    }
    new CellNotes(sheet).write(marks.notes());
    var colours = new RuleColours(sheet);
    int tints = marks.shades().isEmpty() ? 0 : TintColour.values().length;
    colours.goBefore(SeverityColour.values().length + tints);
    for (Tint tint : Tint.values()) {
      var areas = marks.shades().getOrDefault(tint, List.of());
      if (!areas.isEmpty()) {
        var colour = TintColour.of(tint);
        String formula = RuleColours.always(TintColour.WORD);
        colours.add(Area.joined(areas), formula, colour.argb(), colour.priority());
      }
    }
    for (Finding.Severity severity : List.of(Finding.Severity.values()).reversed()) {
      var areas = marks.areas().getOrDefault(severity, List.of());
      if (!areas.isEmpty()) {
        var colour = SeverityColour.of(severity);
        String formula = RuleColours.always(SeverityColour.WORD);
        colours.add(areas, formula, colour.argb(), colour.priority());
      }
    }
  }

  /** A workbook with the list alone, for one that is not opened as a whole. */
  private static byte[] alone(String file, List<Finding> findings) {
    try (var book = new XSSFWorkbook();
        var out = new ByteArrayOutputStream()) {
      ProblemsSheet.add(book, file, findings, Map.of());
      book.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
