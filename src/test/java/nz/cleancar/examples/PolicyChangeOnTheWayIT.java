package nz.cleancar.examples;

import static nz.cleancar.examples.Importing.done;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import nz.cleancar.testing.PolicyCopy;
import nz.cleancar.testing.RunningService;
import nz.cleancar.testing.RunningService.SignedIn;
import nz.cleancar.testing.TestPeople;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The policy changes while vehicles are on their way into an account. */
class PolicyChangeOnTheWayIT {

  @TempDir private Path folder;

  @Test
  void a_rate_that_is_published_between_entered_and_ready_applies_by_the_legal_date_alone()
      throws IOException {
    Path data = folder.resolve("data");
    var people = TestPeople.in(data);
    var policy = PolicyCopy.of(RunningService.SHIPPED_POLICY, folder.resolve("policy"));
    try (var at = Importing.start(policy.folder(), data)) {
      // Given: two like vehicles that are entered under the rate of $6 a gram
      at.today("2026-02-20");
      String account = at.opened(at.mere, "USED");
      String before = at.vin();
      String after = at.vin();
      at.registered(before, "USED", 1, "150");
      at.registered(after, "USED", 1, "150");
      at.assigned(at.feed, "\"vin\": \"" + before + "\"", account);
      at.assigned(at.feed, "\"vin\": \"" + after + "\"", account);

      // When: the rate of $7 from 1 March is published, and then both become ready
      publish(at.service().as(people.aroha()), at.service().as(people.ben()));
      at.today("2026-03-02");
      String readyBefore = at.certified(before, account, 1, "2026-02-28").at("/vehicle/id");
      String readyAfter = at.certified(after, account, 1, "2026-03-01").at("/vehicle/id");

      // Then: each is charged by the law of the day that it was certified, and says so
      assertThat(at.mere.get("/vehicles/" + readyBefore).at("/record/decided/charge"))
          .isEqualTo("248.40");
      assertThat(at.mere.get("/vehicles/" + readyAfter).at("/record/decided/charge"))
          .isEqualTo("289.80");
      assertThat(why(at, readyBefore))
          .contains("On 2026-02-28 each gram above target costs $6.00")
          .contains("A17:");
      assertThat(why(at, readyAfter))
          .contains("On 2026-03-01 each gram above target costs $7.00")
          .contains("A25:");
    }
  }

  private static String why(Importing at, String vehicle) {
    String decision = at.mere.get("/vehicles/" + vehicle).at("/record/decided/decisionId");
    return done(at.mere.get("/decisions/" + decision)).body();
  }

  private void publish(SignedIn aroha, SignedIn ben) throws IOException {
    Path file =
        Files.write(
            folder.resolve("charge-rates.xlsx"),
            aroha.download("/policy/versions/live/decision-tables/charge-rates.xlsx"));
    var rates = new PolicyCopy.Workbook(file);
    rates.change("A17", "[2026-01-01..2026-02-28]");
    rates.add(
        "[2026-03-01..2027-12-31]",
        "PAYG",
        "USED",
        7,
        2,
        "HALF_UP",
        "ON_ACCEPTANCE",
        "An Act of 2026",
        "enacted",
        "");
    var draft = done(aroha.handIn("charge-rates.xlsx", Files.readAllBytes(file), "From 1 March"));
    String path = "/policy/versions/" + draft.at("/version/version");
    done(
        ben.post(
            path + "/approval",
            "{\"reports\": \"%s\", \"reason\": \"As the Act says\"}"
                .formatted(draft.at("/version/check/reports"))));
    var live = done(aroha.post(path + "/publication", "{\"reason\": \"From 1 March\"}"));
    assertThat(live.at("/stage")).as(live.body()).isEqualTo("LIVE");
  }
}
