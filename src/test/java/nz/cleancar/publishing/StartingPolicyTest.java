package nz.cleancar.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import nz.cleancar.policy.Finding;
import nz.cleancar.policy.Place;
import nz.cleancar.policy.PolicySources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 10, unit = TimeUnit.SECONDS)
class StartingPolicyTest {

  @Test
  void others_start_while_the_policy_is_being_compiled() {
    // Given
    var sources = new PolicySources(new TreeMap<>());
    var compiled = new StartingPolicy.Ready(sources, new FakePolicy(sources));
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
        .hasMessage(
            """
            The policy in /srv/policy cannot decide:
              charge-rates.xlsx, sheet Table, cell D7: error (number-as-text)
                expected a number
                found the text `45.00`
                Type the number again.
              acceptance.drl, line 12: error (syntax)
                expected `then`
                found `than`
                Write `then`.""");
  }
}
