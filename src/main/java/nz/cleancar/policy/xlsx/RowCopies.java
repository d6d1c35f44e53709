package nz.cleancar.policy.xlsx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import nz.cleancar.policy.table.Standing;
import org.apache.poi.ss.usermodel.CellCopyPolicy;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTConditionalFormatting;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTDataValidation;

/** Writes a plan's copies below the rows that they are copies of. */
final class RowCopies {

  /** How a note begins whose row still has the values of the year before. */
  static final String STILL = "Still the values of ";

  private static final byte[] CARRIED = HexFormat.of().parseHex("FFF8CBAD");

  private final XSSFSheet sheet;
  private final TableLayout layout;

  RowCopies(XSSFWorkbook workbook, TableLayout layout) {
    this.sheet = workbook.getSheet(layout.sheet());
    this.layout = layout;
  }

  void apply(YearPlan.Possible plan) {
    for (YearPlan.Step step : plan.steps()) {
      if (!step.ended().isEmpty()) {
        cell(step.row(), layout.column(plan.input())).setCellValue(step.ended());
      }
    }
    for (List<YearPlan.Step> run : plan.runs().reversed()) {
      insertBelow(run.getLast().row(), run.size());
      for (int i = 0; i < run.size(); i++) {
        copy(run.get(i), run.getLast().row() + 1 + i, plan);
      }
    }
    colour(plan);
  }

  private void insertBelow(int row, int count) {
    var spreads = Spreads.of(sheet);
    int last = sheet.getLastRowNum() + 1;
    if (row < last) {
      sheet.shiftRows(row, last - 1, count, true, false);
    }
    spreads.afterInserting(row, count);
  }

  private void copy(YearPlan.Step step, int number, YearPlan.Possible plan) {
    XSSFRow copy = sheet.createRow(number - 1);
    var policy = new CellCopyPolicy.Builder().mergedRegions(false).build();
    copy.copyRowFrom(sheet.getRow(step.row() - 1), policy);
    var at = cell(number, layout.column(plan.input()));
    switch (step.next()) {
      case YearPlan.Next.OneYear(int year) -> at.setCellValue(year);
      case YearPlan.Next.Period(String text) -> at.setCellValue(text);
    }
    cell(number, layout.column(Column.Role.STANDING)).setCellValue(Standing.ASSUMED.word());
    cell(number, layout.column(Column.Role.NOTE))
        .setCellValue(STILL + (plan.year() - 1) + ": confirm or change.");
  }

  /** Colours what was carried forward, for as long as the note says so. */
  private void colour(YearPlan.Possible plan) {
    String note = Address.letters(layout.column(Column.Role.NOTE));
    var colours = new RuleColours(sheet);
    for (int row : plan.copiedRows()) {
      var areas =
          layout.columns().stream().map(column -> Area.of(new Address(row, column))).toList();
      String formula = "LEFT($%s%d,%d)=\"%s\"".formatted(note, row, STILL.length(), STILL);
      colours.add(areas, formula, CARRIED, colours.last() + 1);
    }
  }

  private XSSFCell cell(int row, int column) {
    var line = sheet.getRow(row - 1);
    return line.getCell(column - 1) == null
        ? line.createCell(column - 1)
        : line.getCell(column - 1);
  }

  /**
   * The areas of a sheet's drop-downs, colours and filter, which are to grow where rows come into
   * them and to move where rows come before them.
   */
  private record Spreads(
      XSSFSheet sheet, List<List<Area>> validations, List<List<Area>> formats, String filter) {

    static Spreads of(XSSFSheet sheet) {
      var content = sheet.getCTWorksheet();
      return new Spreads(
          sheet,
          validations(sheet).stream().map(each -> areas(each.getSqref())).toList(),
          formats(sheet).stream().map(each -> areas(each.getSqref())).toList(),
          content.isSetAutoFilter() ? content.getAutoFilter().getRef() : "");
    }

    void afterInserting(int row, int count) {
      var validations = validations(sheet);
      for (int i = 0; i < validations.size(); i++) {
        validations.get(i).setSqref(grown(validations().get(i), row, count));
      }
      var formats = formats(sheet);
      for (int i = 0; i < formats.size(); i++) {
        formats.get(i).setSqref(grown(formats().get(i), row, count));
      }
      Area.of(filter)
          .map(area -> grown(area, row, count).toString())
          .ifPresent(sheet.getCTWorksheet().getAutoFilter()::setRef);
    }

    private static List<CTDataValidation> validations(XSSFSheet sheet) {
      var all = sheet.getCTWorksheet().getDataValidations();
      return all == null ? List.of() : Arrays.asList(all.getDataValidationArray());
    }

    private static List<CTConditionalFormatting> formats(XSSFSheet sheet) {
      return Arrays.asList(sheet.getCTWorksheet().getConditionalFormattingArray());
    }

    private static List<Area> areas(List<?> texts) {
      var areas = new ArrayList<Area>();
      texts.forEach(text -> Area.of(text.toString()).ifPresent(areas::add));
      return areas;
    }

    private static List<String> grown(List<Area> areas, int row, int count) {
      return areas.stream().map(area -> grown(area, row, count).toString()).toList();
    }

    /** An area that ends with the row grows too: the copies belong to it. */
    private static Area grown(Area area, int row, int count) {
      int first = area.first().row() > row ? area.first().row() + count : area.first().row();
      int last = area.last().row() >= row ? area.last().row() + count : area.last().row();
      return Area.of(first, area.first().column(), last, area.last().column());
    }
  }
}
