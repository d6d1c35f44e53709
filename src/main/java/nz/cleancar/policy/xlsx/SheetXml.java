package nz.cleancar.policy.xlsx;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import nz.cleancar.policy.Shown;

/** Reads the cells of one sheet from its XML, whatever it says of its own size. */
final class SheetXml {

  private static final Pattern ISO_DAY =
      Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})(T00:00(:00(\\.0+)?)?Z?)?");

  /** What the cells of all sheets refer to. */
  record Shared(List<String> strings, BitSet dateStyles, boolean from1904) {}

  private final Shared shared;
  private final Limits limits;
  private final SheetFindings findings;
  private final Frame frame;
  private final Grid grid;
  private int row;
  private int column;
  private int lastMisplaced;
  private boolean tooManyRows;
  private boolean tooManyColumns;

  private SheetXml(Shared shared, Limits limits, SheetFindings findings, Frame frame, Grid grid) {
    this.shared = shared;
    this.limits = limits;
    this.findings = findings;
    this.frame = frame;
    this.grid = grid;
  }

  /** Where the cells of a sheet go as they are read. */
  interface Grid {

    /**
     * A row begins; rows may come in any order, and more than once.
     *
     * @throws XMLStreamException if no sheet can have a row of this number
     */
    void begin(int row) throws XMLStreamException;

    /** The cells of a row that has begun, by column; only what is not blank is put there. */
    NavigableMap<Integer, Content> row(int row);
  }

  /** What a sheet says beside its cells. */
  record Frame(List<Area> merged, BitSet hiddenRows, BitSet hiddenColumns) {
    Frame() {
      this(new ArrayList<>(), new BitSet(), new BitSet());
    }
  }

  /** The sheet; what no cell may be is among the findings. */
  static Sheet read(byte[] part, Shared shared, Limits limits, SheetFindings findings)
      throws XMLStreamException {
    var rows = new TreeMap<Integer, NavigableMap<Integer, Content>>();
    var frame = new Frame();
    var whole =
        new Grid() {
          @Override
          public void begin(int row) {}

          @Override
          public NavigableMap<Integer, Content> row(int row) {
            return rows.computeIfAbsent(row, _ -> new TreeMap<>());
          }
        };
    new SheetXml(shared, limits, findings, frame, whole).read(new ByteArrayInputStream(part));
    return new Sheet(rows, List.copyOf(frame.merged()), frame.hiddenRows(), frame.hiddenColumns());
  }

  /** Reads the sheet into the grid, and what else it says into the frame, as it comes. */
  static void read(
      InputStream part,
      Shared shared,
      Limits limits,
      SheetFindings findings,
      Frame frame,
      Grid grid)
      throws XMLStreamException {
    new SheetXml(shared, limits, findings, frame, grid).read(part);
  }

  private void read(InputStream part) throws XMLStreamException {
    try (var xml = Xml.of(part)) {
      read(xml);
    }
  }

  private void read(Xml xml) throws XMLStreamException {
    if (!xml.next() || !xml.is("worksheet")) {
      findings.whole(
          "no-table",
          "a sheet of cells",
          "a chart, a dialog or something else",
          "Remove the sheet from the workbook.");
      return;
    }
    while (xml.next()) {
      if (xml.is("c")) {
        readCell(xml);
      } else if (xml.is("row")) {
        startRow(xml);
      } else if (xml.is("col")) {
        readColumn(xml);
      } else if (xml.is("mergeCell")) {
        Area.of(xml.attribute("ref"))
            .filter(_ -> frame.merged().size() <= limits.findings())
            .ifPresent(frame.merged()::add);
      } else if (xml.is("sheetFormatPr") && xml.flag("zeroHeight")) {
        findings.whole("hidden-row", "no hidden rows", "hidden rows", "Unhide all rows.");
      }
    }
  }

  private void startRow(Xml xml) throws XMLStreamException {
    row = xml.number("r", row + 1);
    column = 0;
    if (row > 0 && row <= limits.rows() && (xml.flag("hidden") || isZero(xml.attribute("ht")))) {
      frame.hiddenRows().set(row);
    }
    grid.begin(row);
  }

  private void readColumn(Xml xml) {
    if (xml.flag("hidden") || isZero(xml.attribute("width"))) {
      int first = Math.max(1, xml.number("min", 1));
      int last = Math.min(limits.columns(), xml.number("max", first));
      if (first <= last) {
        frame.hiddenColumns().set(first, last + 1);
      }
    }
  }

  private static boolean isZero(String size) {
    return size.matches("0(\\.0{1,9})?");
  }

  private void readCell(Xml xml) throws XMLStreamException {
    String reference = xml.attribute("r");
    var address =
        reference.isEmpty()
            ? Optional.of(new Address(row, column + 1))
            : Address.of(reference).filter(named -> named.row() == row);
    column = address.map(Address::column).orElse(column + 1);
    String type = xml.attribute("t");
    int style = xml.number("s", 0);
    Optional<String> value = Optional.empty();
    Optional<Content> formula = Optional.empty();
    while (xml.nextIn("c")) {
      if (xml.is("f")) {
        formula = Optional.of(readFormula(xml));
      } else if (xml.is("v")) {
        value = Optional.of(xml.text(limits.cellCharacters()));
      } else if (xml.is("is")) {
        value = Optional.of(xml.richText("is", limits.cellCharacters()));
      }
    }
    if (address.isEmpty()) {
      tellMisplaced(reference);
      return;
    }
    Address at = address.get();
    var content =
        formula.isPresent()
            ? formula.map(found -> truthOr(found, type))
            : value.flatMap(v -> content(at, type, style, v));
    content.ifPresent(found -> put(at, found));
  }

  /** LibreOffice writes yes and no as formulas that cannot be anything else. */
  private static Content truthOr(Content formula, String type) {
    return switch (formula) {
      case Content.Formula(String text) when type.equals("b") && text.equals("TRUE()") ->
          new Content.Truth(true);
      case Content.Formula(String text) when type.equals("b") && text.equals("FALSE()") ->
          new Content.Truth(false);
      default -> formula;
    };
  }

  /** Tells of one misplaced cell a row, which says enough of a row that is itself misplaced. */
  private void tellMisplaced(String reference) {
    if (lastMisplaced != row) {
      lastMisplaced = row;
      findings.whole(
          "broken-cell",
          "cells that know where they are",
          "one in row " + row + " that calls itself " + Shown.text(reference),
          "Open the workbook in a spreadsheet program and save it again.");
    }
  }

  private Content readFormula(Xml xml) throws XMLStreamException {
    var spread =
        Area.of(xml.attribute("ref"))
            .filter(area -> !area.first().equals(area.last()) && !findings.isFull())
            .filter(_ -> !xml.attribute("t").equals("shared"));
    var formula = new Content.Formula(xml.text(limits.cellCharacters()));
    spread
        .filter(area -> !findings.isTold(area.first()))
        .ifPresent(
            area -> {
              findings.across(area, "formula", "values", formula.shown(), FORMULA_REPAIR);
              findings.cover(area);
            });
    return formula;
  }

  private static final String FORMULA_REPAIR = "Type the value itself.";

  private void put(Address at, Content content) {
    if (at.row() > limits.rows()) {
      if (!tooManyRows) {
        tooManyRows = true;
        tooMany("too-many-rows", "nothing below row " + limits.rows(), at);
      }
      return;
    }
    if (at.column() > limits.columns()) {
      if (!tooManyColumns) {
        tooManyColumns = true;
        String last = Address.letters(limits.columns());
        tooMany("too-many-columns", "nothing to the right of column " + last, at);
      }
      return;
    }
    var before = grid.row(at.row()).put(at.column(), content);
    if (before != null) {
      findings.at(
          at,
          "duplicate-cell",
          "each cell once",
          before.shown() + " and " + content.shown(),
          "Type the cell anew and save the workbook in a spreadsheet program.");
    }
    if (content instanceof Content.Formula) {
      findings.at(at, "formula", "a value", content.shown(), FORMULA_REPAIR);
    }
    if (content instanceof Content.Failed) {
      findings.at(at, "error-cell", "a value", content.shown(), "Type the value.");
    }
  }

  private void tooMany(String code, String expected, Address at) {
    findings.at(
        at, code, expected, "a cell with content", "Clear what lies beyond, or split the table.");
  }

  private Optional<Content> content(Address at, String type, int style, String stored) {
    var content =
        switch (type) {
          case "", "n" -> number(stored.strip(), style);
          case "s" -> sharedString(stored.strip()).map(Content.Text::new);
          case "str" -> Optional.of(new Content.Text(Xml.unescaped(stored)));
          case "inlineStr" -> Optional.of(new Content.Text(stored));
          case "b" -> truth(stored.strip());
          case "e" -> Optional.of(new Content.Failed(stored));
          case "d" -> day(stored.strip());
          default -> Optional.<Content>empty();
        };
    int length =
        content
            .filter(Content.Text.class::isInstance)
            .map(Content.Text.class::cast)
            .map(text -> text.text().length())
            .orElse(stored.length());
    if (length > limits.cellCharacters()) {
      findings.at(
          at,
          "cell-too-long",
          "at most " + limits.cellCharacters() + " characters",
          "more",
          "Shorten it.");
      return Optional.of(new Content.Text("…"));
    }
    if (content.isPresent()) {
      return content.filter(found -> !isBlank(found)).map(Content.class::cast);
    }
    if (stored.isBlank()) {
      return Optional.empty();
    }
    findings.at(
        at, "broken-cell", "a value", "stored as " + Shown.text(stored), "Type the value anew.");
    return Optional.of(new Content.Text(stored));
  }

  private static boolean isBlank(Content content) {
    return content instanceof Content.Text(String text)
        && text.codePoints().allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c));
  }

  private Optional<Content> number(String stored, int style) {
    boolean isDate = style >= 0 && shared.dateStyles().get(style);
    return ExactNumber.of(stored)
        .map(
            number ->
                isDate ? SerialDay.of(number, shared.from1904()) : new Content.Numeric(number));
  }

  private Optional<String> sharedString(String index) {
    if (!index.matches("[0-9]{1,9}")) {
      return Optional.empty();
    }
    int at = Integer.parseInt(index);
    return at < shared.strings().size() ? Optional.of(shared.strings().get(at)) : Optional.empty();
  }

  private static Optional<Content> truth(String stored) {
    return switch (stored) {
      case "1", "true" -> Optional.of(new Content.Truth(true));
      case "0", "false" -> Optional.of(new Content.Truth(false));
      default -> Optional.empty();
    };
  }

  private static Optional<Content> day(String stored) {
    var parts = ISO_DAY.matcher(stored);
    if (!parts.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Content.Day(LocalDate.parse(parts.group(1))));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
