package nz.cleancar.policy.xlsx;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import nz.cleancar.policy.Finding;
import nz.cleancar.policy.Place;
import nz.cleancar.policy.Shown;

/**
 * A workbook whose sheets are read row by row, of which never more than a row is held. It passes
 * the same gates as a workbook with tables.
 */
public final class StreamedWorkbook {

  /** Takes the rows of one sheet, which come in their order. */
  public interface Rows {

    /** The next row with something in it. */
    void take(StreamedRow row);

    /**
     * After the last row.
     *
     * @return the number of the header row, above which cells may be merged along a row
     */
    int end();
  }

  /** Takes sheets. */
  @FunctionalInterface
  public interface Sheets {

    /** The sheet of this name, as places have it; what is wrong with it goes to its findings. */
    Rows sheet(String name, SheetFindings findings);
  }

  private final Place place;
  private final Limits limits;
  private final List<Finding> findings = new ArrayList<>();

  private StreamedWorkbook(Place place, Limits limits) {
    this.place = place;
    this.limits = limits;
  }

  /**
   * Reads the sheets that have something in them, one after the other. Sheets that findings were
   * written on are passed over.
   *
   * @return everything that is wrong, with what the takers told
   */
  public static List<Finding> read(String file, byte[] content, Limits limits, Sheets sheets) {
    var workbook = new StreamedWorkbook(Place.of(file), limits);
    try {
      workbook.read(content, sheets);
    } catch (Refused refused) {
      workbook.findings.addAll(refused.findings());
    }
    return List.copyOf(workbook.findings);
  }

  private void read(byte[] content, Sheets sheets) throws Refused {
    var parts = ZipParts.streamed(place, content, limits);
    Parts.checkAll(place, parts);
    try (var open = new OpenWorkbook(place, limits, parts)) {
      for (OpenWorkbook.Tab tab : open.tabs()) {
        if (ProblemsSheet.isNamedAsOurs(tab.name()) && isOurs(open, tab)) {
          continue;
        }
        var told = new SheetFindings(place.file(), tab.name(), limits);
        if (tab.hidden()) {
          findings.add(tab.hidden(told));
          continue;
        }
        var sheet = new StreamedSheet(told, () -> sheets.sheet(Shown.plain(tab.name()), told));
        try {
          open.sheet(tab, told, sheet.frame(), sheet);
          sheet.end();
        } finally {
          findings.addAll(told.all());
        }
      }
    }
  }

  /** A sheet of findings is no longer than a sheet of tables may be. */
  private boolean isOurs(OpenWorkbook open, OpenWorkbook.Tab tab) throws Refused {
    var rows = new TreeMap<Integer, NavigableMap<Integer, Content>>();
    var told = new SheetFindings(place.file(), tab.name(), limits);
    var first =
        new SheetXml.Grid() {
          @Override
          public void begin(int row) {}

          @Override
          public NavigableMap<Integer, Content> row(int row) {
            return row <= Limits.DEFAULT.rows()
                ? rows.computeIfAbsent(row, _ -> new TreeMap<>())
                : new TreeMap<>();
          }
        };
    open.sheet(tab, told, new SheetXml.Frame(), first);
    return ProblemsSheet.isOurs(Sheet.of(rows));
  }
}
