package nz.cleancar.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.TreeMap;
import nz.cleancar.policy.Finding;
import nz.cleancar.policy.PolicyFolder;
import nz.cleancar.policy.PolicySources;
import nz.cleancar.testing.PolicyCopy;
import nz.cleancar.testing.ShippedPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrialRunTest {

  private static final PolicySources NOT_READ = new PolicySources(new TreeMap<>());

  @TempDir private Path folder;

  @Test
  void the_shipped_rules_answer() {
    // Given
    try (var policy = ShippedPolicy.compiled()) {
      // When
      var findings = new TrialRun(64).findings(NOT_READ, policy);

      // Then
      assertThat(findings).isEmpty();
    }
  }

  @Test
  void a_rule_that_fails_is_found_and_named() {
    // Given
    var copy = PolicyCopy.of(ShippedPolicy.FOLDER, folder);
    copy.file("rules/acceptance.drl")
        .append(
            """

            rule "Fails whatever it is asked"
            when
              VehicleTypesRow(subject == true)
            then
              known.decimal("vehicleClass");
            end
            """);
    try (var policy = ShippedPolicy.compiled(folder)) {
      // When
      var findings = new TrialRun(64).findings(NOT_READ, policy);

      // Then
      assertThat(findings).extracting(Finding::code).containsExactly("rules-fail");
      assertThat(findings.getFirst().isError()).isTrue();
      assertThat(findings.getFirst().found()).contains("Fails whatever it is asked");
      assertThat(new PolicyFolder(folder).read().findings()).isEmpty();
    }
  }
}
