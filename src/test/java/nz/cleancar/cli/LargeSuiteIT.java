package nz.cleancar.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import nz.cleancar.testing.LargeSuite;
import nz.cleancar.testing.ShippedPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code ccs test} in a process of its own, whose memory is bounded. */
class LargeSuiteIT {

  /** Where a thousand cases just run, as well as a hundred thousand. */
  private static final String HEAP = "-Xmx96m";

  private static final int PATIENCE_SECONDS = 240;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(ints = {1_000, 100_000})
  void a_hundred_thousand_cases_run_in_the_memory_of_a_thousand(int cases)
      throws IOException, InterruptedException {
    // Given
    Path suite = Files.write(folder.resolve("large.xlsx"), LargeSuite.of(cases));
    Path junit = folder.resolve("junit.xml");

    // When
    String printed =
        run("test", suite.toString(), "--junit", junit.toString(), "--policy", policy());

    // Then
    assertThat(printed).contains("%1$,d of %1$,d scenarios passed.".formatted(cases));
    try (var lines = Files.lines(junit)) {
      assertThat(lines.filter(line -> line.contains("<testsuite ")).findFirst())
          .hasValueSatisfying(line -> assertThat(line).contains("tests=\"" + cases + "\""));
    }
  }

  @Test
  void a_bar_is_shown_to_a_terminal_alone() throws IOException, InterruptedException {
    // Given
    Path suite = Files.write(folder.resolve("small.xlsx"), LargeSuite.of(10));

    // When
    String printed = run("test", suite.toString(), "--policy", policy());

    // Then
    assertThat(printed).contains("10 of 10 scenarios passed.").doesNotContain("Scenarios  ");
  }

  private static String policy() {
    return ShippedPolicy.FOLDER.toString();
  }

  private String run(String... arguments) throws IOException, InterruptedException {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Ccs.class.getName()));
    command.addAll(List.of(arguments));
    Path out = folder.resolve("out.txt");
    var process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile()).start();
    try {
      assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
      return Files.readString(out, StandardCharsets.UTF_8);
    } finally {
      process.destroyForcibly();
    }
  }
}
