package nz.cleancar.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import nz.cleancar.policy.Candidate;
import nz.cleancar.policy.PolicyCompiler;
import nz.cleancar.policy.PolicyFolder;
import nz.cleancar.policy.PolicyLoader;
import nz.cleancar.policy.PolicyReader;
import nz.cleancar.policy.PolicySources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 10, unit = TimeUnit.SECONDS)
class StartingPolicyTest {

  private static final PolicyReader READER =
      sources -> new PolicyReader.Reading.Read(new FakePolicy(sources).policy(), List.of());
  private static final PolicyCompiler COMPILER =
      policy -> new Candidate.Accepted(new FakePolicy(policy), List.of());
  private static final PolicyLoader LOADER =
      new PolicyLoader(READER, policy -> List.of(), COMPILER);

  @Test
  void others_start_while_the_policy_is_being_compiled() {
    // Given
    var sources = new PolicySources(new TreeMap<>());
    var compiling = new CompletableFuture<Candidate>();
    var starting =
        new StartingPolicy(
            () -> new PolicyFolder.Contents(sources, List.of()), _ -> compiling.join());
    var compiled = new Candidate.Accepted(new FakePolicy(sources), List.of());

    // When
    var contents = starting.contents();
    compiling.complete(compiled);

    // Then
    assertThat(contents.sources()).isSameAs(sources);
    assertThat(starting.loaded()).isSameAs(compiled);
  }

  @Test
  void a_folder_that_cannot_be_read_fails_whoever_waits(@TempDir Path directory) {
    // Given
    var starting = StartingPolicy.in(directory.resolve("nowhere"), LOADER);

    // When
    var failures = List.of(catchThrowable(starting::contents), catchThrowable(starting::loaded));

    // Then
    assertThat(failures).allMatch(UncheckedIOException.class::isInstance);
  }

  @Test
  void a_directory_with_a_policy_gives_it_with_its_sources(@TempDir Path directory)
      throws IOException {
    // Given
    Files.createDirectory(directory.resolve("rules"));
    Files.writeString(directory.resolve("rules/vocabulary.yml"), "terms: []");

    // When
    var starting = StartingPolicy.in(directory, LOADER);

    // Then
    assertThat(starting.contents().sources().files()).containsOnlyKeys("rules/vocabulary.yml");
    assertThat(starting.loaded())
        .isInstanceOfSatisfying(
            Candidate.Accepted.class,
            accepted ->
                assertThat(accepted.policy().policy().version())
                    .isEqualTo(starting.contents().sources().version()));
  }
}
