package nz.cleancar.decision.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Comparator;
import java.util.stream.IntStream;
import nz.cleancar.decision.DecisionId;
import org.junit.jupiter.api.Test;

class UlidDecisionIdsTest {

  private static final Instant MOMENT = Instant.parse("2026-03-01T21:15:30.123Z");

  private final UlidDecisionIds ids = new UlidDecisionIds();

  @Test
  void ids_rise_within_a_millisecond_and_with_time() {
    // When
    var made =
        IntStream.range(0, 10_000).mapToObj(i -> ids.next(MOMENT.plusMillis(i / 1_000))).toList();

    // Then
    assertThat(made)
        .doesNotHaveDuplicates()
        .isSortedAccordingTo(Comparator.comparing(DecisionId::value));
  }

  @Test
  void ids_are_unlike_when_many_threads_ask() {
    // When
    var made = IntStream.range(0, 50_000).parallel().mapToObj(_ -> ids.next(MOMENT)).toList();

    // Then
    assertThat(made).doesNotHaveDuplicates();
  }
}
