package nz.cleancar.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import nz.cleancar.policy.Candidate;
import nz.cleancar.policy.Finding;
import nz.cleancar.policy.Place;
import nz.cleancar.policy.PolicyCompiler;
import nz.cleancar.policy.PolicyLoader;
import nz.cleancar.policy.PolicyReader;
import nz.cleancar.policy.PolicySources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 10, unit = TimeUnit.SECONDS)
class StartingPolicyTest {

  private static final PolicyReader READER =
      sources ->
          sources.files().containsKey("rules/vocabulary.yml")
              ? new PolicyReader.Reading.Read(new FakePolicy(sources).policy(), List.of())
              : new PolicyReader.Reading.Unreadable(
                  List.of(
                      Finding.error(
                          "missing-file", Place.of("rules"), "one", "no vocabulary", "Add it.")));
  private static final PolicyCompiler COMPILER =
      policy -> new Candidate.Accepted(new FakePolicy(policy), List.of());

  @Test
  void others_start_while_the_policy_is_being_compiled() {
    // Given
    var sources = new PolicySources(new TreeMap<>());
    var compiled = new StartingPolicy.Ready(sources, new FakePolicy(sources), List.of());
    var compiling = new CompletableFuture<StartingPolicy.Ready>();
    var starting = new StartingPolicy(compiling::join);

    // When
    compiling.complete(compiled);

    // Then
    assertThat(starting.await()).isSameAs(compiled);
  }

  @Test
  void a_policy_that_cannot_decide_says_everything_that_is_wrong_with_it() {
    // Given
    var findings =
        List.of(
            Finding.error(
                "number-as-text",
                new Place("charge-rates.xlsx", "Table", "D7"),
                "a number",
                "the text `45.00`",
                "Type the number again."),
            Finding.error(
                "syntax",
                new Place("acceptance.drl", "", "line 12"),
                "`then`",
                "`than`",
                "Write `then`."));
    var starting =
        new StartingPolicy(
            () -> {
              throw new PolicyRefused("The policy in /srv/policy", findings);
            });

    // When
    assertThatThrownBy(starting::await)

        // Then
        .isInstanceOfSatisfying(
            PolicyRefused.class, refused -> assertThat(refused.findings()).isEqualTo(findings))
        .hasMessageStartingWith("The policy in /srv/policy cannot decide:")
        .hasMessageContainingAll(findings.get(0).lines(), findings.get(1).lines());
  }

  @Test
  void a_directory_without_a_policy_is_refused_with_its_findings(@TempDir Path directory)
      throws IOException {
    // Given
    Files.createDirectory(directory.resolve("rules"));
    Files.writeString(directory.resolve("rules/notes.txt"), "to do");
    var starting =
        StartingPolicy.in(directory, new PolicyLoader(READER, policy -> List.of(), COMPILER));

    // When
    assertThatThrownBy(starting::await)

        // Then
        .isInstanceOf(PolicyRefused.class)
        .hasMessageContainingAll(directory.toString(), "notes.txt", "no vocabulary");
  }

  @Test
  void a_stray_file_keeps_a_policy_that_would_do_from_going_live(@TempDir Path directory)
      throws IOException {
    // Given
    Files.createDirectory(directory.resolve("rules"));
    Files.writeString(directory.resolve("rules/vocabulary.yml"), "terms: []");
    Files.writeString(directory.resolve("rules/notes.txt"), "to do");
    var starting =
        StartingPolicy.in(directory, new PolicyLoader(READER, policy -> List.of(), COMPILER));

    // When
    assertThatThrownBy(starting::await)

        // Then
        .isInstanceOf(PolicyRefused.class)
        .hasMessageContaining("notes.txt");
  }

  @Test
  void a_directory_with_a_policy_gives_it_with_its_sources(@TempDir Path directory)
      throws IOException {
    // Given
    Files.createDirectory(directory.resolve("rules"));
    Files.writeString(directory.resolve("rules/vocabulary.yml"), "terms: []");
    var starting =
        StartingPolicy.in(directory, new PolicyLoader(READER, policy -> List.of(), COMPILER));

    // When
    var ready = starting.await();

    // Then
    assertThat(ready.sources().files()).containsOnlyKeys("rules/vocabulary.yml");
    assertThat(ready.policy().policy().version()).isEqualTo(ready.sources().version());
  }
}
