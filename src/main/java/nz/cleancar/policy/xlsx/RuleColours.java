package nz.cleancar.policy.xlsx;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCfRule;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTConditionalFormatting;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTDxf;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTWorksheet;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.STCfType;

/**
 * Colours on a sheet that leave the owner's styles alone: each is a conditional format whose
 * formula has a word of ours in it, by which it is found again.
 */
final class RuleColours {

  private final CTWorksheet sheet;
  private final StylesTable styles;

  RuleColours(XSSFSheet sheet) {
    this.sheet = sheet.getCTWorksheet();
    this.styles = sheet.getWorkbook().getStylesSource();
  }

  /** A formula that always holds and has this word in it. */
  static String always(String word) {
    return "\"" + word + "\"<>\"\"";
  }

  /** Takes away every colour whose formula has the word in it. */
  void clear(String word) {
    for (int i = sheet.sizeOfConditionalFormattingArray() - 1; i >= 0; i--) {
      var format = sheet.getConditionalFormattingArray(i);
      for (int rule = format.sizeOfCfRuleArray() - 1; rule >= 0; rule--) {
        if (has(format.getCfRuleArray(rule), word)) {
          format.removeCfRule(rule);
        }
      }
      if (format.sizeOfCfRuleArray() == 0) {
        sheet.removeConditionalFormatting(i);
      }
    }
  }

  /** Makes room for so many colours that go before the owner's own. */
  void goBefore(int colours) {
    int first = rules().mapToInt(CTCfRule::getPriority).min().orElse(colours + 1);
    if (first <= colours) {
      rules().toList().forEach(rule -> rule.setPriority(rule.getPriority() + colours + 1 - first));
    }
  }

  /**
   * Colours the areas where the formula holds.
   *
   * @param rgb the colour, three bytes
   * @param priority which colour wins; the least does
   */
  void add(List<Area> areas, String formula, byte[] rgb, int priority) {
    // LibreOffice goes by the order of formats, Excel by their priority.
    CTConditionalFormatting format = sheet.insertNewConditionalFormatting(0);
    format.setSqref(areas.stream().map(Area::toString).distinct().toList());
    CTCfRule rule = format.addNewCfRule();
    rule.setType(STCfType.EXPRESSION);
    rule.setPriority(priority);
    rule.setDxfId(fill(rgb));
    rule.addFormula(formula);
  }

  /** The least that any colour of the sheet goes before; zero where there is none. */
  int last() {
    return rules().mapToInt(CTCfRule::getPriority).max().orElse(0);
  }

  private Stream<CTCfRule> rules() {
    return Arrays.stream(sheet.getConditionalFormattingArray())
        .flatMap(format -> Arrays.stream(format.getCfRuleArray()));
  }

  private static boolean has(CTCfRule rule, String word) {
    return Arrays.stream(rule.getFormulaArray()).anyMatch(formula -> formula.contains(word));
  }

  /** The number of the fill, made once for a workbook. */
  private int fill(byte[] rgb) {
    return IntStream.range(0, styles._getDXfsSize())
        .filter(i -> isFill(styles.getDxfAt(i), rgb))
        .findFirst()
        .orElseGet(
            () -> {
              var format = CTDxf.Factory.newInstance();
              format.addNewFill().addNewPatternFill().addNewBgColor().setRgb(rgb);
              return styles.putDxf(format) - 1;
            });
  }

  private static boolean isFill(CTDxf format, byte[] rgb) {
    boolean bare = !format.isSetFont() && !format.isSetBorder() && !format.isSetNumFmt();
    return bare
        && format.isSetFill()
        && format.getFill().isSetPatternFill()
        && format.getFill().getPatternFill().isSetBgColor()
        && Arrays.equals(format.getFill().getPatternFill().getBgColor().getRgb(), rgb);
  }
}
