package nz.cleancar.decision.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import nz.cleancar.database.TestDatabase;
import nz.cleancar.decision.DecisionId;
import nz.cleancar.decision.DecisionLog;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A service killed in the middle of its work ({@code kill -9}). */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class KilledServiceIT {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {1, 500, 5_000})
  void every_decision_that_was_acknowledged_is_in_the_log(int killedAfter)
      throws IOException, InterruptedException {
    // Given
    var acknowledged = new ArrayList<String>();
    for (int run = 1; run <= 2; run++) {
      acknowledged.addAll(appendUntilKilled(killedAfter));
    }

    // When
    try (var service = TestDatabase.h2(folder).service()) {
      var log = service.getBean(DecisionLog.class);

      // Then
      assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(2 * killedAfter);
      assertThat(acknowledged).allMatch(id -> log.find(new DecisionId(id)).isPresent());
    }
  }

  private List<String> appendUntilKilled(int killedAfter) throws IOException, InterruptedException {
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                AppendingUntilKilled.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader output = process.inputReader()) {
      var acknowledged = new ArrayList<String>();
      String line = output.readLine();
      while (line != null) {
        if (DecisionId.isDecisionId(line)) {
          acknowledged.add(line);
        }
        if (acknowledged.size() == killedAfter) {
          // By its handle, which leaves what was printed to be read.
          process.toHandle().destroyForcibly();
        }
        line = output.readLine();
      }
      return acknowledged;
    } finally {
      process.destroyForcibly().waitFor();
    }
  }
}
