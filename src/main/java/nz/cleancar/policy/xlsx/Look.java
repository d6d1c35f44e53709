package nz.cleancar.policy.xlsx;

import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * How a text of ours looks. Each look is one style of a workbook, however often it is written. A
 * text of any look stays a text, also when somebody edits the cell.
 */
enum Look {
  TITLE,
  HEADING,
  PLAIN,
  LINK;

  private static final String FONT = "Calibri";
  private static final short HEIGHT = 11 * 20;
  private static final short TITLE_HEIGHT = 14 * 20;

  /** The workbook's style that looks so. */
  XSSFCellStyle in(XSSFWorkbook workbook) {
    var font = font(workbook);
    return IntStream.range(0, workbook.getNumCellStyles())
        .mapToObj(workbook::getCellStyleAt)
        .filter(style -> isOf(style, font))
        .findFirst()
        .orElseGet(() -> make(workbook, font));
  }

  private boolean isBold() {
    return this == TITLE || this == HEADING;
  }

  private boolean isWrapped() {
    return this == PLAIN || this == LINK;
  }

  private XSSFFont font(XSSFWorkbook workbook) {
    short height = this == TITLE ? TITLE_HEIGHT : HEIGHT;
    short colour = (this == LINK ? IndexedColors.BLUE : IndexedColors.AUTOMATIC).getIndex();
    byte underline = this == LINK ? Font.U_SINGLE : Font.U_NONE;
    XSSFFont found =
        workbook.findFont(isBold(), colour, height, FONT, false, false, Font.SS_NONE, underline);
    if (found != null) {
      return found;
    }
    var font = workbook.createFont();
    font.setFontName(FONT);
    font.setFontHeight(height);
    font.setBold(isBold());
    font.setColor(colour);
    font.setUnderline(underline);
    return font;
  }

  private boolean isOf(XSSFCellStyle style, XSSFFont font) {
    return style.getFontIndex() == font.getIndex()
        && style.getQuotePrefixed()
        && style.getWrapText() == isWrapped()
        && style.getVerticalAlignment() == VerticalAlignment.TOP
        && style.getFillPattern() == FillPatternType.NO_FILL
        && style.getBorderBottom() == BorderStyle.NONE
        && style.getDataFormat() == 0;
  }

  private XSSFCellStyle make(XSSFWorkbook workbook, XSSFFont font) {
    var style = workbook.createCellStyle();
    style.setFont(font);
    style.setWrapText(isWrapped());
    style.setVerticalAlignment(VerticalAlignment.TOP);
    style.setQuotePrefixed(true);
    return style;
  }
}
