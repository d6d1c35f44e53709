package nz.cleancar.policy.xlsx;

import static nz.cleancar.policy.xlsx.Hostile.reads;
import static nz.cleancar.policy.xlsx.Hostile.refused;

import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import nz.cleancar.testing.TableBook;
import nz.cleancar.testing.Zips;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** Workbooks that are odd in how their sheets are laid out. */
final class HostileSheets {

  private static final String SHEET = "xl/worksheets/sheet1.xml";

  private HostileSheets() {}

  static Stream<Hostile> cases() {
    return Stream.of(rows(), columns(), blocks(), hidden(), beside(), lies())
        .flatMap(cases -> cases);
  }

  private static byte[] edited(UnaryOperator<String> change) {
    return Zips.edit(Sample.table().bytes(), SHEET, change);
  }

  private static Stream<Hostile> rows() {
    return Stream.of(
        refused(
            "a blank row among the rows",
            Sample.table().blankRow().row("MC", "A", 2030, 1, "any", "no", 1, "Fourth."),
            "blank-row@A12:K12"),
        refused(
            "a mistake below a blank row",
            Sample.table().blankRow().row("MC", "C", 2030, 1, "any", "no", 1, "Fourth."),
            "blank-row@A12:K12",
            "word-not-allowed@B13"),
        reads(
            "rows to the end of the sheet that have a format and nothing else",
            Sample.table()
                .then(
                    sheet -> {
                      for (int row = 11; row < 3_000; row++) {
                        for (int column = 0; column < 12; column++) {
                          var cell = sheet.createRow(row).createCell(column);
                          cell.setCellStyle(sheet.getRow(8).getCell(4).getCellStyle());
                        }
                      }
                      sheet.createRow(1_048_575).createCell(16_383);
                    }),
            "A9=MA",
            "G11=1500"),
        refused("an empty input", Sample.table().set("C9", null), "empty-cell@C9"),
        refused("an empty outcome", Sample.table().set("G9", null), "empty-cell@G9"),
        refused("an empty source", Sample.table().set("I9", null), "empty-cell@I9"),
        refused("an empty standing", Sample.table().set("J9", null), "empty-cell@J9"),
        refused("a standing that nobody knows", Sample.table().set("J9", "enactd"), "standing@J9"),
        refused("no rows", TableBook.table("t").columns("Code", "→ Reason"), "no-rows@A9:E9"),
        refused(
            "merged cells in a row",
            Sample.table().set("D9", null).then(sheet -> merge(sheet, "C9:D9")),
            "merged-cells@C9:D9"),
        refused(
            "cells merged over rows, and a mistake in the first of them",
            Sample.table().set("B9", "C").set("B10", null).then(sheet -> merge(sheet, "B9:B10")),
            "merged-cells@B9:B10",
            "word-not-allowed@B9"),
        reads(
            "a title merged across the table",
            Sample.table().then(sheet -> merge(sheet, "A1:K1")),
            "A9=MA"));
  }

  private static void merge(XSSFSheet sheet, String area) {
    sheet.addMergedRegion(CellRangeAddress.valueOf(area));
  }

  private static Stream<Hostile> columns() {
    return Stream.of(
        refused("an unknown column", Sample.table().set("A8", "Colour"), "unknown-column@A8"),
        refused(
            "a column with another unit",
            Sample.table().set("D8", "CO2 (g/mile)"),
            "unknown-column@D8"),
        refused("a column twice", Sample.table().set("B8", "code"), "duplicate-column@B8"),
        refused(
            "an outcome that is an input too",
            Sample.table().set("D8", "Annual target").set("D10", ">= 1"),
            "duplicate-column@G8"),
        refused("Source mistyped", Sample.table().set("I8", "Sorce"), "unknown-column@I8"),
        refused(
            "no column for the standing",
            TableBook.table("t")
                .header("Code", "→ Reason", "Source", "Note")
                .rawRow("MA", "Why.", "Act", "-"),
            "missing-column@A8:D8"),
        refused("a heading left out", Sample.table().set("C8", null), "blank-header@C8"),
        refused("a number for a heading", Sample.table().set("C8", 2025), "unknown-column@C8"),
        refused(
            "a sentence as an input", Sample.table().set("H8", "Reason"), "sentence-as-input@H8"),
        refused(
            "no outcome",
            TableBook.table("t").columns("Code", "Year").row("MA", 2025),
            "no-outcome@A8:E8"),
        refused(
            "no input",
            TableBook.table("t").columns("→ Code", "→ Year").row("MA", 2025),
            "no-input@A8:E8"),
        reads(
            "headings with line breaks, hard spaces and other capitals",
            Sample.table().set("G8", "->annual\u00A0TARGET\n(g CO2/km)").set("C8", "YEAR"),
            "G9=112.6",
            "C9=2025"),
        reads("a heading by its bare name", Sample.table().set("D8", "CO2"), "D9=100.5"));
  }

  private static Stream<Hostile> blocks() {
    return Stream.of(
        refused("no title", Sample.table().titled(""), "empty-cell@A1"),
        refused("no id", Sample.table().withoutKey("Table"), "missing-key@A2:B7"),
        refused("an id with capitals", Sample.table().key("Table", "Sample"), "table-id@B2"),
        refused("an id that is a path", Sample.table().key("Table", "../../etc"), "table-id@B2"),
        refused("an empty purpose", Sample.table().key("Purpose", null), "empty-cell@B3"),
        refused(
            "an unknown hit policy",
            Sample.table().key("Hit policy", "exactly on"),
            "hit-policy@B4"),
        refused(
            "too few values when no row matches",
            Sample.table().key("When no row matches", "1"),
            "otherwise-count@B5"),
        refused(
            "a word when no row matches",
            Sample.table().key("When no row matches", "x; y"),
            "not-a-number@B5"),
        refused(
            "a key mistyped",
            Sample.table().withoutKey("Owner").key("Ownr", "Policy team"),
            "unknown-key@A7"),
        refused(
            "a key that nobody knows",
            Sample.table().set("A7", "Language").set("B7", "mvel"),
            "unknown-key@A7"),
        refused("a key twice", Sample.table().set("A7", "Owner"), "duplicate-key@A7"),
        refused(
            "a value without a key",
            Sample.table().set("A7", null).set("B7", "x"),
            "empty-cell@A7"),
        reads(
            "keys in another order and other capitals",
            Sample.table().set("A3", "OWNER").set("A6", "purpose"),
            "A9=MA"));
  }

  private static Stream<Hostile> hidden() {
    return Stream.of(
        refused(
            "a hidden row",
            Sample.table().then(sheet -> sheet.getRow(9).setZeroHeight(true)),
            "hidden-row@A10:K10"),
        refused(
            "a row of no height",
            edited(
                xml -> xml.replace("<row r=\"10\"", "<row ht=\"0\" customHeight=\"1\" r=\"10\"")),
            "hidden-row@A10:K10"),
        refused(
            "rows hidden by a filter",
            Sample.table()
                .then(
                    sheet -> {
                      sheet.setAutoFilter(CellRangeAddress.valueOf("A8:K11"));
                      sheet.getRow(9).setZeroHeight(true);
                      sheet.getRow(10).setZeroHeight(true);
                    }),
            "hidden-row@A10:K11"),
        reads(
            "a filter that hides nothing",
            Sample.table().then(sheet -> sheet.setAutoFilter(CellRangeAddress.valueOf("A8:K11"))),
            "A9=MA"),
        refused(
            "a hidden column",
            Sample.table().then(sheet -> sheet.setColumnHidden(2, true)),
            "hidden-column@C1:C11"),
        refused(
            "a column of no width",
            edited(
                xml ->
                    xml.replace(
                        "<sheetData>",
                        "<cols><col min=\"3\" max=\"3\" width=\"0\" customWidth=\"1\"/></cols><sheetData>")),
            "hidden-column@C1:C11"),
        reads(
            "hidden columns beyond the table",
            edited(
                xml ->
                    xml.replace(
                        "<sheetData>",
                        "<cols><col min=\"13\" max=\"16384\" hidden=\"1\"/></cols><sheetData>")),
            "A9=MA"),
        refused(
            "rows that are hidden unless they say otherwise",
            edited(
                xml ->
                    xml.replaceFirst(
                        "<sheetFormatPr[^>]*/>",
                        "<sheetFormatPr defaultRowHeight=\"15\" zeroHeight=\"1\"/>")),
            "hidden-row@"),
        refused("a hidden sheet", secondSheet(SheetVisibility.HIDDEN), "hidden-sheet@"),
        refused(
            "a sheet that programs alone can show",
            secondSheet(SheetVisibility.VERY_HIDDEN),
            "hidden-sheet@"));
  }

  private static TableBook secondSheet(SheetVisibility visibility) {
    return Sample.table()
        .then(
            sheet -> {
              var book = sheet.getWorkbook();
              book.createSheet("Lists").createRow(0).createCell(0).setCellValue("A");
              book.setSheetVisibility(1, visibility);
            });
  }

  private static Stream<Hostile> beside() {
    return Stream.of(
        refused(
            "a remark below the table",
            Sample.table().set("A20", "See the Act."),
            "stray-cell@A20"),
        refused("a remark beside the table", Sample.table().set("M10", "Why?"), "stray-cell@M10"),
        refused(
            "remarks in two places",
            Sample.table().set("M9", "Why?").set("M11", "Who?"),
            "stray-cell@M9",
            "stray-cell@M11"),
        refused("a remark beside the title", Sample.table().set("C1", "Draft"), "stray-cell@C1"),
        refused("a remark beside a key", Sample.table().set("D3", "Draft"), "stray-cell@D3"),
        refused(
            "a second table below",
            Sample.table()
                .set("A14", "Another table")
                .set("A15", "Table")
                .set("B15", "other")
                .set("A17", "Code")
                .set("B17", "→ Reason")
                .set("C17", "Source")
                .set("D17", "Standing")
                .set("E17", "Note")
                .set("A18", "MA"),
            "second-table@A14:E18"),
        refused(
            "a second table below without a title",
            Sample.table()
                .set("A14", "Code")
                .set("B14", "Year")
                .set("C14", "→ Reason")
                .set("D14", "→ CO2")
                .set("E14", "Source")
                .set("F14", "Standing")
                .set("G14", "Note")
                .set("A15", "MA"),
            "second-table@A14:G15"),
        refused(
            "a second table to the right",
            Sample.table()
                .set("M8", "Code")
                .set("N8", "→ Reason")
                .set("M9", "MA")
                .set("N9", "Why."),
            "second-table@M8:N9"),
        refused(
            "a sheet of prose beside the table",
            Sample.table()
                .then(
                    sheet ->
                        sheet
                            .getWorkbook()
                            .createSheet("Read me")
                            .createRow(0)
                            .createCell(0)
                            .setCellValue("Hello.")),
            "no-table@"),
        reads(
            "a comment on a cell",
            Sample.table()
                .then(
                    sheet -> {
                      var anchor = sheet.getWorkbook().getCreationHelper().createClientAnchor();
                      var comment = sheet.createDrawingPatriarch().createCellComment(anchor);
                      comment.setString(
                          sheet.getWorkbook().getCreationHelper().createRichTextString("=1+1"));
                      TableBook.cell(sheet, "G9").setCellComment(comment);
                    }),
            "G9=112.6"),
        reads(
            "a link to the Act",
            Sample.table()
                .then(
                    sheet -> {
                      var link =
                          sheet
                              .getWorkbook()
                              .getCreationHelper()
                              .createHyperlink(HyperlinkType.URL);
                      link.setAddress("http://127.0.0.1:1/act");
                      TableBook.cell(sheet, "I9").setHyperlink(link);
                    }),
            "I9=Land Transport Act 1998, s 175"));
  }

  private static Stream<Hostile> lies() {
    return Stream.of(
        reads(
            "a dimension of the whole sheet",
            edited(
                xml ->
                    xml.replaceFirst(
                        "<dimension ref=\"[^\"]*\"/>", "<dimension ref=\"A1:XFD1048576\"/>")),
            "A9=MA"),
        reads(
            "a dimension of one cell",
            edited(
                xml -> xml.replaceFirst("<dimension ref=\"[^\"]*\"/>", "<dimension ref=\"A1\"/>")),
            "A9=MA"),
        refused(
            "a cell in column one million",
            edited(
                xml ->
                    xml.replace(
                        "</row></sheetData>", "<c r=\"BDWGN11\"><v>1</v></c></row></sheetData>")),
            "too-many-columns@BDWGN11"),
        refused("300,000 columns", manyColumns(300_000), "too-many-columns@BM12"),
        refused("a million columns", manyColumns(1_000_000), "part-too-large@"),
        refused(
            "a cell in the last row",
            Sample.table().set("A1048576", "MA"),
            "too-many-rows@A1048576"),
        refused("300,000 rows", manyRows(300_000), "too-many-rows@A10001"),
        refused("a million empty rows and one cell", manyBlankRows(), "too-many-rows@A1000001"),
        refused(
            "a cell twice",
            edited(
                xml -> xml.replaceFirst("(<c r=\"C9\".*?</c>)", "$1<c r=\"C9\"><v>2023</v></c>")),
            "duplicate-cell@C9"),
        refused(
            "a row twice",
            edited(
                xml ->
                    xml.replace(
                        "</sheetData>",
                        "<row r=\"9\"><c r=\"C9\"><v>2023</v></c></row></sheetData>")),
            "duplicate-cell@C9"),
        reads(
            "cells out of order",
            edited(xml -> xml.replaceFirst("(<c r=\"A9\".*?</c>)(<c r=\"B9\".*?</c>)", "$2$1")),
            "A9=MA",
            "B9=A"),
        reads(
            "rows out of order",
            edited(
                xml -> xml.replaceFirst("(<row r=\"9\".*?</row>)(<row r=\"10\".*?</row>)", "$2$1")),
            "A9=MA",
            "A10=MB"),
        reads(
            "rows and cells without addresses",
            edited(xml -> xml.replaceAll("(<row|<c) r=\"[A-Z0-9]+\"", "$1")),
            "A9=MA",
            "K11="),
        refused(
            "a cell that says it is in another row",
            edited(xml -> xml.replace("<c r=\"C9\"", "<c r=\"C10\"")),
            "broken-cell@",
            "empty-cell@C9"),
        refused(
            "a cell without an address that is one",
            edited(xml -> xml.replace("<c r=\"C9\"", "<c r=\"no\"")),
            "broken-cell@",
            "empty-cell@C9"),
        refused(
            "a row of a negative number",
            edited(xml -> xml.replace("<row r=\"11\"", "<row r=\"-11\"")),
            "broken-cell@"),
        refused(
            "merged areas without end",
            edited(
                xml ->
                    xml.replace(
                        "</sheetData>",
                        "</sheetData><mergeCells>"
                            + "<mergeCell ref=\"A9:XFD1048576\"/>"
                            + "</mergeCells>")),
            "merged-cells@A9:XFD1048576"));
  }

  private static byte[] manyColumns(int count) {
    var row = new StringBuilder("<row r=\"12\">");
    for (int column = 65; column <= count; column++) {
      row.append("<c r=\"").append(Address.letters(column)).append("12\"><v>1</v></c>");
    }
    return edited(xml -> xml.replace("</sheetData>", row.append("</row></sheetData>")));
  }

  private static byte[] manyRows(int count) {
    var rows = new StringBuilder();
    for (int row = 10_001; row < 10_001 + count; row++) {
      rows.append("<row r=\"")
          .append(row)
          .append("\"><c r=\"A")
          .append(row)
          .append("\"><v>")
          .append(row * 7919L % 1_000_003)
          .append("</v></c></row>");
    }
    return edited(xml -> xml.replace("</sheetData>", rows.append("</sheetData>")));
  }

  private static byte[] manyBlankRows() {
    var rows = new StringBuilder();
    for (int row = 12; row <= 500_000; row++) {
      rows.append("<row r=\"").append(row).append("\"/>");
    }
    rows.append("<row r=\"1000001\"><c r=\"A1000001\"><v>1</v></c></row>");
    return edited(xml -> xml.replace("</sheetData>", rows.append("</sheetData>")));
  }
}
