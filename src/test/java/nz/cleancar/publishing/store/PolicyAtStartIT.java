package nz.cleancar.publishing.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import nz.cleancar.policy.Policies;
import nz.cleancar.policy.PolicyFolder;
import nz.cleancar.policy.PolicyVersion;
import nz.cleancar.publishing.PolicyArchive;
import nz.cleancar.publishing.PolicyRefused;
import nz.cleancar.publishing.Publishing;
import nz.cleancar.publishing.Stage;
import nz.cleancar.publishing.Version;
import nz.cleancar.publishing.Versions;
import nz.cleancar.testing.RunningService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 120, unit = TimeUnit.SECONDS)
class PolicyAtStartIT {

  @TempDir Path data;

  @Test
  void the_shipped_policy_is_live_and_archived() {
    // When
    try (var service = start(RunningService.SHIPPED_POLICY)) {

      // Then
      var live = service.getBean(Policies.class).live().policy();
      assertThat(live.tables()).isNotEmpty();
      assertThat(service.getBean(PolicyArchive.class).find(live.version())).isPresent();
    }
  }

  @Test
  void a_folder_that_changed_while_the_service_was_down_arrives_as_a_draft(@TempDir Path changed)
      throws IOException {
    // Given
    var before = versionLiveIn(RunningService.SHIPPED_POLICY);
    copy(RunningService.SHIPPED_POLICY, changed);
    Files.writeString(changed.resolve("rules/extra.drl"), "package nz.cleancar.rules\n");
    var draft = new PolicyFolder(changed).read().sources().version();

    // When
    try (var service = start(changed)) {
      var versions = service.getBean(Versions.class);
      var policies = service.getBean(Policies.class);

      // Then
      assertThat(policies.live().policy().version()).isEqualTo(before);
      assertThat(service.getBean(Publishing.class).says())
          .hasValueSatisfying(
              says ->
                  assertThat(says)
                      .isEqualTo(
                          "The folder's policy differs from the live one; it is draft "
                              + draft
                              + ": approve and publish it to make it live."));
      await(() -> versions.find(draft).orElseThrow().stage() instanceof Stage.Checked);
      assertThat(versions.find(draft).orElseThrow().author()).hasToString("folder");
      assertThat(policies.version(draft))
          .hasValueSatisfying(
              policy ->
                  assertThat(policy.policy().tables())
                      .isEqualTo(policies.live().policy().tables()));
    }
  }

  @Test
  void a_folder_that_arrived_before_is_told_of_once(@TempDir Path changed) throws IOException {
    // Given
    var before = versionLiveIn(RunningService.SHIPPED_POLICY);
    copy(RunningService.SHIPPED_POLICY, changed);
    Files.writeString(changed.resolve("rules/extra.drl"), "package nz.cleancar.rules\n");
    start(changed).close();

    // When
    try (var service = start(changed)) {

      // Then
      assertThat(service.getBean(Publishing.class).says()).isEmpty();
      assertThat(service.getBean(Versions.class).all(10)).hasSize(2);
      assertThat(service.getBean(Policies.class).live().policy().version()).isEqualTo(before);
    }
  }

  @Test
  void a_broken_folder_keeps_no_service_from_starting_that_has_a_live_policy(@TempDir Path broken)
      throws IOException {
    // Given
    var before = versionLiveIn(RunningService.SHIPPED_POLICY);
    copy(RunningService.SHIPPED_POLICY, broken);
    Files.writeString(broken.resolve("rules/broken.drl"), "rule than");
    var draft = new PolicyFolder(broken).read().sources().version();

    // When
    try (var service = start(broken)) {
      var versions = service.getBean(Versions.class);

      // Then
      assertThat(service.getBean(Policies.class).live().policy().version()).isEqualTo(before);
      await(() -> versions.find(draft).flatMap(Version::check).isPresent());
      assertThat(versions.find(draft).flatMap(Version::check).orElseThrow().objections())
          .anyMatch(line -> line.contains("broken.drl"));
    }
  }

  @Test
  void a_service_does_not_start_on_a_policy_that_cannot_decide(@TempDir Path broken)
      throws IOException {
    // Given
    copy(RunningService.SHIPPED_POLICY, broken);
    Files.writeString(broken.resolve("rules/broken.drl"), "rule than");
    Files.writeString(broken.resolve("decision-tables/broken.xlsx"), "no workbook");

    // When
    var failure = catchThrowable(() -> start(broken).close());

    // Then
    assertThat(failure)
        .rootCause()
        .isInstanceOf(PolicyRefused.class)
        .hasMessageContainingAll(broken.toString(), "broken.xlsx");
  }

  @Test
  void a_stray_file_keeps_a_policy_that_would_do_from_going_live(@TempDir Path strayed)
      throws IOException {
    // Given
    copy(RunningService.SHIPPED_POLICY, strayed);
    Files.writeString(strayed.resolve("rules/notes.txt"), "to do");

    // When
    var failure = catchThrowable(() -> start(strayed).close());

    // Then
    assertThat(failure)
        .rootCause()
        .isInstanceOf(PolicyRefused.class)
        .hasMessageContaining("notes.txt");
  }

  private PolicyVersion versionLiveIn(Path policy) {
    try (var service = start(policy)) {
      return service.getBean(Policies.class).live().policy().version();
    }
  }

  private ApplicationContext start(Path policy) {
    return ApplicationContext.run(
        Map.of("ccs.policy", policy.toString(), "ccs.data", data.toString()));
  }

  private static void await(BooleanSupplier until) {
    while (!until.getAsBoolean()) {
      LockSupport.parkNanos(10_000_000);
    }
  }

  private static void copy(Path policy, Path to) throws IOException {
    for (String folder : new String[] {"rules", "decision-tables"}) {
      Files.createDirectory(to.resolve(folder));
      try (var files = Files.list(policy.resolve(folder))) {
        for (Path file : files.toList()) {
          Files.copy(file, to.resolve(folder).resolve(file.getFileName()));
        }
      }
    }
  }
}
