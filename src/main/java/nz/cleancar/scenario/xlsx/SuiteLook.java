package nz.cleancar.scenario.xlsx;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** How the cells of a suite look: as those of the tables do. */
final class SuiteLook {

  static final String TEXT = "";
  static final String GENERAL = "General";
  static final String WHOLE = "0";
  static final String CENTS = "0.00";
  static final String DAY = "yyyy-mm-dd";

  private static final String DARK = "FF1F3A52";
  private static final String GREY = "FF5B6770";
  private static final String BLACK = "FF222B33";
  private static final String LINE = "FFE2E2DC";

  /** What a cell is of the suite. */
  enum Part {
    TITLE(16, true, DARK, "", ""),
    KEY(10, true, GREY, "", ""),
    BESIDE(10, false, BLACK, "", ""),
    ABOUT(10, true, DARK, "FFECECE8", "FFA9A99F"),
    GIVEN(10, true, DARK, "FFD9E7F3", "FF6E9CC2"),
    EXPECTED(10, true, DARK, "FFDCEFE2", "FF73B38A"),
    PROSE(10, false, BLACK, "", LINE);

    private final int points;
    private final boolean bold;
    private final String colour;
    private final String fill;
    private final String border;

    Part(int points, boolean bold, String colour, String fill, String border) {
      this.points = points;
      this.bold = bold;
      this.colour = colour;
      this.fill = fill;
      this.border = border;
    }

    private boolean isWrapped() {
      return this != TITLE && this != KEY && this != BESIDE;
    }
  }

  private record Style(Part part, String format) {}

  private final XSSFWorkbook workbook;
  private final Map<Style, XSSFCellStyle> styles = new HashMap<>();

  SuiteLook(XSSFWorkbook workbook) {
    this.workbook = workbook;
  }

  /** The style of a part whose numbers have this format. */
  XSSFCellStyle of(Part part, String format) {
    return styles.computeIfAbsent(new Style(part, format), this::make);
  }

  private XSSFCellStyle make(Style wanted) {
    Part part = wanted.part();
    var style = workbook.createCellStyle();
    style.setFont(font(part));
    style.setWrapText(part.isWrapped());
    style.setVerticalAlignment(
        part.fill.isEmpty() && part != Part.TITLE
            ? VerticalAlignment.TOP
            : VerticalAlignment.CENTER);
    style.setAlignment(HorizontalAlignment.LEFT);
    style.setIndention((short) 1);
    if (!part.fill.isEmpty()) {
      style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
      style.setFillForegroundColor(colour(part.fill));
    }
    if (!part.border.isEmpty()) {
      style.setBorderBottom(part == Part.PROSE ? BorderStyle.THIN : BorderStyle.MEDIUM);
      style.setBottomBorderColor(colour(part.border));
    }
    if (wanted.format().equals(TEXT)) {
      style.setQuotePrefixed(true);
    } else {
      style.setDataFormat(workbook.createDataFormat().getFormat(wanted.format()));
    }
    return style;
  }

  private XSSFFont font(Part part) {
    var font = workbook.createFont();
    font.setFontName("Arial");
    font.setFontHeight(part.points);
    font.setBold(part.bold);
    font.setColor(colour(part.colour));
    return font;
  }

  private static XSSFColor colour(String argb) {
    return new XSSFColor(HexFormat.of().parseHex(argb));
  }
}
