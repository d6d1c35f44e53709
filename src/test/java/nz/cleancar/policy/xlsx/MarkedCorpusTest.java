package nz.cleancar.policy.xlsx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each workbook of the hostile corpus comes back with all of its findings on the list, and reads as
 * before if it comes back as a whole.
 */
class MarkedCorpusTest {

  private static final Duration SOON = Duration.ofSeconds(30);

  static List<Hostile> cases() {
    return Stream.of(HostileCells.cases(), HostileSheets.cases(), HostileFiles.cases())
        .flatMap(cases -> cases)
        .toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void it_comes_back_with_all_findings_listed_and_reads_as_before(Hostile hostile) {
    // Given
    var findings = Sample.read(hostile.workbook()).findings();

    // When
    byte[] marked =
        assertTimeoutPreemptively(SOON, () -> Marked.mark(hostile.workbook(), findings));

    // Then
    assertThat(Marked.problems(marked)).as(hostile.name()).hasSameSizeAs(findings);
    if (Marked.sheets(marked) > 1) {
      assertThat(Sample.reading(Sample.read(marked)))
          .as(hostile.name())
          .isEqualTo(Sample.reading(Sample.read(hostile.workbook())));
    }
  }
}
