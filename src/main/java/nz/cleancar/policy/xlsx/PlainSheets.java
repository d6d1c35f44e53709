package nz.cleancar.policy.xlsx;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import nz.cleancar.policy.Place;
import nz.cleancar.policy.Shown;

/** The cells of workbooks as text, whether or not they make tables. */
public final class PlainSheets {

  private final Limits limits;

  /** Reads within the default limits. */
  public PlainSheets() {
    this.limits = Limits.DEFAULT;
  }

  /**
   * A sheet that everybody sees.
   *
   * @param name its name, as places have it
   * @param header the row of the headings, counted from 1; zero where there is none
   * @param rows the texts of its cells by row and column, both counted from 1
   */
  public record PlainSheet(
      String name, int header, SortedMap<Integer, SortedMap<Integer, String>> rows) {}

  /** The sheets in their order, without ours and empty ones; none of what cannot be read. */
  public List<PlainSheet> read(String workbook, byte[] content) {
    var sheets = new ArrayList<PlainSheet>();
    var place = Place.of(workbook);
    try {
      var parts = ZipParts.of(place, content, limits);
      Parts.check(place, parts);
      try (var open = new OpenWorkbook(place, parts, limits)) {
        for (OpenWorkbook.Tab tab : open.tabs()) {
          var sheet = open.sheet(tab, new SheetFindings(workbook, tab.name(), limits));
          if (!tab.hidden() && !sheet.rows().isEmpty() && !isOurs(tab, sheet)) {
            sheets.add(plain(tab, sheet));
          }
        }
      }
    } catch (Refused refused) {
      // Whoever asks for the plain cells has the findings from the reader.
      return sheets;
    }
    return sheets;
  }

  private static boolean isOurs(OpenWorkbook.Tab tab, Sheet sheet) {
    return ProblemsSheet.isNamedAsOurs(tab.name()) && ProblemsSheet.isOurs(sheet);
  }

  private static PlainSheet plain(OpenWorkbook.Tab tab, Sheet sheet) {
    var rows = new TreeMap<Integer, SortedMap<Integer, String>>();
    sheet
        .rows()
        .forEach(
            (row, cells) -> {
              var texts = new TreeMap<Integer, String>();
              cells.forEach((column, cell) -> texts.put(column, text(cell)));
              rows.put(row, texts);
            });
    return new PlainSheet(Shown.plain(tab.name()), Header.find(sheet, 1).orElse(0), rows);
  }

  private static String text(Content content) {
    return switch (content) {
      case Content.Text(String text) -> Shown.whole(text.strip());
      case Content.Numeric(BigDecimal number) -> number(number);
      case Content.Day(var date) -> date.toString();
      case Content.Truth(boolean yes) -> yes ? "yes" : "no";
      case Content.Formula(String text) -> "=" + Shown.whole(text);
      case Content.Failed(String name) -> Shown.whole(name);
      case Content.NoDay noDay -> number(noDay.number());
    };
  }

  private static String number(BigDecimal number) {
    BigDecimal plain = number.stripTrailingZeros();
    return Math.abs((long) plain.scale()) > 40 ? plain.toString() : plain.toPlainString();
  }
}
