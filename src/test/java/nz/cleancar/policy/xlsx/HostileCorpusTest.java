package nz.cleancar.policy.xlsx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import nz.cleancar.policy.Finding;
import nz.cleancar.policy.Shown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each workbook of the corpus is refused with its address or read right, and soon. */
class HostileCorpusTest {

  private static final Duration SOON = Duration.ofSeconds(20);

  private static final List<Hostile> CASES =
      Stream.of(HostileCells.cases(), HostileSheets.cases(), HostileFiles.cases())
          .flatMap(cases -> cases)
          .toList();

  static List<Hostile> cases() {
    return CASES;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void it_is_refused_with_its_address_or_read_right(Hostile hostile) {
    // When
    var contents = assertTimeoutPreemptively(SOON, () -> Sample.read(hostile.workbook()));

    // Then
    var reading = Sample.reading(contents);
    if (hostile.isRefused()) {
      assertThat(reading)
          .as(hostile.name())
          .containsExactlyInAnyOrderElementsOf(hostile.expected());
    } else {
      assertThat(reading).as(hostile.name()).containsAll(hostile.expected());
      assertThat(contents.tables()).isNotEmpty();
    }
    assertThat(contents.findings()).allSatisfy(HostileCorpusTest::isForPeople);
  }

  private static void isForPeople(Finding finding) {
    var texts = List.of(finding.expected(), finding.found(), finding.repair());
    assertThat(texts)
        .allSatisfy(
            text -> {
              assertThat(text).isNotBlank().hasSizeLessThan(400);
              assertThat(text.codePoints()).allMatch(Shown::isVisible);
              assertThat(text).doesNotContain("Exception", "nz.cleancar", "org.apache");
            });
    assertThat(finding.repair()).endsWith(".");
    assertThat(finding.place().file()).isEqualTo(Sample.FILE);
  }

  @Test
  void there_are_many_cases_and_each_has_a_name_of_its_own() {
    // When
    var names = CASES.stream().map(Hostile::name).toList();

    // Then
    assertThat(names).hasSizeGreaterThan(150).doesNotHaveDuplicates();
  }
}
