package nz.cleancar.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import nz.cleancar.notice.Notice;
import nz.cleancar.notice.NoticeKind;
import nz.cleancar.notice.Outbox;
import nz.cleancar.security.AccessToken;
import nz.cleancar.security.Role;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.testing.RunningService;
import nz.cleancar.testing.RunningService.Answer;
import nz.cleancar.testing.RunningService.SignedIn;
import nz.cleancar.testing.TestPeople;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Notices over HTTP, to whoever may read them. */
class NoticesOverHttpIT {

  private static RunningService service;
  private static SignedIn olive;
  private static SignedIn mike;
  private static SignedIn aroha;
  private static String path;

  @BeforeAll
  static void start(@TempDir Path data) {
    AccessToken oliveToken = TestPeople.add(data, "olive", Role.IMPORTER);
    AccessToken mikeToken = TestPeople.add(data, "mike", Role.IMPORTER);
    AccessToken arohaToken = TestPeople.add(data, "aroha", Role.AGENCY);
    service = RunningService.startOnTestClock(RunningService.SHIPPED_POLICY, data);
    olive = service.as(oliveToken);
    mike = service.as(mikeToken);
    aroha = service.as(arohaToken);
    path =
        olive
            .post(
                "/accounts",
                """
                {"kind": "BUSINESS", "name": "Kiwi Imports", "email": "office@kiwi.example",
                 "condition": "USED"}\
                """)
            .response()
            .headers()
            .firstValue("Location")
            .orElseThrow();
    var account = new AccountNumber(path.substring("/accounts/".length()));
    var outbox = service.bean(Outbox.class);
    for (String once : new String[] {"first", "second", "third"}) {
      outbox.post(
          Notice.toHolder(
              NoticeKind.VEHICLE,
              account,
              new Notice.Letter("office@kiwi.example", "The " + once, "A vehicle waits."),
              once));
    }
    outbox.post(Notice.toAgency(NoticeKind.DISPUTE, account, "A dispute", "Of it.", "d1"));
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void a_holder_reads_what_they_were_told_page_by_page() {
    // When
    Answer first = olive.get(path + "/notices?limit=2");
    Answer rest = olive.get(path + "/notices?limit=2&after=" + first.at("/next"));

    // Then
    assertThat(first.json().findValuesAsText("subject")).containsExactly("The third", "The second");
    assertThat(rest.json().findValuesAsText("subject")).containsExactly("The first");
    assertThat(rest.at("/next")).isEmpty();
    assertThat(rest.at("/notices/0/to")).isEqualTo("office@kiwi.example");
    assertThat(rest.at("/notices/0/delivery/state")).isEqualTo("WAITING");
    assertThat(rest.at("/notices/0/postedAt")).startsWith("2026-03-02T");
  }

  @Test
  void nobody_else_reads_them() {
    // Then
    assertThat(mike.get(path + "/notices").status()).isEqualTo(404);
    assertThat(olive.get("/agency/notices").status()).isEqualTo(403);
    assertThat(service.get(path + "/notices").status()).isEqualTo(401);
  }

  @Test
  void the_agency_reads_all_and_those_in_a_state() {
    // When
    Answer all = aroha.get("/agency/notices");
    Answer waiting = aroha.get("/agency/notices?state=WAITING");
    Answer sent = aroha.get("/agency/notices?state=SENT");

    // Then
    assertThat(all.json().findValuesAsText("subject"))
        .containsExactly("A dispute", "The third", "The second", "The first");
    assertThat(all.json().at("/notices/0").has("to")).isFalse();
    assertThat(waiting.body()).isEqualTo(all.body());
    assertThat(sent.json().at("/notices")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"limit=0", "limit=501", "after=x", "after=%00", "state=waiting"})
  void what_cannot_be_asked_is_told(String query) {
    // When
    Answer answer = aroha.get("/agency/notices?" + query);

    // Then
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.at("/type")).isEqualTo("/problems/invalid-request");
  }
}
