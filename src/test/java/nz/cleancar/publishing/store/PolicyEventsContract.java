package nz.cleancar.publishing.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import nz.cleancar.database.TestDatabase;
import nz.cleancar.policy.PolicySources;
import nz.cleancar.policy.PolicyVersion;
import nz.cleancar.publishing.PolicyArchive;
import nz.cleancar.publishing.PolicyEvent;
import nz.cleancar.publishing.PolicyEvent.What;
import nz.cleancar.publishing.PolicyEvents;
import nz.cleancar.publishing.ReportArchive;
import nz.cleancar.publishing.ReportsDigest;
import nz.cleancar.security.PersonName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What events and reports do, whichever database they are in. */
abstract class PolicyEventsContract {

  private static final Instant AT = Instant.parse("2026-03-01T20:00:00.123Z");
  private static final Instant LATER = Instant.parse("2026-07-01T12:00:00.001Z");

  private ApplicationContext service;
  private PolicyEvents events;
  private ReportArchive reports;
  private PolicyVersion version;
  private PolicyVersion other;

  abstract TestDatabase database();

  @BeforeEach
  void start() {
    service = database().service();
    events = service.getBean(PolicyEvents.class);
    reports = service.getBean(ReportArchive.class);
    version = kept("one");
    other = kept("two");
  }

  private PolicyVersion kept(String text) {
    var sources =
        new PolicySources(
            new TreeMap<>(
                Map.of("rules/a.drl", text.getBytes(java.nio.charset.StandardCharsets.UTF_8))));
    service.getBean(PolicyArchive.class).keep(sources);
    return sources.version();
  }

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void every_kind_of_event_comes_back_as_it_was() {
    // Given
    var digest = ReportsDigest.of("reports");
    var all =
        List.of(
            event(1, new What.HandedIn(null)),
            event(2, new What.HandedIn(other)),
            event(3, new What.Checked(true, digest, other, List.of())),
            event(4, new What.Checked(false, digest, other, List.of("one: a", "two: b ünï"))),
            event(5, new What.Approved(digest)),
            event(6, new What.Scheduled(LATER)),
            event(7, new What.Withdrawn()),
            event(8, new What.Failed(LATER)),
            event(9, new What.Live(LATER, 0)),
            event(10, new What.Live(LATER, 9)));

    // When
    assertThat(all).allMatch(events::append);

    // Then
    assertThat(events.after(0)).isEqualTo(all);
    assertThat(events.after(8)).isEqualTo(all.subList(8, 10));
    assertThat(events.after(10)).isEmpty();
  }

  @Test
  void as_much_as_an_event_may_hold_comes_back_as_it_was() {
    // Given
    var objections = IntStream.range(0, 50).mapToObj(i -> i + "x".repeat(998)).toList();
    var event =
        new PolicyEvent(
            1,
            version,
            AT,
            new PersonName("a".repeat(60)),
            "r".repeat(2_000),
            new What.Checked(false, ReportsDigest.of(""), other, objections));

    // When
    var kept = events.append(event);

    // Then
    assertThat(kept).isTrue();
    assertThat(events.after(0)).containsExactly(event);
  }

  @Test
  void a_number_that_is_taken_keeps_nothing() {
    // Given
    var first = event(1, new What.HandedIn(null));
    assertThat(events.append(first)).isTrue();

    // When
    boolean kept = events.append(event(1, new What.Withdrawn()));

    // Then
    assertThat(kept).isFalse();
    assertThat(events.after(0)).containsExactly(first);
  }

  @Test
  void what_was_replaced_is_not_replaced_again() {
    // Given
    assertThat(events.append(event(1, new What.Live(AT, 0)))).isTrue();

    // When
    boolean kept = events.append(event(2, new What.Live(AT, 0)));

    // Then
    assertThat(kept).isFalse();
    assertThat(events.after(0)).hasSize(1);
  }

  @Test
  void of_many_who_append_at_once_one_gets_each_number() throws Exception {
    // When
    List<Boolean> kept;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      kept =
          threads
              .invokeAll(
                  IntStream.range(0, 40)
                      .mapToObj(
                          i ->
                              (Callable<Boolean>)
                                  () -> events.append(event(i % 4 + 1, new What.Withdrawn())))
                      .toList())
              .stream()
              .map(Future::resultNow)
              .toList();
    }

    // Then
    assertThat(kept).filteredOn(Boolean::booleanValue).hasSize(4);
    assertThat(events.after(0)).extracting(PolicyEvent::number).containsExactly(1L, 2L, 3L, 4L);
  }

  @Test
  void reports_come_back_by_their_digest() {
    // Given
    String text = "x".repeat(999_999) + "😀" + "ünï".repeat(500_000);

    // When
    reports.keep(version, other, text);
    reports.keep(version, other, text);
    reports.keep(version, other, "");

    // Then
    assertThat(reports.find(version, ReportsDigest.of(text))).contains(text);
    assertThat(reports.find(version, ReportsDigest.of(""))).contains("");
    assertThat(reports.find(other, ReportsDigest.of(text))).isEmpty();
    assertThat(reports.find(version, ReportsDigest.of("others"))).isEmpty();
  }

  private PolicyEvent event(long number, What what) {
    return new PolicyEvent(number, version, AT, new PersonName("ana"), "because ünï\nso", what);
  }
}
