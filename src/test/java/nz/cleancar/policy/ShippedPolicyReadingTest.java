package nz.cleancar.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import nz.cleancar.policy.xlsx.XlsxWorkbookReader;
import nz.cleancar.policy.yaml.YamlVocabularyReader;
import org.junit.jupiter.api.Test;

/** The policy that is shipped. */
class ShippedPolicyReadingTest {

  @Test
  void it_reads_without_a_finding() {
    // Given
    var folder = new PolicyFolder(Path.of("")).read();

    // When
    var reading =
        new SourcesReader(new YamlVocabularyReader(), new XlsxWorkbookReader())
            .read(folder.sources());

    // Then
    assertThat(folder.findings()).isEmpty();
    assertThat(reading)
        .isInstanceOfSatisfying(
            PolicyReader.Reading.Read.class,
            read -> {
              assertThat(read.findings()).isEmpty();
              assertThat(read.policy().tables()).isNotEmpty();
              assertThat(read.policy().ruleSets()).isNotEmpty();
            });
  }
}
