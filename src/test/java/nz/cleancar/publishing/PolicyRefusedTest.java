package nz.cleancar.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nz.cleancar.policy.Finding;
import nz.cleancar.policy.Place;
import org.junit.jupiter.api.Test;

class PolicyRefusedTest {

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

    // When
    var refused = new PolicyRefused("The policy in /srv/policy", findings);

    // Then
    assertThat(refused.findings()).isEqualTo(findings);
    assertThat(refused)
        .hasMessageStartingWith("The policy in /srv/policy cannot decide:")
        .hasMessageContainingAll(findings.get(0).lines(), findings.get(1).lines());
  }
}
