package nz.cleancar.publishing.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import nz.cleancar.policy.Policies;
import nz.cleancar.policy.PolicyVersion;
import nz.cleancar.publishing.PolicyArchive;
import nz.cleancar.publishing.PolicyRefused;
import nz.cleancar.testing.RunningService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
  void a_policy_that_was_live_before_a_restart_can_be_asked(@TempDir Path changed)
      throws IOException {
    // Given
    copy(RunningService.SHIPPED_POLICY, changed);
    Files.writeString(changed.resolve("rules/extra.drl"), "package nz.cleancar.rules\n");
    var before = versionLiveIn(changed);

    // When
    try (var service = start(RunningService.SHIPPED_POLICY)) {
      var policies = service.getBean(Policies.class);

      // Then
      assertThat(policies.live().policy().version()).isNotEqualTo(before);
      assertThat(policies.version(before))
          .hasValueSatisfying(
              policy ->
                  assertThat(policy.policy().tables())
                      .isEqualTo(policies.live().policy().tables()));
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

  private PolicyVersion versionLiveIn(Path policy) {
    try (var service = start(policy)) {
      return service.getBean(Policies.class).live().policy().version();
    }
  }

  private ApplicationContext start(Path policy) {
    return ApplicationContext.run(
        Map.of("ccs.policy", policy.toString(), "ccs.data", data.toString()));
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
