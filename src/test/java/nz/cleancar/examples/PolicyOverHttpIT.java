package nz.cleancar.examples;

import static nz.cleancar.testing.Questions.aCar;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import nz.cleancar.policy.PolicyFolder;
import nz.cleancar.policy.PolicySources;
import nz.cleancar.policy.PolicyZip;
import nz.cleancar.testing.PolicyCopy;
import nz.cleancar.testing.RunningService;
import nz.cleancar.testing.RunningService.Answer;
import nz.cleancar.testing.RunningService.SignedIn;
import nz.cleancar.testing.TestPeople;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may go wrong on the way from a workbook to live policy, over HTTP. */
class PolicyOverHttpIT {

  private static final String RATES = "decision-tables/charge-rates.xlsx";

  @TempDir private static Path folder;
  private static RunningService service;
  private static SignedIn aroha;
  private static SignedIn ben;
  private static SignedIn ruth;
  private static String liveAtFirst;
  private static int edits;

  @BeforeAll
  static void start() {
    Path data = folder.resolve("data");
    var people = TestPeople.in(data);
    service =
        RunningService.start(
            PolicyCopy.of(RunningService.SHIPPED_POLICY, folder.resolve("shipped")).folder(), data);
    aroha = service.as(people.aroha());
    ben = service.as(people.ben());
    ruth = service.as(people.ruth());
    liveAtFirst = live();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /policy/versions",
    "GET, /policy/versions/live",
    "GET, /policy/versions/live/zip",
    "GET, /policy/versions/live/analysis",
    "GET, /policy/versions/live/comparison",
    "GET, /policy/versions/live/impact",
    "GET, /policy/versions/live/decision-tables/charge-rates.xlsx",
    "GET, /policy/publications",
    "POST, /policy/versions",
    "POST, /policy/versions/live/check",
    "POST, /policy/versions/live/approval",
    "POST, /policy/versions/live/publication",
    "DELETE, /policy/versions/live/publication",
    "POST, /policy/rollback"
  })
  void nothing_about_the_policy_answers_without_a_token(String method, String path) {
    // When
    var answer =
        service.send(
            HttpRequest.newBuilder(service.uri(path))
                .header(
                    "Content-Type",
                    path.endsWith("/versions") ? "application/zip" : "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString("{}"))
                .build());

    // Then
    assertThat(answer.status()).as(answer.body()).isEqualTo(401);
    assertThat(answer.at("/type")).isEqualTo("/problems/not-signed-in");
    assertThat(answer.response().headers().firstValue("WWW-Authenticate"))
        .hasValueSatisfying(value -> assertThat(value).startsWith("Bearer"));
  }

  @Test
  void a_token_that_is_nobodys_signs_nobody_in() {
    // When
    var answer =
        service.send(
            HttpRequest.newBuilder(service.uri("/policy/versions"))
                .header("Authorization", "Bearer ccs_nobody")
                .build());

    // Then
    assertThat(answer.status()).isEqualTo(401);
  }

  @Test
  void decisions_need_no_token() {
    // When
    var answer = service.post("/decisions/what-if", aCar().json());

    // Then
    assertThat(answer.status()).isEqualTo(200);
  }

  @Test
  void the_live_version_is_listed_read_and_downloaded_as_it_is() {
    // When
    byte[] zip = aroha.download("/policy/versions/live/zip");
    var listed = aroha.get("/policy/versions").json();

    // Then
    var files = ((PolicyZip.Unzipped.Files) unzip(zip)).files();
    assertThat(new PolicySources(files).version().name()).isEqualTo(live());
    assertThat(listed.findValuesAsText("version")).contains(live());
    assertThat(aroha.get("/policy/versions/" + live().substring(7, 20)).at("/version"))
        .isEqualTo(live());
  }

  @ParameterizedTest
  @CsvSource({"sha256:00", "nothing", "00000000", "sha256:" + "0123456789abcdef0123456789abcdef"})
  void a_version_that_there_is_not_is_not_found(String name) {
    // When
    var answer = aroha.get("/policy/versions/" + name);

    // Then
    assertThat(answer.status()).as(answer.body()).isEqualTo(404);
    assertThat(answer.at("/type")).isEqualTo("/problems/no-such-version");
  }

  @Test
  void a_gap_makes_a_draft_that_says_where_and_for_whom_and_never_goes_live() throws IOException {
    // Given
    byte[] gap = rates(rates -> rates.change("A17", "[2026-01-01..2026-12-31]"));

    // When
    var draft = aroha.handIn("charge-rates.xlsx", gap, "A gap in 2027");

    // Then
    assertThat(draft.status()).as(draft.body()).isEqualTo(201);
    assertThat(draft.at("/version/stage")).isEqualTo("DRAFT");
    var finding = finding(draft, "gap");
    assertThat(finding.at("/place/file").asText()).isEqualTo("charge-rates.xlsx");
    assertThat(finding.at("/shownBy/given/scheme").asText()).isEqualTo("PAYG");
    assertThat(finding.at("/shownBy/topic").asText()).isEqualTo("vehicle");
    String path = path(draft);
    var approval = ben.post(path + "/approval", approval(draft));
    assertThat(approval.at("/type")).as(approval.body()).isEqualTo("/problems/wrong-stage");
    var publication = aroha.post(path + "/publication", "{\"reason\": \"Hurry\"}");
    assertThat(publication.status()).isEqualTo(409);
    assertThat(live()).isEqualTo(liveAtFirst);
  }

  @Test
  void a_workbook_that_is_none_makes_a_draft_with_its_finding() {
    // When
    var draft =
        aroha.handIn(
            "charge-rates.xlsx", "no workbook".getBytes(StandardCharsets.UTF_8), "By mistake");

    // Then
    assertThat(draft.status()).as(draft.body()).isEqualTo(201);
    assertThat(draft.at("/version/stage")).isEqualTo("DRAFT");
    assertThat(draft.json().at("/findings").size()).isPositive();
    assertThat(live()).isEqualTo(liveAtFirst);
  }

  @Test
  void policy_staff_cannot_hand_in_rules_and_a_rule_engineer_can() {
    // Given
    byte[] rule =
        """
        package nz.cleancar.rules

        rule "A heavy tare is pointed out"
        when
          VehicleTypesRow(subject == true)
          eval(known.whole("tareWeight") > 3000)
        then
          known.reason("heavy-tare", "A tare weight of {tareWeight} kg is unusual.");
        end
        """
            .getBytes(StandardCharsets.UTF_8);

    // When
    var byStaff = aroha.handIn("rules/heavy-tare.drl", rule, "To point it out");
    var byEngineer = ruth.handIn("rules/heavy-tare.drl", rule, "To point it out");

    // Then
    assertThat(byStaff.status()).as(byStaff.body()).isEqualTo(403);
    assertThat(byStaff.at("/type")).isEqualTo("/problems/not-allowed");
    assertThat(byEngineer.status()).as(byEngineer.body()).isEqualTo(201);
    assertThat(byEngineer.at("/version/stage")).isEqualTo("CHECKED");
    var comparison = aroha.get(path(byEngineer) + "/comparison").json();
    assertThat(comparison.at("/meaning/proof/proved").asBoolean()).isFalse();
    assertThat(comparison.at("/meaning/sample/asked").asInt()).isPositive();
    assertThat(comparison.at("/cells/texts/0/file").asText()).isEqualTo("heavy-tare.drl");
  }

  @Test
  void policy_staff_bring_no_other_rules_in_by_naming_a_base() throws IOException {
    // Given
    byte[] comment = "package nz.cleancar.rules\n".getBytes(StandardCharsets.UTF_8);
    var engineers = ruth.handIn("rules/nothing.drl", comment, "An empty rule set");
    String base = engineers.at("/version/version");

    // When
    var byStaff =
        aroha.handIn(
            "charge-rates.xlsx&base=" + base, rates(rates -> rates.change("D17", 12)), "Rates");

    // Then
    assertThat(engineers.status()).as(engineers.body()).isEqualTo(201);
    assertThat(byStaff.status()).as(byStaff.body()).isEqualTo(403);
  }

  @Test
  void the_reports_name_every_file_that_differs() throws IOException {
    // Given
    var draft = handInRate(13);

    // When
    var reports = aroha.get(path(draft) + "/reports").json();

    // Then
    assertThat(reports.at("/files").toString())
        .isEqualTo("[{\"path\":\"" + RATES + "\",\"change\":\"CHANGED\"}]");
  }

  @Test
  void a_draft_is_asked_in_a_what_if_before_it_is_live() throws IOException {
    // Given
    var draft = handInRate(9);

    // When
    var answer =
        service.post(
            "/decisions/what-if",
            aCar()
                .json()
                .strip()
                .replaceFirst("\\}$", ", \"policyVersion\": \"%s\"}")
                .formatted(draft.at("/version/version")));

    // Then
    assertThat(answer.at("/charge/amount")).as(answer.body()).isEqualTo("372.60");
  }

  @Test
  void several_files_come_as_a_zip_and_others_stay_as_they_are() throws IOException {
    // Given
    var files = new TreeMap<String, byte[]>();
    files.put(RATES, rates(rates -> rates.change("D17", 6.25)));
    files.put(
        "decision-tables/administration-fee.xlsx",
        edited("administration-fee", table -> table.change("B10", 20)));

    // When
    var draft = aroha.handIn(PolicyZip.zip(new PolicySources(files)), "Rates and fee");

    // Then
    assertThat(draft.at("/version/stage")).as(draft.body()).isEqualTo("CHECKED");
    var cells = aroha.get(path(draft) + "/comparison").json().at("/cells/tables");
    assertThat(cells.findValuesAsText("table"))
        .containsExactly("administration-fee", "charge-rates");
  }

  @Test
  void the_same_files_again_are_the_same_version() throws IOException {
    // Given
    var first = handInRate(10);

    // When
    byte[] again = aroha.download(path(first) + "/" + RATES);
    var second = ben.handIn("charge-rates.xlsx", again, "The same");
    var approval = ben.post(path(first) + "/approval", approval(first));

    // Then
    assertThat(second.status()).as(second.body()).isEqualTo(200);
    assertThat(second.at("/version")).isEqualTo(first.at("/version/version"));
    assertThat(approval.at("/type")).isEqualTo("/problems/own-work");
  }

  @ParameterizedTest
  @CsvSource({
    "decision-tables/../../etc/passwd",
    "decision-tables/macro.xlsm",
    "elsewhere/charge-rates.xlsx",
    "rules/vocabulary.txt"
  })
  void a_path_that_is_no_part_of_a_policy_is_refused(String path) {
    // When
    var answer = ruth.handIn(path, new byte[] {1}, "A strange path");

    // Then
    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(answer.at("/errors/0/pointer")).startsWith("/files/");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "approval | {} | /reports",
        "approval | {\"reports\": \"yes\", \"reason\": \"\"} | /reports",
        "publication | {\"reason\": \"Now\", \"at\": \"soon\"} | /at",
        "publication | {\"reason\": \"Now\", \"at\": \"2026-09-27T02:30\"} | /at",
        "publication | {\"reason\": \"\", \"when\": \"2027-01-01T00:00\"} | /reason",
      })
  void a_request_with_faults_names_them(String what, String body, String pointer) {
    // When
    var answer = ben.post("/policy/versions/live/" + what, body);

    // Then
    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(answer.at("/errors/0/pointer")).isEqualTo(pointer);
  }

  @Test
  void a_time_in_the_past_is_refused_and_a_time_set_can_be_taken_back() throws IOException {
    // Given
    var draft = handInRate(11);
    String path = path(draft);
    assertThat(ben.post(path + "/approval", approval(draft)).status()).isEqualTo(200);

    // When
    var past = aroha.post(path + "/publication", at("2020-01-01T00:00"));
    var future = aroha.post(path + "/publication", at("2027-01-01T00:00"));
    var withdrawn = aroha.delete(path + "/publication?reason=Not%20yet");

    // Then
    assertThat(past.at("/errors/0/pointer")).as(past.body()).isEqualTo("/at");
    assertThat(future.at("/stage")).as(future.body()).isEqualTo("SCHEDULED");
    assertThat(future.at("/schedule/liveFrom")).isEqualTo("2027-01-01T00:00+13:00");
    assertThat(withdrawn.at("/stage")).as(withdrawn.body()).isEqualTo("APPROVED");
    assertThat(live()).isEqualTo(liveAtFirst);
  }

  @Test
  void the_first_version_cannot_be_rolled_back() {
    // When
    var answer = aroha.post("/policy/rollback", "{\"reason\": \"Try\"}");

    // Then
    assertThat(answer.status()).as(answer.body()).isEqualTo(409);
    assertThat(answer.at("/type")).isEqualTo("/problems/nothing-before");
  }

  @Test
  void a_workbook_comes_back_with_its_findings_and_reads_clean_once_mended() throws IOException {
    // Given
    byte[] gap = rates(rates -> rates.change("A17", "[2026-01-01..2026-12-30]"));
    var draft = aroha.handIn("charge-rates.xlsx", gap, "A gap of a year and a day");

    // When
    byte[] marked = aroha.download(path(draft) + "/" + RATES + "?marked=true");
    Path file = Files.write(folder.resolve("marked.xlsx"), marked);
    new PolicyCopy.Workbook(file).change("A17", "[2026-01-01..2027-12-31]");
    new PolicyCopy.Workbook(file).change("D17", 6.75);
    var mended = aroha.handIn("charge-rates.xlsx", Files.readAllBytes(file), "Mended");

    // Then
    assertThat(mended.at("/version/stage")).as(mended.body()).isEqualTo("CHECKED");
  }

  private static Answer handInRate(double rate) throws IOException {
    return aroha.handIn(
        "charge-rates.xlsx", rates(rates -> rates.change("D17", rate)), "Rate " + rate);
  }

  private interface Edit {
    void of(PolicyCopy.Workbook table);
  }

  private static byte[] rates(Edit edit) throws IOException {
    return edited("charge-rates", edit);
  }

  private static byte[] edited(String table, Edit edit) throws IOException {
    var copy = PolicyCopy.of(RunningService.SHIPPED_POLICY, folder.resolve("copy-" + edits++));
    edit.of(copy.table(table));
    return Files.readAllBytes(copy.table(table).file());
  }

  private static String live() {
    return aroha.get("/policy/versions/live").at("/version");
  }

  private static String path(Answer draft) {
    return "/policy/versions/" + draft.at("/version/version");
  }

  private static String approval(Answer draft) {
    return "{\"reports\": \"" + draft.at("/version/check/reports") + "\", \"reason\": \"Read\"}";
  }

  private static JsonNode finding(Answer draft, String code) {
    return StreamSupport.stream(draft.json().at("/findings").spliterator(), false)
        .filter(each -> each.at("/code").asText().equals(code))
        .findFirst()
        .orElseThrow(() -> new AssertionError("No " + code + " in " + draft.body()));
  }

  private static String at(String time) {
    return "{\"reason\": \"At its time\", \"at\": \"" + time + "\"}";
  }

  private static PolicyZip.Unzipped unzip(byte[] zip) {
    return PolicyZip.unzip(zip, PolicyFolder.DEFAULT_LIMITS);
  }
}
