package nz.cleancar.decision.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nz.cleancar.database.TestDatabase;
import nz.cleancar.decision.DecisionLog;
import nz.cleancar.decision.DecisionLog.Appended.Repeated;
import org.junit.jupiter.api.Test;

class PostgresDecisionLogIT extends DecisionLogContract {

  private final TestDatabase database = TestDatabase.postgresql();

  @Override
  TestDatabase database() {
    return database;
  }

  @Test
  void of_two_services_that_use_the_same_keys_at_once_one_keeps_each() {
    // Given
    try (var otherService = database.service()) {
      var logs = List.of(log, otherService.getBean(DecisionLog.class));

      // When
      var appended =
          atOnce(
              1_000,
              i ->
                  logs.get(i % 2)
                      .append(sample(), key("key-" + i / 4 % 50, "d1"))
                      .toCompletableFuture());

      // Then
      assertThat(kept(appended)).hasSize(50);
      assertThat(appended).filteredOn(Repeated.class::isInstance).hasSize(950);
    }
  }
}
