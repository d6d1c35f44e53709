package nz.cleancar.scenario.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import nz.cleancar.policy.Finding;
import nz.cleancar.policy.Policy;
import nz.cleancar.policy.Shade;
import nz.cleancar.policy.xlsx.XlsxWorkbookMarker;
import nz.cleancar.scenario.Scenario;
import nz.cleancar.testing.ShippedPolicy;
import nz.cleancar.testing.SuiteBook;
import org.junit.jupiter.api.Test;

/**
 * A suite that LibreOffice saved reads as the one that it opened. The kept file came from {@link
 * #main} by {@code soffice --headless --convert-to xlsx}.
 */
final class SuiteSavedByLibreOfficeTest {

  private static final String SAVED = "/workbooks/suite-saved-by-libreoffice.xlsx";
  private static final Policy POLICY = ShippedPolicy.read();

  private static byte[] original() {
    byte[] typed =
        SuiteBook.vehicles("charges")
            .header(
                "Scenario",
                "CO2 (g/km)",
                "Legal date",
                "Attribute",
                "Auto-accept above target",
                "expect → Outcome",
                "expect → Charge (NZD)",
                "expect → Rows used",
                "Reason",
                "Tags")
            .row(
                "A used car above its target",
                0.1,
                LocalDate.of(2026, 3, 2),
                "none",
                true,
                "AUTO_ACCEPT",
                "248.40 ± 0.05",
                "charge-rates 17",
                "domain.md, P1",
                "published; boundary")
            .row("=Te Tāhū", 191.4, "2024-02-29", "A; B", "no", "UNDECIDED", 1234.56)
            .bytes();
    var cases = read(typed);
    return new XlsxSuiteWriter().write(cases.getFirst().suite(), cases, POLICY.vocabulary());
  }

  public static void main(String[] args) throws IOException {
    Files.write(Path.of(args[0]), original());
  }

  private static List<Scenario> read(byte[] workbook) {
    var cases = new ArrayList<Scenario>();
    var contents = new XlsxSuiteReader().read("charges.xlsx", workbook, POLICY, cases::add);
    assertThat(contents.findings()).isEmpty();
    return cases;
  }

  private static byte[] saved() {
    try (InputStream in = SuiteSavedByLibreOfficeTest.class.getResourceAsStream(SAVED)) {
      return Objects.requireNonNull(in).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void it_reads_as_its_original() {
    // When
    var cases = read(saved());

    // Then
    assertThat(cases).hasSize(2).isEqualTo(read(original()));
  }

  @Test
  void it_reads_the_same_once_it_has_been_marked() {
    // Given
    var missed = read(saved()).getFirst().expectations().getFirst().place();
    var finding = Finding.error("expectation", missed, "one", "another", "Mend it.");
    var shade = new Shade(missed, Shade.Tint.GOOD, "");

    // When
    byte[] marked =
        new XlsxWorkbookMarker().mark("charges.xlsx", saved(), List.of(finding), List.of(shade));

    // Then
    assertThat(read(marked)).isEqualTo(read(original()));
  }
}
