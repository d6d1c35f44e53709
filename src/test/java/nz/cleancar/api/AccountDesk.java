package nz.cleancar.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import nz.cleancar.security.Role;
import nz.cleancar.testing.RunningService;
import nz.cleancar.testing.RunningService.Answer;
import nz.cleancar.testing.RunningService.SignedIn;
import nz.cleancar.testing.TestClock;
import nz.cleancar.testing.TestPeople;

/** A running service, and people who open accounts in it, run them and oversee them. */
final class AccountDesk implements AutoCloseable {

  static final String OPENING =
      """
      {"kind": "BUSINESS", "name": "Kiwi Imports", "email": "office@kiwi.example",
       "condition": "USED"}""";

  private static final String GRANT =
      """
      {"permissions": [%s]}""";

  static final String DECLARATIONS =
      """
      {"applicant": "Imports cars since 1998.", "relatedParties": "None.",
       "insolvency": "No proceedings."}""";

  final RunningService service;
  final SignedIn olive;
  final SignedIn mike;
  final SignedIn aroha;
  final SignedIn carl;

  /** With the policy that is shipped. */
  AccountDesk(Path data) {
    var oliveToken = TestPeople.add(data, "olive", Role.IMPORTER);
    var mikeToken = TestPeople.add(data, "mike", Role.IMPORTER);
    var arohaToken = TestPeople.add(data, "aroha", Role.AGENCY);
    var carlToken = TestPeople.add(data, "carl", Role.CERTIFIER);
    service = RunningService.startOnTestClock(RunningService.SHIPPED_POLICY, data);
    olive = service.as(oliveToken);
    mike = service.as(mikeToken);
    aroha = service.as(arohaToken);
    carl = service.as(carlToken);
  }

  /** The path of a new account of Olive's. */
  String opened() {
    return olive
        .post("/accounts", OPENING)
        .response()
        .headers()
        .firstValue("Location")
        .orElseThrow();
  }

  void grant(String account, String person, String... permissions) {
    var granted =
        olive.send(
            "PUT",
            account + "/people/" + person,
            GRANT.formatted('"' + String.join("\", \"", permissions) + '"'));
    assertThat(granted.status()).isEqualTo(200);
  }

  Answer suspend(
      String account, String ground, String noticeGivenOn, String firstDay, String lastDay) {
    return suspendAs(aroha, account, ground, noticeGivenOn, firstDay, lastDay);
  }

  Answer suspendAs(
      SignedIn who,
      String account,
      String ground,
      String noticeGivenOn,
      String firstDay,
      String lastDay) {
    return who.post(
        account + "/suspensions",
        """
        {"ground": "%s", "noticeGivenOn": %s, "firstDay": "%s", "lastDay": "%s",
         "reason": "For a test."}"""
            .formatted(
                ground,
                noticeGivenOn.isEmpty() ? "null" : '"' + noticeGivenOn + '"',
                firstDay,
                lastDay));
  }

  void today(String day) {
    service.bean(TestClock.class).moveTo(LocalDate.parse(day));
  }

  static String granting(String permissions) {
    return GRANT.formatted(permissions);
  }

  static List<String> codes(Answer answer) {
    return answer.json().at("/reasons").findValuesAsText("code");
  }

  @Override
  public void close() {
    service.close();
  }
}
