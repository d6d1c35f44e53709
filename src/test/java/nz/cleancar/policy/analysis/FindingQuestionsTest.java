package nz.cleancar.policy.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nz.cleancar.policy.Candidate;
import nz.cleancar.policy.Finding;
import nz.cleancar.policy.PolicyFolder;
import nz.cleancar.policy.Witness;
import nz.cleancar.testing.PolicyCopy;
import nz.cleancar.testing.ShippedPolicy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** By which questions findings are shown. */
class FindingQuestionsTest {

  private static final String REMAINDER =
      "  charge-remainder: [scheme, condition, legalDate, gramsLeft, rateLevied]\n";

  @TempDir private Path folder;

  private PolicyCopy copy;

  @BeforeEach
  void copyTheShippedPolicy() {
    copy = PolicyCopy.of(ShippedPolicy.FOLDER, folder);
  }

  @Test
  void a_gap_in_the_rates_is_shown_by_a_vehicle_whatever_else_asks_for_them() {
    // Given
    copy.table("charge-rates").change("A17", "[2026-01-01..2026-12-31]");

    // When
    List<Witness> shown = gaps();

    // Then
    assertThat(shown).extracting(Witness::topic).containsExactly("vehicle");
    assertThat(shown.getFirst().values()).containsKeys("vehicleClass", "co2", "scheme");
  }

  @Test
  void a_gap_that_no_vehicle_falls_into_is_shown_by_what_does() {
    // Given
    copy.table("credit-use").remove(9);

    // When
    List<Witness> shown = gaps();

    // Then
    assertThat(shown).extracting(Witness::topic).containsExactly("credit-use");
  }

  @Test
  void the_first_topic_of_the_vocabulary_that_can_show_a_gap_does() throws IOException {
    // Given
    copy.table("charge-rates").change("A17", "[2026-01-01..2026-12-31]");
    Path words = folder.resolve("rules/vocabulary.yml");
    Files.writeString(
        words,
        Files.readString(words)
            .replace(REMAINDER, "")
            .replace("topics:\n", "topics:\n" + REMAINDER));

    // When
    List<Witness> shown = gaps();

    // Then
    assertThat(shown).extracting(Witness::topic).containsExactly("charge-remainder");
  }

  private List<Witness> gaps() {
    return switch (ShippedPolicy.loader().check(new PolicyFolder(folder).read().sources())) {
      case Candidate.Accepted _ -> List.of();
      case Candidate.Refused(List<Finding> findings) ->
          findings.stream()
              .filter(finding -> finding.code().equals("gap"))
              .map(finding -> finding.witness().orElseThrow())
              .toList();
    };
  }
}
