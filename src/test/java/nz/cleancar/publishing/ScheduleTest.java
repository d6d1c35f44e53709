package nz.cleancar.publishing;

import static nz.cleancar.publishing.PolicyOffice.ANA;
import static nz.cleancar.publishing.PolicyOffice.BEN;
import static nz.cleancar.publishing.PolicyOffice.MORNING;
import static nz.cleancar.publishing.PolicyOffice.WHY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import nz.cleancar.policy.PolicyVersion;
import nz.cleancar.publishing.Move.Why;
import org.junit.jupiter.api.Test;

class ScheduleTest {

  private static final Instant NOON = MORNING.plus(Duration.ofHours(3));
  private static final Duration FURTHEST = Duration.ofDays(731);

  private final PolicyOffice office = new PolicyOffice();
  private final PolicyVersion first = office.live();

  @Test
  void before_its_time_nothing_happens() {
    // Given
    var version = office.scheduled("rates", NOON);
    office.clock.moveTo(NOON.minusMillis(1));

    // When
    office.round();

    // Then
    assertThat(office.live()).isEqualTo(first);
    assertThat(office.stage(version)).isInstanceOf(Stage.Scheduled.class);
  }

  @Test
  void at_its_time_it_goes_live_from_that_time() {
    // Given
    var version = office.scheduled("rates", NOON);
    office.clock.moveTo(NOON);

    // When
    office.round();

    // Then
    assertThat(office.live()).isEqualTo(version);
    assertThat(office.versions().publications(1).getFirst())
        .satisfies(
            publication -> {
              assertThat(publication.liveFrom()).isEqualTo(NOON);
              assertThat(publication.by()).isEqualTo(ANA.name());
              assertThat(publication.reason()).isEqualTo(WHY);
            });
  }

  @Test
  void a_round_says_when_something_is_next() {
    // Given
    office.scheduled("rates", NOON);

    // When
    var farAhead = office.publishing().rounds().round();
    office.clock.moveTo(NOON.minus(Duration.ofMinutes(1)));
    var shortlyBefore = office.publishing().rounds().round();

    // Then
    assertThat(farAhead).contains(NOON.minus(Duration.ofMinutes(1)));
    assertThat(shortlyBefore).contains(NOON);
  }

  @Test
  void a_time_that_passed_while_the_service_was_down_is_made_up_for() {
    // Given
    var version = office.scheduled("rates", NOON);
    office.clock.moveTo(NOON.plus(Duration.ofDays(1)));
    office.restart();

    // When
    office.round();

    // Then
    assertThat(office.live()).isEqualTo(version);
    assertThat(office.versions().publications(1).getFirst().liveFrom()).isEqualTo(NOON);
  }

  @Test
  void of_two_services_one_takes_it_live_and_the_other_follows() {
    // Given
    var other = office.start();
    var version = office.scheduled("rates", NOON);
    office.clock.moveTo(NOON);

    // When
    var _ = other.rounds().round();
    office.round();

    // Then
    assertThat(office.live()).isEqualTo(version);
    assertThat(other.policies().live().policy().version()).isEqualTo(version);
    assertThat(office.versions().publications(10)).hasSize(2);
  }

  @Test
  void a_version_that_fails_the_gate_at_its_time_leaves_the_live_one_and_says_why() {
    // Given
    var version = office.scheduled("rates", NOON);
    office.stoppedAtTheGate.add(version);
    office.clock.moveTo(NOON);

    // When
    office.round();

    // Then
    assertThat(office.live()).isEqualTo(first);
    assertThat(office.stage(version)).isInstanceOf(Stage.Approved.class);
    assertThat(office.versions().events(version).getLast())
        .satisfies(
            event -> {
              assertThat(event.what()).isEqualTo(new PolicyEvent.What.Failed(NOON));
              assertThat(event.reason()).contains("suites: suite.xlsx");
            });
    assertThat(office.alarms).singleElement().asString().contains(version.name(), "suite.xlsx");
  }

  @Test
  void a_version_that_was_approved_against_another_fails_at_its_time() {
    // Given
    office.published("targets");
    var version = office.scheduled("rates", NOON);
    assertThat(office.versions().rollBack(ANA, WHY)).isInstanceOf(Move.Made.class);
    var live = office.live();
    office.clock.moveTo(NOON);

    // When
    office.round();

    // Then
    assertThat(office.live()).isEqualTo(live);
    assertThat(office.versions().events(version).getLast().reason())
        .contains("approved against", live.shortName());
  }

  @Test
  void what_was_withdrawn_does_not_go_live() {
    // Given
    var version = office.scheduled("rates", NOON);
    office.clock.moveTo(NOON.minusSeconds(1));
    office.round();
    var _ = office.versions().withdraw(BEN, version, WHY);
    office.clock.moveTo(NOON);

    // When
    office.round();

    // Then
    assertThat(office.live()).isEqualTo(first);
    assertThat(office.stage(version)).isInstanceOf(Stage.Approved.class);
  }

  @Test
  void one_version_at_a_time_has_a_time_set() {
    // Given
    office.scheduled("rates", NOON);
    var other = office.approved("targets");

    // When
    var move = office.versions().schedule(ANA, other, NOON.plusSeconds(1), WHY);

    // Then
    assertThat(((Move.Refused) move).why()).isEqualTo(Why.SCHEDULE_PENDING);
  }

  @Test
  void nothing_is_published_over_a_version_that_waits_for_its_time() {
    // Given
    office.scheduled("rates", NOON);
    var other = office.approved("targets");

    // When
    var move = office.versions().publish(ANA, other, WHY);

    // Then
    assertThat(((Move.Refused) move).why()).isEqualTo(Why.SCHEDULE_PENDING);
    assertThat(office.live()).isEqualTo(first);
  }

  @Test
  void a_retired_version_is_scheduled_without_approval_whatever_is_live_by_then() {
    // Given
    office.published("rates");
    office.published("targets");
    assertThat(office.versions().schedule(ANA, first, NOON, WHY)).isInstanceOf(Move.Made.class);
    assertThat(office.versions().rollBack(ANA, WHY)).isInstanceOf(Move.Made.class);
    office.clock.moveTo(NOON);

    // When
    office.round();

    // Then
    assertThat(office.live()).isEqualTo(first);
  }

  @Test
  void the_time_is_in_the_future_and_not_too_far_in_it() {
    // Given
    var version = office.approved("rates");

    // When
    var now = office.versions().schedule(ANA, version, MORNING, WHY);
    var tooFar =
        office.versions().schedule(ANA, version, MORNING.plus(FURTHEST).plusMillis(1), WHY);
    var furthest = office.versions().schedule(ANA, version, MORNING.plus(FURTHEST), WHY);

    // Then
    assertThat(((Move.Refused) now).why()).isEqualTo(Why.TIME);
    assertThat(((Move.Refused) tooFar).why()).isEqualTo(Why.TIME);
    assertThat(furthest).isInstanceOf(Move.Made.class);
  }
}
