package nz.cleancar.publishing;

import static nz.cleancar.publishing.PolicyOffice.ANA;
import static nz.cleancar.publishing.PolicyOffice.BEN;
import static nz.cleancar.publishing.PolicyOffice.MORNING;
import static nz.cleancar.publishing.PolicyOffice.WHY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import nz.cleancar.policy.PolicyVersion;
import nz.cleancar.publishing.Move.Why;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each move in each stage of a version's life: where it leads, or why it is refused. */
class LifeTest {

  private final PolicyOffice office = new PolicyOffice();

  /** A version that came to the stage. */
  private PolicyVersion given(String stage) {
    return switch (stage) {
      case "NOBODYS" -> new PolicyVersion("sha256:" + "0".repeat(64));
      case "FAILED" -> office.draft("gap");
      case "CHECKED" -> office.draft("rates");
      case "APPROVED" -> office.approved("rates");
      case "SCHEDULED" -> office.scheduled("rates", MORNING.plus(Duration.ofDays(1)));
      case "LIVE" -> office.published("rates");
      case "RETIRED" -> {
        var version = office.published("rates");
        office.published("targets");
        yield version;
      }
      default -> throw new IllegalArgumentException(stage);
    };
  }

  /** What comes of trying the move. */
  private Move when(String move, PolicyVersion version) {
    var versions = office.versions();
    return switch (move) {
      case "CHECK" ->
          switch (versions.check(version)) {
            case Checking.Done(Version checked, var _) -> new Move.Made(checked);
            case Checking.NotDone(Move.Refused refused) -> refused;
          };
      case "APPROVE" -> versions.approve(BEN, version, latestReports(version), WHY);
      case "PUBLISH" -> versions.publish(ANA, version, WHY);
      case "SCHEDULE" -> versions.schedule(ANA, version, MORNING.plus(Duration.ofHours(1)), WHY);
      case "WITHDRAW" -> versions.withdraw(ANA, version, WHY);
      default -> throw new IllegalArgumentException(move);
    };
  }

  private ReportsDigest latestReports(PolicyVersion version) {
    return office
        .versions()
        .find(version)
        .flatMap(Version::check)
        .map(Check::reports)
        .orElse(ReportsDigest.of("none"));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          NOBODYS,   CHECK,    UNKNOWN_VERSION
          NOBODYS,   APPROVE,  UNKNOWN_VERSION
          NOBODYS,   PUBLISH,  UNKNOWN_VERSION
          NOBODYS,   SCHEDULE, UNKNOWN_VERSION
          NOBODYS,   WITHDRAW, UNKNOWN_VERSION
          FAILED,    CHECK,    Draft
          FAILED,    APPROVE,  WRONG_STAGE
          FAILED,    PUBLISH,  WRONG_STAGE
          FAILED,    SCHEDULE, WRONG_STAGE
          FAILED,    WITHDRAW, WRONG_STAGE
          CHECKED,   CHECK,    Checked
          CHECKED,   APPROVE,  Approved
          CHECKED,   PUBLISH,  WRONG_STAGE
          CHECKED,   SCHEDULE, WRONG_STAGE
          CHECKED,   WITHDRAW, WRONG_STAGE
          APPROVED,  CHECK,    Approved
          APPROVED,  APPROVE,  WRONG_STAGE
          APPROVED,  PUBLISH,  Live
          APPROVED,  SCHEDULE, Scheduled
          APPROVED,  WITHDRAW, WRONG_STAGE
          SCHEDULED, CHECK,    WRONG_STAGE
          SCHEDULED, APPROVE,  WRONG_STAGE
          SCHEDULED, PUBLISH,  WRONG_STAGE
          SCHEDULED, SCHEDULE, WRONG_STAGE
          SCHEDULED, WITHDRAW, Approved
          LIVE,      CHECK,    WRONG_STAGE
          LIVE,      APPROVE,  WRONG_STAGE
          LIVE,      PUBLISH,  WRONG_STAGE
          LIVE,      SCHEDULE, WRONG_STAGE
          LIVE,      WITHDRAW, WRONG_STAGE
          RETIRED,   CHECK,    Retired
          RETIRED,   APPROVE,  WRONG_STAGE
          RETIRED,   PUBLISH,  Live
          RETIRED,   SCHEDULE, Scheduled
          RETIRED,   WITHDRAW, WRONG_STAGE
          """)
  void a_move_leads_on_or_is_refused(String given, String when, String then) {
    // Given
    var version = given(given);
    var before = office.versions().find(version);
    var liveBefore = office.live();

    // When
    var move = when(when, version);

    // Then
    switch (move) {
      case Move.Made(Version made) -> {
        assertThat(made.stage().getClass().getSimpleName()).isEqualTo(then);
        assertThat(office.stage(version)).isEqualTo(made.stage());
        assertThat(office.live()).isEqualTo(then.equals("Live") ? version : liveBefore);
      }
      case Move.Refused(Why why, String says, var _) -> {
        assertThat(why).hasToString(then);
        assertThat(says).endsWith(".");
        assertThat(office.versions().find(version)).isEqualTo(before);
        assertThat(office.live()).isEqualTo(liveBefore);
      }
    }
  }
}
