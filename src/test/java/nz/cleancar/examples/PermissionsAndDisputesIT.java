package nz.cleancar.examples;

import static nz.cleancar.examples.Importing.done;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import nz.cleancar.testing.RunningService.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The five permissions, and the three grounds of a dispute, as SEED2 names them, over HTTP. */
class PermissionsAndDisputesIT {

  private static final String TODAY = "2026-03-02";

  private static Importing at;

  @BeforeAll
  static void start(@TempDir Path data) {
    at = Importing.start(data);
  }

  @AfterAll
  static void stop() {
    at.close();
  }

  @BeforeEach
  void today() {
    at.today(TODAY);
  }

  /** An account of Mere's with a vehicle that is ready and five credits, verified. */
  private static String account() {
    String account = at.opened(at.mere, "USED");
    at.ready(account, at.vin(), "103.6", TODAY);
    done(at.accept(at.mere, account, "\"all\"", false));
    at.verified(at.mere, account);
    return account;
  }

  private static Answer paulMay(String account, String permissions) {
    return at.mere.send(
        "PUT", "/accounts/" + account + "/people/paul", "{\"permissions\": [" + permissions + "]}");
  }

  private static Answer offer(String account, String to) {
    return at.paul.post(
        "/accounts/" + account + "/transfers", "{\"to\": \"%s\", \"credits\": 1}".formatted(to));
  }

  private static Answer rename(String account) {
    return at.paul.send("PATCH", "/accounts/" + account, "{\"name\": \"Tūī Imports\"}");
  }

  private static Answer letsRuaLook(String account) {
    return at.paul.send(
        "PUT", "/accounts/" + account + "/people/rua", "{\"permissions\": [\"VIEW_ACCOUNT\"]}");
  }

  private static Answer dispute(String vehicle, String ground) {
    return at.paul.post(
        "/vehicles/" + vehicle + "/disputes",
        "{\"ground\": \"%s\", \"text\": \"Look at it, please.\"}".formatted(ground));
  }

  @Test
  void whoever_may_only_view_is_refused_each_of_the_other_four() {
    // Given
    String account = account();
    String other = at.opened(at.paul, "USED");
    at.verified(at.paul, other);
    String id = at.ready(account, at.vin(), "100", TODAY);
    var stranger = at.paul.get("/accounts/" + account);

    // When
    done(paulMay(account, "\"VIEW_ACCOUNT\""));
    var seen = at.paul.get("/accounts/" + account);
    var granted = letsRuaLook(account);
    var accepted = at.accept(at.paul, account, "[\"" + id + "\"]", false);
    var disputed = dispute(id, "CO2_VALUE");
    var offered = offer(account, other);
    var edited = rename(account);

    // Then
    assertThat(stranger.status()).isEqualTo(404);
    assertThat(seen.status()).isEqualTo(200);
    isMissing(granted, "GRANT_PERMISSIONS");
    isMissing(accepted, "ACCEPT_VEHICLES");
    isMissing(disputed, "ACCEPT_VEHICLES");
    isMissing(offered, "TRANSFER_CREDITS");
    isMissing(edited, "EDIT_DETAILS");
  }

  private static void isMissing(Answer refused, String permission) {
    assertThat(refused.status()).as(refused.body()).isEqualTo(403);
    assertThat(refused.at("/reasons/0/code")).isEqualTo("permission-missing");
    assertThat(refused.at("/reasons/0/says")).contains(permission);
  }

  @Test
  void each_permission_allows_what_it_is_called_after_and_nothing_else() {
    // Given
    String account = account();
    String other = at.opened(at.paul, "USED");
    at.verified(at.paul, other);
    String id = at.ready(account, at.vin(), "100", TODAY);
    String doubted = at.ready(account, at.vin(), "100", TODAY);

    // When
    done(paulMay(account, "\"VIEW_ACCOUNT\", \"GRANT_PERMISSIONS\""));
    var granted = letsRuaLook(account);
    isMissing(offer(account, other), "TRANSFER_CREDITS");
    done(paulMay(account, "\"VIEW_ACCOUNT\", \"TRANSFER_CREDITS\""));
    var offered = offer(account, other);
    isMissing(dispute(doubted, "CO2_VALUE"), "ACCEPT_VEHICLES");
    done(paulMay(account, "\"VIEW_ACCOUNT\", \"ACCEPT_VEHICLES\""));
    var disputed = dispute(doubted, "CO2_VALUE");
    var accepted = at.accept(at.paul, account, "[\"" + id + "\"]", false);
    isMissing(rename(account), "EDIT_DETAILS");
    done(paulMay(account, "\"VIEW_ACCOUNT\", \"EDIT_DETAILS\""));
    var edited = rename(account);
    isMissing(letsRuaLook(account), "GRANT_PERMISSIONS");

    // Then
    assertThat(granted.status()).as(granted.body()).isBetween(200, 299);
    assertThat(offered.at("/state")).as(offered.body()).isEqualTo("OFFERED");
    assertThat(disputed.at("/ground")).as(disputed.body()).isEqualTo("CO2_VALUE");
    assertThat(at.mere.get("/vehicles/" + id).at("/record/step"))
        .as(accepted.body())
        .isEqualTo("ACCEPTED");
    assertThat(edited.at("/holder/name")).as(edited.body()).isEqualTo("Tūī Imports");
  }

  @Test
  void a_record_is_disputed_before_it_is_accepted_the_agency_is_told_and_corrects_it() {
    // Given
    String account = at.opened(at.mere, "USED");
    String vin = at.vin();
    String id = at.ready(account, vin, "150", TODAY);
    String dispute = "{\"ground\": \"CO2_VALUE\", \"text\": \"The label says 100 g/km.\"}";

    // When
    var disputed = done(at.mere.post("/vehicles/" + id + "/disputes", dispute));
    var told = at.agency.get("/agency/notices");
    var meanwhile = at.accept(at.mere, account, "[\"" + id + "\"]", true);
    done(resolve(disputed, "CORRECTED", ""));
    at.registered(vin, "USED", 2, "100");
    var corrected = at.mere.get("/vehicles/" + id);
    done(at.accept(at.mere, account, "[\"" + id + "\"]", false));
    var tooLate = at.mere.post("/vehicles/" + id + "/disputes", dispute);

    // Then
    assertThat(told.body()).contains(vin, "The label says 100 g/km.");
    assertThat(meanwhile.body()).contains("disputed");
    assertThat(corrected.at("/record/decided/credits")).isEqualTo("8.6");
    assertThat(tooLate.status()).isEqualTo(409);
    assertThat(tooLate.at("/reasons/0/code")).isEqualTo("not-disputable");
    assertThat(at.mere.get("/accounts/" + account + "/notices").body())
        .contains("Your dispute about VIN %s was resolved: CORRECTED".formatted(vin))
        .contains("We looked into it.");
  }

  private static Answer resolve(Answer disputed, String resolution, String account) {
    String to = account.isEmpty() ? "" : ", \"accountNumber\": \"" + account + "\"";
    return at.agency.post(
        "/disputes/" + disputed.at("/id") + "/resolution",
        "{\"resolution\": \"%s\", \"answer\": \"We looked into it.\"%s}".formatted(resolution, to));
  }

  @Test
  void a_vehicle_in_the_wrong_account_is_disputed_and_moved_to_the_right_one() {
    // Given
    String wrong = at.opened(at.mere, "USED");
    String right = at.opened(at.paul, "USED");
    String vin = at.vin();
    String id = at.ready(wrong, vin, "100", TODAY);

    // When
    var disputed =
        done(
            at.mere.post(
                "/vehicles/" + id + "/disputes",
                "{\"ground\": \"WRONG_ACCOUNT\", \"text\": \"It is Paul's.\"}"));
    var told = at.agency.get("/agency/notices");
    done(resolve(disputed, "MOVED", right));
    done(at.accept(at.paul, right, "[\"" + id + "\"]", false));

    // Then
    assertThat(told.body()).contains(vin, "It is Paul's.");
    assertThat(at.mere.get("/accounts/" + wrong + "/vehicles").json().at("/vehicles")).isEmpty();
    assertThat(at.mayProceed(vin)).isEqualTo("true");
    assertThat(at.mere.get("/accounts/" + wrong + "/notices").body())
        .contains("Your dispute about VIN %s was resolved: MOVED".formatted(vin));
  }

  @Test
  void a_vehicle_that_misses_from_an_account_is_disputed_and_comes_into_it() {
    // Given: a certifier mistook the account's number
    String mistaken = at.opened(at.paul, "USED");
    String account = at.opened(at.mere, "USED");
    String vin = at.vin();
    String id = at.ready(mistaken, vin, "100", TODAY);

    // When
    var disputed =
        done(
            at.mere.post(
                "/accounts/" + account + "/disputes",
                "{\"vin\": \"%s\", \"text\": \"It is not in our account.\"}".formatted(vin)));
    var told = at.agency.get("/agency/notices");
    done(resolve(disputed, "MOVED", ""));
    var vehicles = at.mere.get("/accounts/" + account + "/vehicles");
    done(at.accept(at.mere, account, "[\"" + id + "\"]", false));

    // Then
    assertThat(disputed.at("/ground")).isEqualTo("MISSING_VEHICLE");
    assertThat(told.body()).contains(vin, "It is not in our account.");
    assertThat(vehicles.at("/vehicles/0/vin")).isEqualTo(vin);
    assertThat(at.paul.get("/accounts/" + mistaken + "/vehicles").json().at("/vehicles")).isEmpty();
    assertThat(at.mayProceed(vin)).isEqualTo("true");
  }
}
