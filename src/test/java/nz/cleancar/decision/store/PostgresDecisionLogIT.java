package nz.cleancar.decision.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import nz.cleancar.database.TestDatabase;
import nz.cleancar.decision.DecisionLog;
import nz.cleancar.decision.DecisionLog.Appended.Kept;
import nz.cleancar.decision.DecisionLog.Appended.Repeated;
import nz.cleancar.decision.DecisionLog.Idempotency;
import nz.cleancar.decision.LoggedDecision;
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

  @Test
  void appends_that_come_together_share_transactions() throws SQLException {
    // When
    atOnce(2_000, i -> log.append(sample(), new Idempotency.None()).toCompletableFuture());

    // Then
    try (var connection = database.connect();
        var statement = connection.createStatement();
        var counts =
            statement.executeQuery(
                "select count(*), count(distinct xmin::text) from decision_log")) {
      counts.next();
      assertThat(counts.getLong(1)).isEqualTo(2_000);
      assertThat(counts.getLong(2)).isEqualTo(((JdbcDecisionLog) log).groups()).isLessThan(1_000);
    }
  }

  @Test
  void a_log_whose_connections_were_cut_goes_on() {
    // Given
    join(log.append(sample(), new Idempotency.None()).toCompletableFuture());

    // When
    database.cutConnections();

    // Then
    var decisions = Stream.generate(this::sample).limit(20).toList();
    var kept = decisions.stream().filter(this::isKept).toList();
    assertThat(kept).contains(decisions.getLast());
    assertThat(kept).allSatisfy(decision -> assertThat(log.find(decision.id())).contains(decision));
  }

  private boolean isKept(LoggedDecision decision) {
    return log.append(decision, new Idempotency.None())
        .handle((appended, failure) -> failure == null && appended.equals(new Kept(decision)))
        .toCompletableFuture()
        .join();
  }
}
