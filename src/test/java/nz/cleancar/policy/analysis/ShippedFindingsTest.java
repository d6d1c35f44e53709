package nz.cleancar.policy.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nz.cleancar.policy.Finding;
import nz.cleancar.policy.Finding.Severity;
import nz.cleancar.testing.ShippedPolicy;
import org.junit.jupiter.api.Test;

/** What analysis says of the policy that is shipped. */
class ShippedFindingsTest {

  private static final List<Finding> FINDINGS = new TablesAnalysis().findings(ShippedPolicy.read());

  private static List<String> told(Severity severity) {
    return FINDINGS.stream()
        .filter(finding -> finding.severity() == severity)
        .map(
            finding ->
                "%s@%s %s"
                    .formatted(
                        finding.code(),
                        finding.place().file().replace(".xlsx", ""),
                        finding.place().cell()))
        .toList();
  }

  @Test
  void nothing_keeps_it_from_going_live() {
    assertThat(told(Severity.ERROR)).isEmpty();
  }

  @Test
  void its_warnings_are_that_targets_and_weight_adjustment_end() {
    assertThat(told(Severity.WARNING))
        .containsExactly("ends@annual-targets B22", "ends@weight-adjustment B34");
  }

  @Test
  void its_notes_are_rows_that_say_what_was_said_before() {
    assertThat(told(Severity.NOTE))
        .containsExactly(
            "decides-nothing@fleet-composition A9:A10",
            "says-the-same@fleet-composition A9:E9",
            "unchanged@fleet-settlement A10:K10",
            "unchanged@fleet-settlement A12:K12",
            "unchanged@weight-adjustment A10:L10",
            "unchanged@weight-adjustment A11:L11",
            "unchanged@weight-adjustment A18:L18",
            "unchanged@weight-adjustment A19:L19",
            "unchanged@weight-adjustment A20:L20",
            "unchanged@weight-adjustment A21:L21",
            "unchanged@weight-adjustment A23:L23",
            "unchanged@weight-adjustment A25:L25",
            "unchanged@weight-adjustment A26:L26",
            "unchanged@weight-adjustment A27:L27",
            "unchanged@weight-adjustment A31:L31",
            "unchanged@weight-adjustment A32:L32",
            "unchanged@weight-adjustment A33:L33",
            "unchanged@weight-adjustment A34:L34");
  }
}
