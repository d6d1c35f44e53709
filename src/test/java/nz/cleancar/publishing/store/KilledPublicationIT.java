package nz.cleancar.publishing.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import nz.cleancar.database.TestDatabase;
import nz.cleancar.policy.Policies;
import nz.cleancar.policy.PolicyVersion;
import nz.cleancar.publishing.PolicyArchive;
import nz.cleancar.publishing.Publication;
import nz.cleancar.publishing.Stage;
import nz.cleancar.publishing.Version;
import nz.cleancar.publishing.Versions;
import nz.cleancar.testing.SmallPolicy;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A service killed while it publishes ({@code kill -9}). */
@Timeout(value = 240, unit = TimeUnit.SECONDS)
class KilledPublicationIT {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"1, 0", "4, 60"})
  void one_whole_version_is_live(int publications, int moreMillis)
      throws IOException, InterruptedException {
    // Given
    var policy = SmallPolicy.in(folder.resolve("policy"));
    publishUntilKilled(policy, 100, publications, Duration.ofMillis(moreMillis));
    var acknowledged = publishUntilKilled(policy, 200, publications, Duration.ofMillis(moreMillis));

    // When
    try (var service =
        TestDatabase.h2(folder.resolve("data"))
            .service(Map.of("ccs.policy", policy.folder().toString()))) {
      var versions = service.getBean(Versions.class);
      var live = service.getBean(Policies.class).live();

      // Then
      var version = live.policy().version();
      assertThat(versions.all(1_000))
          .filteredOn(each -> each.stage() instanceof Stage.Live)
          .extracting(Version::id)
          .containsExactly(version);
      assertThat(service.getBean(PolicyArchive.class).find(version).orElseThrow().version())
          .isEqualTo(version);
      int surcharge = SmallPolicy.answer(live).intValueExact();
      assertThat(policy.sources(surcharge).version()).isEqualTo(version);
      assertThat(versions.publications(1_000))
          .extracting(Publication::version)
          .contains(acknowledged);
      assertThat(versions.find(acknowledged).orElseThrow().stage())
          .isInstanceOfAny(Stage.Live.class, Stage.Retired.class);
      var next = PublishingUntilKilled.publish(versions, 300);
      assertThat(next.stage()).isInstanceOf(Stage.Live.class);
    }
  }

  /** The last version that was acknowledged. */
  private PolicyVersion publishUntilKilled(
      SmallPolicy policy, int surcharge, int publications, Duration more)
      throws IOException, InterruptedException {
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                PublishingUntilKilled.class.getName(),
                policy.folder().toString(),
                folder.resolve("data").toString(),
                Integer.toString(surcharge))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader output = process.inputReader()) {
      int count = 0;
      String last = "";
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        if (PolicyVersion.isPolicyVersion(line)) {
          last = line;
          count++;
        }
        if (count == publications && process.isAlive()) {
          LockSupport.parkNanos(more.toNanos());
          // By its handle, which leaves what was printed to be read.
          process.toHandle().destroyForcibly();
        }
      }
      return new PolicyVersion(last);
    } finally {
      process.destroyForcibly().waitFor();
    }
  }
}
