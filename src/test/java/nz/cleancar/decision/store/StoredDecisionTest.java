package nz.cleancar.decision.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.stream.Stream;
import nz.cleancar.decision.CountingDecisionIds;
import nz.cleancar.decision.Decision;
import nz.cleancar.decision.LoggedDecision;
import nz.cleancar.decision.SampleDecisions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StoredDecisionTest {

  private static final ObjectMapper JSON = ObjectMapper.getDefault();

  @ParameterizedTest
  @MethodSource("decisions")
  void a_decision_comes_back_equal_from_its_text(Decision decision) throws IOException {
    // Given
    var logged =
        new LoggedDecision(
            CountingDecisionIds.id(1), Instant.parse("2026-03-01T21:15:30.120Z"), decision);
    var text = JSON.writeValueAsString(StoredDecision.from(logged));

    // When
    var back = JSON.readValue(text, StoredDecision.class);

    // Then
    assertThat(back).isNotNull().extracting(StoredDecision::toLoggedDecision).isEqualTo(logged);
  }

  static Stream<Decision> decisions() {
    return SampleDecisions.ofEachKind();
  }
}
