package nz.cleancar.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A suite of any number of cases that the shipped policy passes. */
public final class LargeSuite {

  private static final String SHEET = "xl/worksheets/sheet1.xml";

  private LargeSuite() {}

  /** The workbook, written as it goes. */
  public static byte[] of(int cases) {
    byte[] one =
        SuiteBook.vehicles("large")
            .header("Scenario", "CO2 (g/km)", "Tare weight (kg)", "expect → Annual target")
            .row("one", 150, 1500, 108)
            .bytes();
    String xml = Zips.text(one, SHEET);
    int first = xml.indexOf("<row r=\"20\"");
    int after = xml.indexOf("</sheetData>");
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var entry : Zips.entries(one).entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        if (entry.getKey().equals(SHEET)) {
          write(zip, xml.substring(0, first));
          for (int i = 0; i < cases; i++) {
            write(zip, row(20 + i));
          }
          write(zip, xml.substring(after));
        } else {
          zip.write(entry.getValue());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void write(ZipOutputStream zip, String text) throws IOException {
    zip.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String row(int row) {
    return """
    <row r="%1$d"><c r="A%1$d" t="inlineStr"><is><t>Case %1$d of many</t></is></c>\
    <c r="B%1$d"><v>%2$s</v></c><c r="C%1$d"><v>%3$d</v></c>\
    <c r="D%1$d"><v>108</v></c></row>"""
        .formatted(row, (1000 + row * 79L % 2000) / 10.0, 800 + row * 107L % 2500);
  }
}
