package nz.cleancar.policy.xlsx;

import static nz.cleancar.policy.xlsx.Hostile.reads;
import static nz.cleancar.policy.xlsx.Hostile.refused;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.stream.Stream;
import nz.cleancar.testing.Formula;
import nz.cleancar.testing.TableBook;
import nz.cleancar.testing.Zips;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;

/** Workbooks that are odd in what a cell holds. */
final class HostileCells {

  private static final String SHEET = "xl/worksheets/sheet1.xml";

  private HostileCells() {}

  static Stream<Hostile> cases() {
    return Stream.of(code(), formats(), texts(), dates(), types()).flatMap(cases -> cases);
  }

  private static TableBook with(String address, Object value) {
    return Sample.table().set(address, value);
  }

  private static TableBook shown(String address, Object value, String format) {
    return with(address, value)
        .then(
            sheet -> {
              var cell = TableBook.cell(sheet, address);
              cell.setCellStyle(TableBook.format(cell, format));
            });
  }

  /** Replaces what is stored in a cell, from its opening tag to its closing one. */
  private static byte[] stored(String address, String cell) {
    return Zips.edit(
        Sample.table().bytes(),
        SHEET,
        xml -> xml.replaceFirst("<c r=\"" + address + "\".*?</c>", cell.replace("$", "\\$")));
  }

  private static Stream<Hostile> code() {
    return Stream.of(
        refused(
            "Java that closes a Drools action",
            with("G9", "1); new java.io.File(\"x\").createNewFile(); $v.setRate(2"),
            "not-one-value@G9"),
        refused(
            "Java in a word",
            with("A9", "\" || Runtime.getRuntime().exec(\"id\") != null || \""),
            "not-a-word@A9"),
        refused("a rule in DRL", with("A9", "rule x when then end"), "not-a-word@A9"),
        refused("MVEL", with("A9", "${System.exit(0)}"), "not-a-word@A9"),
        refused("Groovy", with("A9", "\"id\".execute().text"), "not-a-word@A9"),
        refused("a call to eval", with("D9", "eval(true)"), "not-a-number@D9"),
        refused("SQL", with("A9", "'; DROP TABLE decision; --"), "not-a-word@A9"),
        refused("markup", with("A9", "<script>alert(1)</script>"), "range-of-words@A9"),
        refused("a command for a shell", with("A9", "$(touch /tmp/x)"), "not-a-word@A9"),
        refused(
            "a text that begins as DDE does", with("A9", "=cmd|' /C calc'!A0"), "not-a-word@A9"),
        refused(
            "a formula that is DDE",
            stored("A9", "<c r=\"A9\"><f>cmd|' /C calc'!A0</f><v>0</v></c>"),
            "formula@A9"),
        reads(
            "markup and quotes in a source, which is text",
            with("I9", "<b>\"Act\"</b> '); drop"),
            "I9=<b>\"Act\"</b> '); drop"),
        reads(
            "a sentence of code, which is text",
            with("H9", "end rule \"x\" when eval(true) then System.exit(1);"),
            "H9=end rule \"x\" when eval(true) then System.exit(1);"),
        refused("a template in a sentence", with("H9", "It is ${7*7}."), "unknown-term@H9"),
        refused("doubled braces in a sentence", with("H9", "It is {{year}}."), "bad-sentence@H9"),
        refused("an open brace in a sentence", with("H9", "It is {year."), "bad-sentence@H9"),
        refused("an expression in Says", with("B7", "{year.class}"), "unknown-term@B7"),
        refused("code as the table's id", with("B2", "x\"); System.exit(1"), "table-id@B2"),
        refused("code as a heading", with("A8", "1 == 1 || true"), "unknown-column@A8"));
  }

  private static Stream<Hostile> formats() {
    return Stream.of(
        reads("1500 displayed as 1,500", shown("G9", 1500, "#,##0"), "G9=1500"),
        reads("44.44416 displayed as 44.4", shown("G9", 44.44416, "0.0"), "G9=44.44416"),
        reads("45 displayed as $45.00", shown("G9", 45, "\"$\"0.00"), "G9=45"),
        reads("1 displayed as 100%", shown("G9", 1, "0%"), "G9=1"),
        reads(
            "a number displayed as 1.23E+11",
            shown("G9", 123456789012L, "0.00E+00"),
            "G9=123456789012"),
        reads("a number displayed with its unit", shown("G9", 108.6, "0.0 \"g/km\""), "G9=108.6"),
        reads("a number displayed as nothing", shown("G9", 7, ";;;"), "G9=7"),
        reads(
            "a number stored as 3.4299999999999997E-2",
            stored("G9", "<c r=\"G9\"><v>3.4299999999999997E-2</v></c>"),
            "G9=0.0343"),
        reads(
            "a number stored as 112.59999999999999",
            stored("G9", "<c r=\"G9\"><v>112.59999999999999</v></c>"),
            "G9=112.6"),
        refused("a sum of floating point", with("G9", 0.1 + 0.2), "too-many-decimals@G9"),
        refused("seven decimals", with("G9", 0.0000001), "too-many-decimals@G9"),
        refused("a number of 13 digits", with("G9", 1000000000000L), "number-too-large@G9"),
        refused(
            "a number beyond all measure",
            stored("G9", "<c r=\"G9\"><v>1E308</v></c>"),
            "number-too-large@G9"),
        refused(
            "a number whose digits would fill the memory",
            stored("G9", "<c r=\"G9\"><v>1E999999999</v></c>"),
            "broken-cell@G9"),
        refused("infinity", stored("G9", "<c r=\"G9\"><v>Infinity</v></c>"), "broken-cell@G9"),
        refused("not a number", stored("G9", "<c r=\"G9\"><v>NaN</v></c>"), "broken-cell@G9"),
        refused(
            "a hexadecimal number", stored("G9", "<c r=\"G9\"><v>0x10</v></c>"), "broken-cell@G9"),
        refused("half a year", with("C9", 2025.5), "not-whole@C9"),
        refused(
            "a number with a thousands separator as text", with("G9", "1,500"), "not-a-number@G9"),
        refused("a price as text", with("G9", "$45.00"), "not-a-number@G9"),
        refused("a percentage as text", with("G9", "100%"), "not-a-number@G9"),
        refused("an exponent as text", with("G9", "1.23457E+11"), "not-a-number@G9"),
        refused("a number as text", with("G9", "112.6"), "number-as-text@G9"),
        refused("a year as text", with("C9", "2025"), "number-as-text@C9"),
        refused("a number where a word belongs", with("A9", 2025), "not-a-word@A9"));
  }

  private static Stream<Hostile> texts() {
    return Stream.of(
        refused("a space that does not break", with("A9", "MA\u00A0"), "odd-character@A9"),
        refused(
            "`any` with a space that does not break", with("C9", "any\u00A0"), "odd-character@C9"),
        refused("digits of full width", with("C9", "２０２５"), "odd-character@C9"),
        refused("digits of another script", with("C9", ">= ٢٠٢٥"), "odd-character@C9"),
        refused("a Cyrillic letter that looks like A", with("B9", "А"), "odd-character@B9"),
        refused(
            "a mark that turns the reading around",
            with("I9", "Act \u202Etxt.exe"),
            "odd-character@I9"),
        refused("a mark of no width inside a word", with("A9", "M\u200BA"), "odd-character@A9"),
        refused(
            "half of a surrogate pair in a source", with("I9", "Act _xD83D_"), "odd-character@I9"),
        refused("a null character in a source", with("I9", "Act _x0000_"), "odd-character@I9"),
        reads(
            "the characters of an emoji in a note",
            with("K9", "See \uD83D\uDE97."),
            "K9=See \uD83D\uDE97."),
        reads("macrons in a source", with("I9", "Te Tāhū o te Ture"), "I9=Te Tāhū o te Ture"),
        reads(
            "line breaks and hard spaces in a note",
            with("K9", "One\ntwo\u00A0three  four"),
            "K9=One two three four"),
        reads(
            "spaces around a word and within a range",
            with("A9", "  MA ").set("C10", " [ 2026 .. 2028 ] "),
            "A9=MA",
            "C10=[2026..2028]"),
        reads(
            "capitals in `Any` and `YES`", with("A9", "Any").set("F9", "YES"), "A9=any", "F9=yes"),
        refused("nothing but spaces", with("A9", "   "), "empty-cell@A9"),
        refused("nothing but a hard space", with("G9", "\u00A0"), "empty-cell@G9"),
        refused("a text of 32,767 characters", with("A9", "A".repeat(32_767)), "too-long@A9"),
        refused(
            "a text of a million characters",
            stored("A9", "<c r=\"A9\" t=\"inlineStr\"><is><t>" + longText() + "</t></is></c>"),
            "cell-too-long@A9"),
        refused("a sentence of 501 characters", with("H9", "x".repeat(501)), "too-long@H9"),
        reads("a sentence of 500 characters", with("H9", "x".repeat(500)), "H9=" + "x".repeat(500)),
        refused("a word of 61 characters", with("A9", "x".repeat(61)), "not-a-word@A9"),
        reads("a word of 60 characters", with("A9", "x".repeat(60)), "A9=" + "x".repeat(60)),
        reads("rich text", richText(), "A9=MA", "K9=bold and plain"),
        reads(
            "an inline string",
            stored("A9", "<c r=\"A9\" t=\"inlineStr\"><is><r><t>M</t></r><r><t>C</t></r></is></c>"),
            "A9=MC"),
        reads(
            "how a text is pronounced",
            stored(
                "A9",
                "<c r=\"A9\" t=\"inlineStr\"><is><t>MA</t><rPh sb=\"0\" eb=\"2\"><t>em</t></rPh></is></c>"),
            "A9=MA"),
        refused("a word that is nearly allowed", with("B9", "NON"), "word-not-allowed@B9"),
        refused("a word of other capitals", with("B9", "a"), "word-not-allowed@B9"));
  }

  /** A text that does not pack well enough to be taken for a bomb. */
  private static String longText() {
    var text = new StringBuilder();
    for (int i = 0; text.length() < 1_000_000; i++) {
      text.append(i * 7919L % 1_000_003);
    }
    return text.toString();
  }

  private static TableBook richText() {
    return Sample.table()
        .then(
            sheet -> {
              var font = sheet.getWorkbook().createFont();
              font.setBold(true);
              var text = new XSSFRichTextString("bold and plain");
              text.applyFont(0, 4, font);
              TableBook.cell(sheet, "K9").setCellValue(text);
              var word = new XSSFRichTextString("MA");
              word.applyFont(0, 1, font);
              TableBook.cell(sheet, "A9").setCellValue(word);
            });
  }

  private static Stream<Hostile> dates() {
    return Stream.of(
        reads(
            "a date cell of another format",
            shown("E9", LocalDate.of(2025, 2, 28), "d mmmm yy"),
            "E9=2025-02-28"),
        reads("the same date counted from 1904", from1904(), "E9=2025-01-01"),
        reads(
            "a date in the ISO form of strict workbooks",
            stored("E9", "<c r=\"E9\" t=\"d\"><v>2025-03-01T00:00:00</v></c>"),
            "E9=2025-03-01"),
        refused(
            "a date with a time",
            Sample.table()
                .then(
                    sheet -> {
                      var cell = TableBook.cell(sheet, "E9");
                      cell.setCellValue(LocalDateTime.of(2025, 1, 1, 12, 0));
                    }),
            "not-a-day@E9"),
        refused("a time alone", shown("E9", 0.5, "h:mm"), "not-a-day@E9"),
        refused("29 February 1900", shown("E9", 60, "yyyy-mm-dd"), "not-a-day@E9"),
        refused("a day before all days", shown("E9", -1, "0"), "not-a-day@E9"),
        refused("a day past all days", shown("E9", 2_958_466, "yyyy-mm-dd"), "not-a-day@E9"),
        refused("a day without the format of one", shown("E9", 45658, "0"), "not-a-day@E9"),
        refused("a day in local order", with("E9", "31/12/2025"), "not-a-day@E9"),
        refused("30 February", with("E9", "2025-02-30"), "not-a-day@E9"),
        refused(
            "a date where a number belongs",
            with("G9", LocalDate.of(2025, 1, 1)),
            "not-a-number@G9"),
        refused("a year displayed as a date", shown("C9", 2025, "yyyy"), "not-a-number@C9"));
  }

  private static byte[] from1904() {
    byte[] book =
        Zips.edit(
            Sample.table().bytes(),
            "xl/workbook.xml",
            xml -> xml.replaceFirst("<workbookPr[^>]*/>", "<workbookPr date1904=\"true\"/>"));
    long serial = LocalDate.of(2025, 1, 1).toEpochDay() - LocalDate.of(1904, 1, 1).toEpochDay();
    return Zips.edit(
        book,
        SHEET,
        xml -> xml.replaceFirst("(<c r=\"E9\".*?<v>)[0-9.]+</v>", "$1" + serial + "</v>"));
  }

  private static Stream<Hostile> types() {
    return Stream.of(
        reads(
            "TRUE as LibreOffice writes it",
            stored("F9", "<c r=\"F9\" t=\"b\"><f aca=\"false\">TRUE()</f><v>0</v></c>"),
            "F9=yes"),
        refused(
            "a formula that comes out as TRUE",
            stored("F9", "<c r=\"F9\" t=\"b\"><f>1=1</f><v>1</v></c>"),
            "formula@F9"),
        reads("the spreadsheet's own TRUE", with("F9", true), "F9=yes"),
        refused("TRUE where a word belongs", with("A9", true), "not-a-word@A9"),
        refused("1 where yes or no belongs", with("F9", 1), "not-yes-or-no@F9"),
        refused(
            "an error",
            Sample.table()
                .then(sheet -> TableBook.cell(sheet, "G9").setCellErrorValue(FormulaError.DIV0)),
            "error-cell@G9"),
        refused("a formula", with("G9", new Formula("100+12.6")), "formula@G9"),
        refused("a formula in the header", with("C8", new Formula("\"Year\"")), "formula@C8"),
        refused("a formula beside a key", with("B6", new Formula("\"Owner\"")), "formula@B6"),
        refused(
            "a formula with a result that it does not have",
            stored("G9", "<c r=\"G9\"><f>1+1</f><v>112.6</v></c>"),
            "formula@G9"),
        refused(
            "a shared formula",
            Zips.edit(
                stored(
                    "G9",
                    "<c r=\"G9\"><f t=\"shared\" ref=\"G9:G10\" si=\"0\">1+1</f><v>2</v></c>"),
                SHEET,
                xml ->
                    xml.replaceFirst(
                        "<c r=\"G10\".*?</c>",
                        "<c r=\"G10\"><f t=\"shared\" si=\"0\"/><v>2</v></c>")),
            "formula@G9",
            "formula@G10"),
        refused(
            "an array formula over two cells",
            stored("G9", "<c r=\"G9\"><f t=\"array\" ref=\"G9:G10\">A1:A2</f><v>2</v></c>"),
            "formula@G9:G10"),
        refused(
            "a link to the web by formula",
            with("I9", new Formula("HYPERLINK(\"http://127.0.0.1:1/\",\"Act\")")),
            "formula@I9"),
        refused(
            "a shared string that is not there",
            stored("A9", "<c r=\"A9\" t=\"s\"><v>999</v></c>"),
            "broken-cell@A9"),
        refused(
            "a shared string of a negative number",
            stored("A9", "<c r=\"A9\" t=\"s\"><v>-1</v></c>"),
            "broken-cell@A9"),
        refused(
            "a type of cell that nobody knows",
            stored("A9", "<c r=\"A9\" t=\"exec\"><v>id</v></c>"),
            "broken-cell@A9"),
        refused("a range from high to low", with("C9", "[5..3]"), "empty-range@C9"),
        refused("a range with nothing in it", with("C9", "(5..6)"), "empty-range@C9"),
        refused("a list in an outcome", with("G9", "1; 2"), "not-one-value@G9"),
        refused("any as an outcome", with("G9", "any"), "not-one-value@G9"));
  }
}
