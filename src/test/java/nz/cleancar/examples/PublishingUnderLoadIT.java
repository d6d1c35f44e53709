package nz.cleancar.examples;

import static nz.cleancar.testing.Questions.aCar;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import nz.cleancar.testing.PolicyCopy;
import nz.cleancar.testing.RunningService;
import nz.cleancar.testing.RunningService.SignedIn;
import nz.cleancar.testing.TestPeople;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Decisions that are being made while two versions take turns in being live. */
class PublishingUnderLoadIT {

  private static final int PUBLICATIONS = 20;
  private static final int ASKERS = 8;

  @TempDir private Path folder;

  private record Answered(String version, String amount) {}

  @Test
  void no_decision_fails_and_each_is_what_its_version_decides() throws Exception {
    // Given
    Path data = folder.resolve("data");
    var people = TestPeople.in(data);
    try (var service =
            RunningService.start(
                PolicyCopy.of(RunningService.SHIPPED_POLICY, folder.resolve("shipped")).folder(),
                data);
        var askers = Executors.newFixedThreadPool(ASKERS)) {
      var aroha = service.as(people.aroha());
      String first = aroha.get("/policy/versions/live").at("/version");
      String second = another(aroha, service.as(people.ben()));
      var amounts = Map.of(first, "248.40", second, "269.10");
      var goOn = new AtomicBoolean(true);
      Callable<List<Answered>> asking = () -> askWhile(goOn, service);
      List<Future<List<Answered>>> answers = new ArrayList<>();
      for (int i = 0; i < ASKERS; i++) {
        answers.add(askers.submit(asking));
      }

      // When
      for (int i = 0; i < PUBLICATIONS; i++) {
        publish(aroha, i % 2 == 0 ? second : first);
      }
      goOn.set(false);

      // Then
      var all = new ArrayList<Answered>();
      for (Future<List<Answered>> each : answers) {
        all.addAll(each.get());
      }
      assertThat(all)
          .allSatisfy(
              answer -> assertThat(answer.amount()).isEqualTo(amounts.get(answer.version())));
      assertThat(all.stream().map(Answered::version).distinct())
          .containsExactlyInAnyOrder(first, second);
    }
  }

  private static List<Answered> askWhile(AtomicBoolean goOn, RunningService service) {
    String question = aCar().json();
    var answers = new ArrayList<Answered>();
    while (goOn.get()) {
      var answer = service.post("/decisions/what-if", question);
      assertThat(answer.status()).as(answer.body()).isEqualTo(200);
      answers.add(new Answered(answer.at("/policyVersion"), answer.at("/charge/amount")));
    }
    return answers;
  }

  private String another(SignedIn aroha, SignedIn ben) throws IOException {
    var copy = PolicyCopy.of(RunningService.SHIPPED_POLICY, folder.resolve("other"));
    var rates = copy.table("charge-rates");
    rates.change("D17", 6.5);
    var draft = aroha.handIn("charge-rates.xlsx", Files.readAllBytes(rates.file()), "Another rate");
    String version = draft.at("/version/version");
    var approved =
        ben.post(
            "/policy/versions/" + version + "/approval",
            "{\"reports\": \"%s\", \"reason\": \"Read\"}"
                .formatted(draft.at("/version/check/reports")));
    assertThat(approved.at("/stage")).as(approved.body()).isEqualTo("APPROVED");
    return version;
  }

  private static void publish(SignedIn person, String version) {
    var answer =
        person.post("/policy/versions/" + version + "/publication", "{\"reason\": \"Turns\"}");
    assertThat(answer.at("/stage")).as(answer.body()).isEqualTo("LIVE");
  }
}
