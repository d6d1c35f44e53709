package nz.cleancar.publishing;

import static nz.cleancar.publishing.PolicyOffice.ANA;
import static nz.cleancar.publishing.PolicyOffice.BEN;
import static nz.cleancar.publishing.PolicyOffice.EVA;
import static nz.cleancar.publishing.PolicyOffice.GUEST;
import static nz.cleancar.publishing.PolicyOffice.MORNING;
import static nz.cleancar.publishing.PolicyOffice.WHY;
import static nz.cleancar.publishing.PolicyOffice.submission;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import nz.cleancar.policy.PolicyVersion;
import nz.cleancar.publishing.Move.Why;
import org.junit.jupiter.api.Test;

/** No change goes live that only one person has seen, or that nobody has seen as it is. */
class FourEyesTest {

  private final PolicyOffice office = new PolicyOffice();
  private final Versions versions = office.versions();

  @Test
  void the_author_does_not_approve() {
    // Given
    var version = office.draft("rates");

    // When
    var move = versions.approve(ANA, version, office.reports(version), WHY);

    // Then
    assertThat(why(move)).isEqualTo(Why.OWN_WORK);
    assertThat(office.stage(version)).isInstanceOf(Stage.Checked.class);
  }

  @Test
  void whoever_handed_the_same_in_does_not_approve() {
    // Given
    var version = office.draft("rates");
    var _ = versions.handIn(BEN, submission("decision-tables/rates.xlsx"));

    // When
    var move = versions.approve(BEN, version, office.reports(version), WHY);

    // Then
    assertThat(why(move)).isEqualTo(Why.OWN_WORK);
  }

  @Test
  void whoever_made_the_draft_that_it_was_made_from_does_not_approve() {
    // Given
    var base = office.draft(BEN, "rates");
    var version =
        ((HandingIn.Drafted) versions.handIn(ANA, base, submission("decision-tables/b.xlsx")))
            .version()
            .id();

    // When
    var byBen = versions.approve(BEN, version, office.reports(version), WHY);
    var byEva = versions.approve(EVA, version, office.reports(version), WHY);

    // Then
    assertThat(why(byBen)).isEqualTo(Why.OWN_WORK);
    assertThat(byEva).isInstanceOf(Move.Made.class);
  }

  @Test
  void whoever_made_what_is_live_approves_what_is_made_from_it() {
    // Given
    var version = office.published("rates");
    assertThat(office.live()).isEqualTo(version);
    var next = office.draft(BEN, "targets");

    // When
    var move = versions.approve(ANA, next, office.reports(next), WHY);

    // Then
    assertThat(move).isInstanceOf(Move.Made.class);
  }

  @Test
  void author_and_approver_may_publish() {
    // Given
    var first = office.approved("rates");

    // When
    var byAuthor = versions.publish(ANA, first, WHY);
    var second = office.approved("targets");
    var byApprover = versions.publish(BEN, second, WHY);

    // Then
    assertThat(List.of(byAuthor, byApprover)).allMatch(Move.Made.class::isInstance);
  }

  @Test
  void a_guest_moves_nothing() {
    // Given
    var version = office.approved("rates");

    // When
    var moves =
        List.of(
            versions.approve(GUEST, version, office.reports(version), WHY),
            versions.publish(GUEST, version, WHY),
            versions.schedule(GUEST, version, MORNING.plus(Duration.ofDays(1)), WHY),
            versions.withdraw(GUEST, version, WHY),
            versions.rollBack(GUEST, WHY));

    // Then
    assertThat(moves).extracting(FourEyesTest::why).containsOnly(Why.NOT_ALLOWED);
  }

  @Test
  void an_approval_is_of_the_latest_reports() {
    // Given
    var version = office.draft("rates");
    var read = office.reports(version);
    office.impact = "ten dollars more";
    var _ = versions.check(version);

    // When
    var move = versions.approve(BEN, version, read, WHY);

    // Then
    assertThat(why(move)).isEqualTo(Why.OTHER_REPORTS);
  }

  @Test
  void an_approval_ends_when_a_check_says_something_else() {
    // Given
    var version = office.approved("rates");
    office.impact = "ten dollars more";

    // When
    var _ = versions.check(version);

    // Then
    assertThat(office.stage(version)).isInstanceOf(Stage.Checked.class);
    assertThat(why(versions.publish(ANA, version, WHY))).isEqualTo(Why.WRONG_STAGE);
  }

  @Test
  void an_approval_ends_when_a_check_is_not_passed() {
    // Given
    var version = office.approved("rates");
    office.stoppedAtTheGate.add(version);

    // When
    var _ = versions.check(version);

    // Then
    assertThat(office.stage(version)).isInstanceOf(Stage.Draft.class);
  }

  @Test
  void an_approval_holds_against_the_version_that_was_live() {
    // Given
    var version = office.approved("rates");
    office.published("targets");

    // When
    var move = versions.publish(ANA, version, WHY);

    // Then
    assertThat(move)
        .isInstanceOfSatisfying(
            Move.Refused.class,
            refused -> {
              assertThat(refused.why()).isEqualTo(Why.LIVE_CHANGED);
              assertThat(refused.says())
                  .contains("approved against", office.live().shortName(), "check it");
            });
  }

  @Test
  void reports_against_a_version_that_is_no_longer_live_are_not_approved() {
    // Given
    var version = office.draft("rates");
    office.published("targets");

    // When
    var move = versions.approve(BEN, version, office.reports(version), WHY);

    // Then
    assertThat(why(move)).isEqualTo(Why.LIVE_CHANGED);
  }

  @Test
  void checked_and_approved_again_it_goes_live() {
    // Given
    var version = office.approved("rates");
    office.published("targets");
    var _ = versions.check(version);
    var _ = versions.approve(BEN, version, office.reports(version), WHY);

    // When
    var move = versions.publish(ANA, version, WHY);

    // Then
    assertThat(move).isInstanceOf(Move.Made.class);
    assertThat(office.live()).isEqualTo(version);
  }

  @Test
  void an_edited_draft_is_another_version_that_nobody_approved() {
    // Given
    var version = office.approved("rates");

    // When
    PolicyVersion edited =
        ((HandingIn.Drafted) versions.handIn(ANA, version, submission("decision-tables/b.xlsx")))
            .version()
            .id();

    // Then
    assertThat(office.stage(edited)).isInstanceOf(Stage.Checked.class);
    assertThat(why(versions.publish(ANA, edited, WHY))).isEqualTo(Why.WRONG_STAGE);
  }

  private static Why why(Move move) {
    return ((Move.Refused) move).why();
  }
}
