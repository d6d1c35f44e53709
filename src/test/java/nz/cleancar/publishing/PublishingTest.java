package nz.cleancar.publishing;

import static nz.cleancar.publishing.PolicyOffice.ANA;
import static nz.cleancar.publishing.PolicyOffice.BEN;
import static nz.cleancar.publishing.PolicyOffice.EVA;
import static nz.cleancar.publishing.PolicyOffice.MORNING;
import static nz.cleancar.publishing.PolicyOffice.WHY;
import static nz.cleancar.publishing.PolicyOffice.sources;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import nz.cleancar.policy.PolicyVersion;
import nz.cleancar.publishing.Move.Why;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublishingTest {

  private final PolicyOffice office = new PolicyOffice();
  private final Versions versions = office.versions();
  private final PolicyVersion first = office.live();

  @Test
  void the_folder_is_the_first_version_and_live_at_once() {
    // When
    var version = versions.find(first).orElseThrow();

    // Then
    assertThat(version.author()).hasToString("folder");
    assertThat(version.stage())
        .isInstanceOfSatisfying(
            Stage.Live.class, live -> assertThat(live.publication().replaces()).isZero());
    assertThat(office.publishing().says()).isEmpty();
  }

  @Test
  void a_publication_names_the_one_that_it_replaces() {
    // When
    var version = office.published("rates");

    // Then
    var publications = versions.publications(10);
    assertThat(publications).extracting(Publication::version).containsExactly(version, first);
    assertThat(publications.getFirst().replaces()).isEqualTo(publications.getLast().number());
    assertThat(office.stage(first))
        .isEqualTo(new Stage.Retired(publications.getLast(), publications.getFirst().liveFrom()));
  }

  @Test
  void rolling_back_publishes_the_version_before_without_approval() {
    // Given
    office.published("rates");

    // When
    var move = versions.rollBack(BEN, WHY);

    // Then
    assertThat(move).isInstanceOf(Move.Made.class);
    assertThat(office.live()).isEqualTo(first);
  }

  @Test
  void rolling_back_twice_ends_where_it_began() {
    // Given
    var version = office.published("rates");
    var _ = versions.rollBack(BEN, WHY);

    // When
    var _ = versions.rollBack(BEN, WHY);

    // Then
    assertThat(office.live()).isEqualTo(version);
  }

  @Test
  void there_is_nothing_to_roll_back_to_from_the_first() {
    // When
    var move = versions.rollBack(ANA, WHY);

    // Then
    assertThat(((Move.Refused) move).why()).isEqualTo(Why.NOTHING_BEFORE);
  }

  @Test
  void a_version_that_the_gate_stops_leaves_the_live_one_and_says_why() {
    // Given
    var version = office.approved("rates");
    office.stoppedAtTheGate.add(version);

    // When
    var move = versions.publish(ANA, version, WHY);

    // Then
    assertThat(move)
        .isInstanceOfSatisfying(
            Move.Refused.class,
            refused -> {
              assertThat(refused.why()).isEqualTo(Why.GATE);
              assertThat(refused.says()).contains("suites: suite.xlsx");
              assertThat(refused.findings()).extracting("code").containsExactly("suite");
            });
    assertThat(office.live()).isEqualTo(first);
  }

  @Test
  void a_retired_version_passes_the_gate_again() {
    // Given
    office.published("rates");
    office.stoppedAtTheGate.add(first);

    // When
    var move = versions.rollBack(ANA, WHY);

    // Then
    assertThat(((Move.Refused) move).why()).isEqualTo(Why.GATE);
  }

  @Test
  void of_many_who_publish_at_once_one_wins_each_time() throws Exception {
    // Given
    var versionsToPublish = IntStream.range(0, 8).mapToObj(i -> office.approved("r" + i)).toList();

    // When
    List<Move> moves;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      moves =
          threads
              .invokeAll(
                  versionsToPublish.stream()
                      .map(version -> (Callable<Move>) () -> versions.publish(ANA, version, WHY))
                      .toList())
              .stream()
              .map(Future::resultNow)
              .toList();
    }

    // Then
    assertThat(moves).filteredOn(Move.Made.class::isInstance).hasSize(1);
    assertThat(moves)
        .filteredOn(Move.Refused.class::isInstance)
        .extracting(move -> ((Move.Refused) move).why())
        .containsOnly(Why.LIVE_CHANGED);
    assertThat(versions.publications(10)).hasSize(2);
    assertThat(versions.publications(1).getFirst().version()).isEqualTo(office.live());
  }

  @Test
  void as_known_at_answers_with_what_was_live_then() {
    // Given
    office.clock.moveBy(Duration.ofHours(1));
    var version = office.published("rates");
    var policies = office.publishing().policies();

    // When
    var before = policies.asKnownAt(MORNING.minusMillis(1));
    var from = policies.asKnownAt(MORNING);
    var justBefore = policies.asKnownAt(MORNING.plus(Duration.ofHours(1)).minusMillis(1));
    var then = policies.asKnownAt(MORNING.plus(Duration.ofHours(1)));

    // Then
    assertThat(before).isEmpty();
    assertThat(from.orElseThrow().policy().version()).isEqualTo(first);
    assertThat(justBefore.orElseThrow().policy().version()).isEqualTo(first);
    assertThat(then.orElseThrow().policy().version()).isEqualTo(version);
  }

  @Test
  void times_of_publications_never_run_backwards() {
    // Given
    office.clock.moveBy(Duration.ofHours(1));
    office.published("rates");
    office.clock.moveBy(Duration.ofMinutes(-30));

    // When
    var _ = versions.rollBack(ANA, WHY);

    // Then
    assertThat(versions.publications(2))
        .extracting(Publication::liveFrom)
        .containsOnly(MORNING.plus(Duration.ofHours(1)));
    assertThat(
            office
                .publishing()
                .policies()
                .asKnownAt(MORNING.plus(Duration.ofHours(2)))
                .orElseThrow()
                .policy()
                .version())
        .isEqualTo(first);
  }

  @Test
  void a_draft_can_be_asked() {
    // Given
    var version = office.draft("rates");

    // When
    var draft = office.publishing().policies().version(version);

    // Then
    assertThat(draft.orElseThrow().policy().version()).isEqualTo(version);
  }

  @ParameterizedTest
  @ValueSource(strings = {"unreadable", "syntax"})
  void a_draft_that_cannot_be_asked_says_why(String name) {
    // Given
    var version = office.draft(name);
    var policies = office.publishing().policies();

    // When
    assertThatThrownBy(() -> policies.version(version))

        // Then
        .isInstanceOf(PolicyRefused.class)
        .hasMessageContainingAll(version.name(), name + ".xlsx");
  }

  @Test
  void another_service_follows_what_was_published() {
    // Given
    var other = office.start();
    var version = office.published("rates");

    // When
    var _ = other.rounds().round();

    // Then
    assertThat(other.policies().live().policy().version()).isEqualTo(version);
  }

  @Test
  void a_service_that_cannot_compile_what_was_published_keeps_the_last_good_one_and_says_so_once() {
    // Given
    var other = office.start();
    var version = office.published("rates");
    office.broken.add(version);

    // When
    var _ = other.rounds().round();
    var _ = other.rounds().round();

    // Then
    assertThat(other.policies().live().policy().version()).isEqualTo(first);
    assertThat(office.alarms).singleElement().asString().contains(version.name(), "syntax.xlsx");
  }

  @Test
  void after_a_restart_the_live_version_decides() {
    // Given
    var version = office.published("rates");

    // When
    office.restart();

    // Then
    assertThat(office.live()).isEqualTo(version);
    assertThat(office.publishing().says()).isEmpty();
  }

  @Test
  void a_live_version_that_no_longer_compiles_keeps_the_service_from_starting() {
    // Given
    office.broken.add(office.published("rates"));

    // When
    assertThatThrownBy(office::restart)

        // Then
        .isInstanceOf(PolicyRefused.class)
        .hasMessageContaining("syntax.xlsx");
  }

  @Test
  void a_folder_that_changed_is_a_draft_after_a_restart() {
    // Given
    office.folder = sources(Map.of("rules/vocabulary.yml", "other terms"));

    // When
    office.restart();

    // Then
    assertThat(office.live()).isEqualTo(first);
    assertThat(office.stage(office.folder.version())).isEqualTo(new Stage.Draft(null));
    assertThat(office.publishing().says())
        .hasValueSatisfying(says -> assertThat(says).contains(office.folder.version().name()));
  }

  @Test
  void the_draft_of_the_folder_takes_the_way_of_every_other() {
    // Given
    office.folder = sources(Map.of("rules/vocabulary.yml", "other terms"));
    office.restart();
    var draft = office.folder.version();
    var _ = office.versions().check(draft);
    var _ = office.versions().approve(EVA, draft, office.reports(draft), WHY);

    // When
    var move = office.versions().publish(EVA, draft, WHY);

    // Then
    assertThat(move).isInstanceOf(Move.Made.class);
    assertThat(office.live()).isEqualTo(draft);
  }
}
