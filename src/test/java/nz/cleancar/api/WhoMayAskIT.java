package nz.cleancar.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import nz.cleancar.security.Role;
import nz.cleancar.testing.RunningService;
import nz.cleancar.testing.RunningService.Answer;
import nz.cleancar.testing.RunningService.SignedIn;
import nz.cleancar.testing.Samples;
import nz.cleancar.testing.TestPeople;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is told what is decided of an account that somebody opened. */
class WhoMayAskIT {

  private static RunningService service;
  private static SignedIn olive;
  private static SignedIn paul;
  private static List<SignedIn> allowed;
  private static String opened;

  @BeforeAll
  static void start(@TempDir Path data) {
    var oliveToken = TestPeople.add(data, "olive", Role.IMPORTER);
    var paulToken = TestPeople.add(data, "paul", Role.IMPORTER);
    var agencyToken = TestPeople.add(data, "aroha", Role.AGENCY);
    var certifierToken = TestPeople.add(data, "vinnz", Role.CERTIFIER);
    var staffToken = TestPeople.add(data, "pita", Role.POLICY_STAFF);
    service = RunningService.start(RunningService.SHIPPED_POLICY, data);
    olive = service.as(oliveToken);
    paul = service.as(paulToken);
    opened =
        olive
            .post(
                "/accounts",
                """
                {"kind": "PERSON", "name": "Olive", "email": "olive@kiwi.example",
                 "condition": "USED"}""")
            .at("/number");
    allowed =
        List.of(olive, service.as(agencyToken), service.as(certifierToken), service.as(staffToken));
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void anybody_may_try_the_sample_accounts() {
    // When
    var decided = service.post("/decisions", Samples.request());

    // Then
    assertThat(decided.status()).isEqualTo(201);
    assertThat(service.get("/decisions/" + decided.at("/id")).status()).isEqualTo(200);
    assertThat(paul.get("/decisions/" + decided.at("/id")).status()).isEqualTo(200);
  }

  @Test
  void an_opened_account_is_for_its_people_certifiers_the_agency_and_policy_staff() {
    for (SignedIn who : allowed) {
      // When
      var decided = who.post("/decisions", asked());

      // Then
      assertThat(decided.status()).as(decided.body()).isEqualTo(201);
      assertThat(who.get("/decisions/" + decided.at("/id")).status()).isEqualTo(200);
      assertThat(who.post("/decisions/what-if", asked()).status()).isEqualTo(200);
      assertThat(who.post("/decisions/" + decided.at("/id") + "/replay", "").status())
          .isEqualTo(200);
    }
  }

  @Test
  void to_anybody_else_an_opened_account_is_as_one_that_is_not_there() {
    // Given
    String nowhere = about("CO2-999999");
    String decided = olive.post("/decisions", asked()).at("/id");

    // Then
    assertThat(paul.post("/decisions", asked()).body())
        .isEqualTo(paul.post("/decisions", nowhere).body().replace("CO2-999999", opened));
    assertThat(
            List.of(
                service.post("/decisions", asked()).status(),
                service.post("/decisions/what-if", asked()).status(),
                paul.post("/decisions", asked()).status(),
                paul.post("/decisions/what-if", asked()).status()))
        .containsOnly(422);
    assertThat(
            List.of(
                service.get("/decisions/" + decided).status(),
                service.post("/decisions/" + decided + "/replay", "").status(),
                paul.get("/decisions/" + decided).status()))
        .containsOnly(404);
    assertThat(batch().body()).contains("/problems/unknown-account").doesNotContain("acceptance");
  }

  private static String asked() {
    return about(opened);
  }

  private static String about(String account) {
    return Samples.request().replace("CO2-100001", account);
  }

  private static Answer batch() {
    return service.send(
        HttpRequest.newBuilder(service.uri("/decisions/batch"))
            .header("Content-Type", "application/x-ndjson")
            .POST(BodyPublishers.ofString(asked().replace('\n', ' ')))
            .build());
  }
}
