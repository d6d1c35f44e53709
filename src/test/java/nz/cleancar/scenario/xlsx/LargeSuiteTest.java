package nz.cleancar.scenario.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import nz.cleancar.policy.Policy;
import nz.cleancar.scenario.Scenario;
import nz.cleancar.testing.ShippedPolicy;
import nz.cleancar.testing.SuiteBook;
import nz.cleancar.testing.Zips;
import org.junit.jupiter.api.Test;

/** However many cases a suite has, no more than one is held. */
final class LargeSuiteTest {

  private static final Policy POLICY = ShippedPolicy.read();
  private static final String SHEET = "xl/worksheets/sheet1.xml";

  /** What a reader holds while it hands on its last case. */
  private record Held(int cases, long reachable, long megabytes) {}

  @Test
  void a_hundred_thousand_cases_are_read_in_the_memory_of_a_thousand() {
    // Given
    var small = suite(1_000);
    var large = suite(100_000);

    // When
    var few = read(small, 1_000);
    var many = read(large, 100_000);

    // Then
    assertThat(few.cases()).isEqualTo(1_000);
    assertThat(many.cases()).isEqualTo(100_000);
    assertThat(many.reachable()).as("cases of each hundredth that are held").isLessThan(5);
    assertThat(many.megabytes() - few.megabytes())
        .as("megabytes more, of which the names are some and the file is %s", large.length)
        .isLessThan(64);
  }

  private static Held read(byte[] file, int cases) {
    var some = new ArrayList<WeakReference<Scenario>>();
    var held = new ArrayList<Held>();
    int[] count = {0};
    var contents =
        new XlsxSuiteReader()
            .read(
                "large.xlsx",
                file,
                POLICY,
                scenario -> {
                  if (count[0]++ % 100 == 0) {
                    some.add(new WeakReference<>(scenario));
                  }
                  if (count[0] == cases) {
                    held.add(new Held(count[0], reachable(some), used()));
                  }
                });
    assertThat(contents.findings()).isEmpty();
    return held.getFirst();
  }

  private static long used() {
    System.gc();
    var runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
  }

  private static long reachable(List<WeakReference<Scenario>> some) {
    System.gc();
    return some.stream().filter(each -> each.get() != null).count();
  }

  /** A suite of so many cases, written as it goes. */
  private static byte[] suite(int cases) {
    byte[] one =
        SuiteBook.vehicles("large")
            .header("Scenario", "CO2 (g/km)", "Tare weight (kg)", "expect → Outcome")
            .row("one", 150, 1500, "AWAIT_ACCEPTANCE")
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
    <c r="D%1$d" t="inlineStr"><is><t>AWAIT_ACCEPTANCE</t></is></c></row>"""
        .formatted(row, (1000 + row * 79L % 2000) / 10.0, 800 + row * 107L % 2500);
  }
}
