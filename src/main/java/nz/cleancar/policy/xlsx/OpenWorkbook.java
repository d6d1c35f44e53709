package nz.cleancar.policy.xlsx;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import javax.xml.stream.XMLStreamException;
import nz.cleancar.policy.Finding;
import nz.cleancar.policy.Place;
import nz.cleancar.policy.Shown;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.eventusermodel.XSSFReader;

/** The third gate: the XML of a workbook whose parts have been checked. */
final class OpenWorkbook implements AutoCloseable {

  /** Excel's own limit, in characters. */
  private static final int LONGEST_FORMAT = 255;

  private static final int FIRST_CUSTOM_FORMAT = 164;

  /** A tab of the workbook, not yet read. */
  record Tab(String name, boolean hidden, String relationship) {

    /** The finding for a tab that nobody sees. */
    Finding hidden(SheetFindings findings) {
      return Finding.error(
          "hidden-sheet",
          findings.place(""),
          "sheets that everybody sees",
          "the hidden sheet " + Shown.text(name),
          "Unhide the sheet or delete it.");
    }
  }

  private final Place place;
  private final Limits limits;
  private final OPCPackage opened;
  private final XSSFReader reader;
  private final List<Tab> tabs = new ArrayList<>();
  private final SheetXml.Shared shared;
  private long sheetBytes;

  /** Opens the workbook and reads what its sheets share. */
  OpenWorkbook(Place place, SortedMap<String, byte[]> parts, Limits limits) throws Refused {
    this(place, limits, Part.held(parts));
  }

  /** The same of parts that need not be held. */
  OpenWorkbook(Place place, Limits limits, SortedMap<String, Part> parts) throws Refused {
    this.place = place;
    this.limits = limits;
    try {
      var checked = new CheckedParts(parts);
      opened = OPCPackage.open(checked);
      checked.open();
      reader = new XSSFReader(opened);
      boolean from1904 = readTabs();
      shared = new SheetXml.Shared(readStrings(), readDateStyles(), from1904);
    } catch (IOException | OpenXML4JException | XMLStreamException | RuntimeException e) {
      // POI has many exceptions for a package that is not one; all of them mean this.
      throw broken();
    }
  }

  /** The tabs, in their order. */
  List<Tab> tabs() {
    return List.copyOf(tabs);
  }

  /** Reads a tab's sheet. */
  Sheet sheet(Tab tab, SheetFindings findings) throws Refused {
    try (InputStream part = reader.getSheet(tab.relationship())) {
      byte[] content = part.readAllBytes();
      sheetBytes += content.length;
      if (sheetBytes > limits.expandedBytes()) {
        // Only tabs that share a part can get here.
        throw broken();
      }
      return SheetXml.read(content, shared, limits, findings);
    } catch (IOException | OpenXML4JException | XMLStreamException | RuntimeException e) {
      throw broken();
    }
  }

  /** Reads a tab's sheet as it comes. */
  void sheet(Tab tab, SheetFindings findings, SheetXml.Frame frame, SheetXml.Grid grid)
      throws Refused {
    try (InputStream part = counted(tab)) {
      SheetXml.read(part, shared, limits, findings, frame, grid);
    } catch (IOException | XMLStreamException e) {
      throw broken();
    }
  }

  /** A sheet that counts as it is read; only tabs that share a part can be too much. */
  private InputStream counted(Tab tab) throws Refused {
    InputStream part;
    try {
      part = reader.getSheet(tab.relationship());
    } catch (IOException | OpenXML4JException | RuntimeException e) {
      throw broken();
    }
    return new FilterInputStream(part) {
      @Override
      public int read(byte[] buffer, int from, int length) throws IOException {
        int count = super.read(buffer, from, length);
        sheetBytes += Math.max(0, count);
        if (sheetBytes > limits.expandedBytes()) {
          throw new IOException("Sheets expand to more than may be read.");
        }
        return count;
      }
    };
  }

  private boolean readTabs() throws IOException, OpenXML4JException, XMLStreamException, Refused {
    boolean from1904 = false;
    try (InputStream part = reader.getWorkbookData();
        var xml = Xml.of(part)) {
      while (xml.next()) {
        if (xml.is("workbookPr")) {
          from1904 = xml.flag("date1904");
        } else if (xml.is("sheet")) {
          String state = xml.attribute("state");
          boolean hidden = state.equals("hidden") || state.equals("veryHidden");
          tabs.add(new Tab(xml.attribute("name"), hidden, xml.relationship()));
          checkCount("too-many-sheets", "sheets", tabs.size(), limits.sheets());
        }
      }
    }
    return from1904;
  }

  private List<String> readStrings()
      throws IOException, OpenXML4JException, XMLStreamException, Refused {
    var strings = new ArrayList<String>();
    InputStream part = reader.getSharedStringsData();
    if (part == null) {
      return strings;
    }
    try (part;
        var xml = Xml.of(part)) {
      while (xml.next()) {
        if (xml.is("si")) {
          strings.add(xml.richText("si", limits.cellCharacters()));
          checkCount("too-many-texts", "texts", strings.size(), limits.strings());
        }
      }
    }
    return strings;
  }

  /** The styles whose number format shows a date or time, by index. */
  private BitSet readDateStyles()
      throws IOException, OpenXML4JException, XMLStreamException, Refused {
    var dateStyles = new BitSet();
    InputStream part = reader.getStylesData();
    if (part == null) {
      return dateStyles;
    }
    var formats = new HashMap<Integer, String>();
    int style = 0;
    try (part;
        var xml = Xml.of(part)) {
      while (xml.next()) {
        if (xml.is("numFmt")) {
          formats.putIfAbsent(xml.number("numFmtId", -1), xml.attribute("formatCode"));
          checkCount("too-many-styles", "formats", formats.size(), limits.styles());
        } else if (xml.is("cellXfs")) {
          while (xml.nextIn("cellXfs")) {
            if (xml.is("xf")) {
              checkCount("too-many-styles", "styles", style + 1, limits.styles());
              dateStyles.set(style++, isDate(xml.number("numFmtId", 0), formats));
            }
          }
        }
      }
    }
    return dateStyles;
  }

  private static boolean isDate(int format, Map<Integer, String> formats) {
    String code =
        format < FIRST_CUSTOM_FORMAT && !formats.containsKey(format)
            ? BuiltinFormats.getBuiltinFormat(format)
            : formats.get(format);
    return code != null && code.length() <= LONGEST_FORMAT && DateUtil.isADateFormat(format, code);
  }

  private void checkCount(String code, String things, int count, int limit) throws Refused {
    if (count > limit) {
      throw new Refused(
          Finding.error(
              code,
              place,
              "at most " + limit + " " + things,
              "more",
              "Copy the tables alone into a new workbook; a table never needs that many."));
    }
  }

  private Refused broken() {
    return new Refused(
        Finding.error(
            "broken-file",
            place,
            "a whole workbook",
            "a damaged one",
            "Open it in a spreadsheet program and save it again, or go back to an earlier copy."));
  }

  @Override
  public void close() {
    opened.revert();
  }
}
