package nz.cleancar.policy.xlsx;

import static nz.cleancar.policy.xlsx.Marked.at;
import static nz.cleancar.policy.xlsx.Marked.edit;
import static nz.cleancar.policy.xlsx.Marked.finding;
import static nz.cleancar.policy.xlsx.Marked.look;
import static nz.cleancar.policy.xlsx.Marked.mark;
import static nz.cleancar.policy.xlsx.Marked.note;
import static nz.cleancar.policy.xlsx.Marked.overlap;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nz.cleancar.policy.Finding.Severity;
import nz.cleancar.testing.TableBook;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.junit.jupiter.api.Test;

/** What the owner of a workbook put there survives marking, and comes back when marks go. */
class OwnersThingsTest {

  @Test
  void the_owners_note_stays_before_ours_and_comes_back_as_it_was() {
    // Given
    byte[] original = Sample.table().then(sheet -> noteInBold(sheet, "A10")).bytes();

    // When
    byte[] marked = mark(original, List.of(overlap()));
    byte[] cleared = mark(marked, List.of());

    // Then
    assertThat(note(marked, "A10")).startsWith("Ask Mere first.\n\n— found by ccs check —");
    assertThat(note(cleared, "A10")).isEqualTo("Ask Mere first.");
    assertThat(boldOf(marked)).isEqualTo("Mere");
    assertThat(boldOf(cleared)).isEqualTo("Mere");
  }

  private static void noteInBold(XSSFSheet sheet, String cell) {
    var anchor = sheet.getWorkbook().getCreationHelper().createClientAnchor();
    anchor.setCol1(3);
    anchor.setCol2(5);
    anchor.setRow1(8);
    anchor.setRow2(12);
    var note = sheet.createDrawingPatriarch().createCellComment(anchor);
    var bold = sheet.getWorkbook().createFont();
    bold.setBold(true);
    var text = new XSSFRichTextString("Ask Mere first.");
    text.applyFont(4, 8, bold);
    note.setAddress(new CellAddress(cell));
    note.setAuthor("Hana");
    note.setString(text);
  }

  private static String boldOf(byte[] workbook) {
    return look(
        workbook,
        book -> {
          var text = book.getSheetAt(0).getCellComment(new CellAddress("A10")).getString();
          var bold = new StringBuilder();
          for (int i = 0; i < text.numFormattingRuns(); i++) {
            var font = text.getFontOfFormattingRun(i);
            if (font != null && font.getBold()) {
              int from = text.getIndexOfFormattingRun(i);
              bold.append(text.getString(), from, from + text.getLengthOfFormattingRun(i));
            }
          }
          return bold.toString();
        });
  }

  @Test
  void what_the_owner_writes_behind_our_note_stays() {
    // Given
    byte[] marked = mark(Sample.table().bytes(), List.of(overlap()));
    byte[] answered =
        edit(
            marked,
            sheet -> {
              var note = sheet.getCellComment(new CellAddress("A10"));
              note.setString(note.getString().getString() + "\nMended on Monday.");
            });

    // When
    byte[] cleared = mark(answered, List.of());

    // Then
    assertThat(note(cleared, "A10")).isEqualTo("\nMended on Monday.");
  }

  /** A sheet with all that people add to one. */
  private static TableBook dressed() {
    return Sample.table()
        .then(
            sheet -> {
              sheet.createFreezePane(0, 8);
              sheet.setAutoFilter(CellRangeAddress.valueOf("A8:K11"));
              sheet.setColumnWidth(0, 40 * 256);
              var validations = sheet.getDataValidationHelper();
              var list =
                  validations.createValidation(
                      validations.createExplicitListConstraint(new String[] {"A", "B"}),
                      new CellRangeAddressList(8, 100, 1, 1));
              list.createPromptBox("Vehicle type", "A is passenger.");
              list.setShowPromptBox(true);
              sheet.addValidationData(list);
              var style = TableBook.format(TableBook.cell(sheet, "G9"), "0.0 \"g/km\"");
              style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
              style.setFillForegroundColor(IndexedColors.LIME.getIndex());
              TableBook.cell(sheet, "G9").setCellStyle(style);
              var formats = sheet.getSheetConditionalFormatting();
              var rule = formats.createConditionalFormattingRule("$J9=\"assumed\"");
              rule.createPatternFormatting().setFillBackgroundColor(IndexedColors.TAN.getIndex());
              formats.addConditionalFormatting(
                  new CellRangeAddress[] {CellRangeAddress.valueOf("J9:J11")}, rule);
              sheet.addMergedRegion(CellRangeAddress.valueOf("A1:K1"));
            });
  }

  /** Everything about the sheet that its owner set, one line each. */
  private static List<String> dress(byte[] workbook) {
    return look(
        workbook,
        book -> {
          var sheet = book.getSheetAt(0);
          var style = TableBook.cell(sheet, "G9").getCellStyle();
          var validation = sheet.getDataValidations().getFirst();
          var formats = sheet.getSheetConditionalFormatting();
          String own = "";
          for (int i = 0; i < formats.getNumConditionalFormattings(); i++) {
            var format = formats.getConditionalFormattingAt(i);
            if (format.getRule(0).getFormula1().contains("assumed")) {
              own +=
                  format.getFormattingRanges()[0].formatAsString()
                      + format.getRule(0).getPatternFormatting().getFillBackgroundColor();
            }
          }
          return List.of(
              "frozen " + sheet.getPaneInformation().getHorizontalSplitPosition(),
              "filter " + sheet.getCTWorksheet().getAutoFilter().getRef(),
              "width " + sheet.getColumnWidth(0),
              "list "
                  + String.join(",", validation.getValidationConstraint().getExplicitListValues()),
              "prompt " + validation.getPromptBoxText(),
              "format " + style.getDataFormatString(),
              "fill " + style.getFillForegroundColor(),
              "merged " + sheet.getMergedRegions(),
              "own colours " + own);
        });
  }

  @Test
  void what_the_owner_set_survives_marking_and_clearing() {
    // Given
    byte[] original = dressed().bytes();

    // When
    byte[] marked = mark(original, List.of(overlap(), finding(Severity.ERROR, "x", at("G9"))));
    byte[] cleared = mark(marked, List.of());

    // Then
    assertThat(dress(marked)).isEqualTo(dress(original));
    assertThat(dress(cleared)).isEqualTo(dress(original));
  }

  @Test
  void our_colours_go_before_the_owners() {
    // When
    byte[] marked = mark(dressed().bytes(), List.of(finding(Severity.ERROR, "x", at("J9"))));

    // Then
    var priorities =
        look(
            marked,
            book ->
                List.of(book.getSheetAt(0).getCTWorksheet().getConditionalFormattingArray())
                    .stream()
                    .map(format -> format.getCfRuleArray(0))
                    .map(rule -> rule.getFormulaArray(0) + " " + rule.getPriority())
                    .toList());
    assertThat(priorities)
        .containsExactlyInAnyOrder("$J9=\"assumed\" 4", "\"ccs finding\"<>\"\" 1");
  }
}
