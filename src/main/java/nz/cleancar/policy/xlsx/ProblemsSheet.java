package nz.cleancar.policy.xlsx;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nz.cleancar.policy.Finding;
import nz.cleancar.policy.Place;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The sheet <i>Problems</i>, which lists all findings of a workbook, the gravest first. */
final class ProblemsSheet {

  /** Its name; a number follows where the owner has a sheet of that name. */
  static final String NAME = "Problems";

  private static final String TITLE = "Problems found by ccs check";
  private static final String SAYS =
      "Written anew by each check, and passed over when the workbook is handed in.";
  private static final List<String> HEADINGS =
      List.of("Severity", "Code", "Place", "Expected", "Found", "Repair", "Shown by", "See also");
  private static final List<Integer> WIDTHS = List.of(10, 20, 24, 36, 36, 48, 48, 24);
  private static final Pattern EXPECTS = Pattern.compile("\\s*expect\\w*\\s*(→|->).*");
  private static final int HEADER = 4;
  private static final int PLACE = 3;
  private static final int LINE_POINTS = 16;
  private static final int TALLEST_POINTS = 400;

  private ProblemsSheet() {}

  /** Whether a sheet of this name may be one that we wrote. */
  static boolean isNamedAsOurs(String name) {
    return name.startsWith(NAME);
  }

  /**
   * Whether we wrote the sheet, by its first rows. One that has a table beside or below what we
   * wrote is not ours, so that no table is lost.
   */
  static boolean isOurs(Sheet sheet) {
    boolean begins =
        isText(sheet, new Address(1, 1), TITLE)
            && isText(sheet, new Address(2, 1), SAYS)
            && IntStream.range(0, HEADINGS.size())
                .allMatch(i -> isText(sheet, new Address(HEADER, i + 1), HEADINGS.get(i)));
    var rest = begins ? withoutOurs(sheet) : sheet;
    return begins && Header.find(rest, 1).isEmpty() && !hasSuite(rest);
  }

  /** Whether the sheet has a suite of scenarios. */
  private static boolean hasSuite(Sheet sheet) {
    return sheet.rows().values().stream()
        .flatMap(row -> row.values().stream())
        .anyMatch(
            content ->
                content instanceof Content.Text(String text) && EXPECTS.matcher(text).lookingAt());
  }

  private static boolean isText(Sheet sheet, Address at, String text) {
    return sheet.at(at).filter(new Content.Text(text)::equals).isPresent();
  }

  /** What stands on the sheet beside the title, the headings and the lines of findings. */
  private static Sheet withoutOurs(Sheet sheet) {
    var rows = new TreeMap<>(sheet.rows());
    rows.replaceAll(
        (number, cells) ->
            number <= HEADER || isLine(sheet, number)
                ? new TreeMap<>(cells.tailMap(HEADINGS.size(), false))
                : cells);
    return new Sheet(rows, sheet.merged(), sheet.hiddenRows(), sheet.hiddenColumns());
  }

  private static boolean isLine(Sheet sheet, int row) {
    return Stream.of(Finding.Severity.values())
        .anyMatch(severity -> isText(sheet, new Address(row, 1), Marks.word(severity)));
  }

  /**
   * Adds the sheet behind the others.
   *
   * @param sheets the names of the workbook's sheets as places have them, each with its own name
   */
  static void add(
      XSSFWorkbook workbook, String file, List<Finding> findings, Map<String, String> sheets) {
    var sheet = workbook.createSheet(freeName(workbook));
    sheet.setTabColor(new XSSFColor(SeverityColour.ERROR.argb()));
    put(sheet, 1, 1, TITLE, Look.TITLE);
    put(sheet, 2, 1, SAYS, Look.HEADING);
    put(sheet, 3, 1, summary(file, findings), Look.HEADING);
    for (int i = 0; i < HEADINGS.size(); i++) {
      put(sheet, HEADER, i + 1, HEADINGS.get(i), Look.HEADING);
      sheet.setColumnWidth(i, WIDTHS.get(i) * 256);
    }
    int row = HEADER;
    for (Finding finding : inOrder(findings)) {
      line(sheet, ++row, finding, file, sheets);
    }
    colour(sheet, row);
    sheet.createFreezePane(0, HEADER);
    sheet.setFitToPage(true);
    sheet.getPrintSetup().setLandscape(true);
    sheet.getPrintSetup().setFitHeight((short) 0);
    sheet.setAutoFilter(new CellRangeAddress(HEADER - 1, row - 1, 0, HEADINGS.size() - 1));
  }

  private static List<Finding> inOrder(List<Finding> findings) {
    return findings.stream()
        .sorted(Comparator.comparing(Finding::severity).thenComparing(Finding.IN_READING_ORDER))
        .toList();
  }

  private static String freeName(XSSFWorkbook workbook) {
    return Stream.concat(
            Stream.of(NAME), IntStream.iterate(2, i -> i + 1).mapToObj(i -> NAME + " " + i))
        .filter(name -> workbook.getSheet(name) == null)
        .findFirst()
        .orElseThrow();
  }

  private static String summary(String file, List<Finding> findings) {
    return Stream.of(Finding.Severity.values())
        .map(
            severity -> {
              long count = findings.stream().filter(f -> f.severity() == severity).count();
              return count + " " + Marks.word(severity) + (count == 1 ? "" : "s");
            })
        .collect(Collectors.joining(", ", "", " in " + Marks.safe(file)));
  }

  private static void line(
      XSSFSheet sheet, int row, Finding finding, String file, Map<String, String> sheets) {
    Place place = finding.place();
    var texts =
        List.of(
            Marks.word(finding.severity()),
            finding.code(),
            place.file().equals(file) ? within(place) : place.toString(),
            finding.expected(),
            finding.found(),
            finding.repair(),
            finding.witness().map(witness -> witness.text()).orElse(""),
            finding.alsoAt().stream()
                .map(also -> Marks.seen(also, place))
                .collect(Collectors.joining("; ")));
    for (int i = 0; i < texts.size(); i++) {
      if (!texts.get(i).isEmpty()) {
        put(sheet, row, i + 1, Marks.safe(texts.get(i)), Look.PLAIN);
      }
    }
    // Not every program makes room for wrapped texts by itself.
    int lines =
        IntStream.range(0, texts.size())
            .map(i -> 1 + Marks.safe(texts.get(i)).length() / WIDTHS.get(i))
            .max()
            .orElse(1);
    sheet.getRow(row - 1).setHeightInPoints(Math.min(TALLEST_POINTS, LINE_POINTS * lines));
    if (place.file().equals(file)) {
      Optional.ofNullable(sheets.get(place.sheet()))
          .ifPresent(name -> link(sheet, row, name, place));
    }
  }

  private static String within(Place place) {
    if (place.sheet().isEmpty()) {
      return "the whole file";
    }
    return place.cell().isEmpty() ? place.sheet() : place.sheet() + " " + place.cell();
  }

  private static void link(XSSFSheet sheet, int row, String name, Place place) {
    var workbook = sheet.getWorkbook();
    var link = workbook.getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
    String cell = Marks.area(place).map(Area::toString).orElse("A1");
    link.setAddress("'" + name.replace("'", "''") + "'!" + cell);
    var at = cell(sheet, row, PLACE);
    at.setHyperlink(link);
    at.setCellStyle(Look.LINK.in(workbook));
  }

  private static void colour(XSSFSheet sheet, int lastRow) {
    var colours = new RuleColours(sheet);
    var area = List.of(Area.of(HEADER + 1, 1, Math.max(HEADER + 1, lastRow), 1));
    for (Finding.Severity severity : Finding.Severity.values()) {
      var colour = SeverityColour.of(severity);
      String formula = "$A%d=\"%s\"".formatted(HEADER + 1, Marks.word(severity));
      colours.add(area, formula, colour.argb(), colour.priority());
    }
  }

  private static void put(XSSFSheet sheet, int row, int column, String text, Look look) {
    var cell = cell(sheet, row, column);
    cell.setCellValue(text);
    cell.setCellStyle(look.in(sheet.getWorkbook()));
  }

  private static XSSFCell cell(XSSFSheet sheet, int row, int column) {
    var line = sheet.getRow(row - 1) == null ? sheet.createRow(row - 1) : sheet.getRow(row - 1);
    return line.getCell(column - 1) == null
        ? line.createCell(column - 1)
        : line.getCell(column - 1);
  }
}
