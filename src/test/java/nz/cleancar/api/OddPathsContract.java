package nz.cleancar.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nz.cleancar.database.TestDatabase;
import nz.cleancar.security.Role;
import nz.cleancar.testing.RunningService;
import nz.cleancar.testing.RunningService.SignedIn;
import nz.cleancar.testing.TestPeople;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Paths and cursors that name nothing, over HTTP, whichever database it is. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OddPathsContract {

  private static final List<String> ODD =
      List.of(
          "x",
          "%20",
          "0123456789abcdefghjkmnpqrs",
          "0123456789ABCDEFGHJKMNPQR%00",
          "%00",
          "0123456789ABCDEFGHJKMNPQR%27",
          "%F0%9F%9A%97",
          "%EF%BF%BF%0D%0A",
          "A".repeat(1_000),
          "%C4%80".repeat(200));

  private RunningService service;
  private SignedIn olive;
  private SignedIn aroha;
  private SignedIn ria;
  private String account;

  abstract TestDatabase database(Path folder);

  @BeforeAll
  void start(@TempDir Path data) {
    var oliveToken = TestPeople.add(data, "olive", Role.IMPORTER);
    var arohaToken = TestPeople.add(data, "aroha", Role.AGENCY);
    var riaToken = TestPeople.add(data, "ria", Role.RULE_ENGINEER);
    var properties = new HashMap<>(database(data).properties());
    properties.put("ccs.payments.provider", "sandbox");
    service = RunningService.start(RunningService.SHIPPED_POLICY, data, Map.copyOf(properties));
    olive = service.as(oliveToken);
    aroha = service.as(arohaToken);
    ria = service.as(riaToken);
    account =
        olive
            .post(
                "/accounts",
                """
                {"kind": "PERSON", "name": "Olive", "email": "olive@kiwi.example",
                 "condition": "USED"}\
                """)
            .at("/number");
  }

  @AfterAll
  void stop() {
    service.close();
  }

  private SignedIn signedIn(String who) {
    return switch (who) {
      case "aroha" -> aroha;
      case "ria" -> ria;
      case String _ -> olive;
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "olive | GET    | /accounts/{odd} |",
        "olive | GET    | /accounts/{odd}/payments |",
        "olive | GET    | /accounts/{odd}/ledger |",
        "olive | GET    | /accounts/{odd}/dashboard |",
        "olive | GET    | /accounts/{odd}/notices |",
        "olive | GET    | /accounts/{odd}/vehicles |",
        "olive | GET    | /accounts/{number}/people/{odd} |",
        "olive | GET    | /accounts/{number}/payments/{odd} |",
        "olive | GET    | /accounts/{number}/transfers/{odd} |",
        "olive | GET    | /accounts/{number}/fleet-years/{odd} |",
        "olive | POST   | /transfers/{odd}/agreement |",
        "olive | DELETE | /transfers/{odd} |",
        "olive | GET    | /vehicles/{odd} |",
        "olive | GET    | /vehicles/{odd}/print-out |",
        "olive | POST   | /vehicles/{odd}/disputes | {\"ground\": \"CO2_VALUE\", \"text\": \"No.\"}",
        "ria   | GET    | /policy/versions/{odd} |",
        "aroha | GET    | /certification/{odd} |",
        "aroha | POST   | /disputes/{odd}/resolution | {\"resolution\": \"UPHELD\", \"answer\": \"No.\"}",
        "aroha | POST   | /agency/payments/{odd}/ending | {\"reason\": \"None.\"}",
        "aroha | POST   | /agency/payments/discrepancies/{odd}/resolution | {\"note\": \"None.\"}",
        "aroha | POST   | /accounts/{number}/fleet-average-applications/{odd}/decision | {\"approved\": false, \"reason\": \"No.\"}",
      })
  void what_names_nothing_is_not_found(String who, String method, String path, String body) {
    // When
    var answers = new ArrayList<String>();
    for (String odd : ODD) {
      String asked = path.replace("{number}", account).replace("{odd}", odd);
      int status = signedIn(who).send(method, asked, body == null ? "" : body).status();
      answers.add(odd.substring(0, Math.min(30, odd.length())) + " " + status);
    }

    // Then
    assertThat(answers).allMatch(answer -> answer.endsWith(" 404"));
  }

  @ParameterizedTest
  @CsvSource({
    "olive, /accounts?after=",
    "olive, /accounts/{number}/payments?after=",
    "olive, /accounts/{number}/transfers?after=",
    "olive, /accounts/{number}/ledger?after=",
    "olive, /accounts/{number}/notices?after=",
    "olive, /accounts/{number}/vehicles?after=",
    "olive, /accounts/{number}/disputes?after=",
    "olive, /decisions/",
    "aroha, /agency/payments/discrepancies?after=",
    "aroha, /agency/disputes?after=",
    "aroha, /agency/notices?after=",
    "aroha, /agency/contacts?after=",
  })
  void an_odd_cursor_is_told_so(String who, String path) {
    // When
    var answers = new ArrayList<String>();
    for (String odd : ODD) {
      int status = signedIn(who).get(path.replace("{number}", account) + odd).status();
      answers.add(odd.substring(0, Math.min(30, odd.length())) + " " + status);
    }

    // Then
    assertThat(answers).allMatch(answer -> answer.endsWith(" 400"));
  }
}
