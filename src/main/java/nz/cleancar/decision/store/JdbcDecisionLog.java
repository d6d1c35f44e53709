package nz.cleancar.decision.store;

import io.micronaut.context.event.ShutdownEvent;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import nz.cleancar.decision.DecisionId;
import nz.cleancar.decision.DecisionLog;
import nz.cleancar.decision.DecisionLog.Appended.Kept;
import nz.cleancar.decision.DecisionLog.Appended.KeyReused;
import nz.cleancar.decision.DecisionLog.Appended.Repeated;
import nz.cleancar.decision.LoggedDecision;

/** The decision log in a database; concurrent appends share a commit. */
@Singleton
final class JdbcDecisionLog implements DecisionLog {

  private final GroupCommit<DecisionRow, DecisionRow> commits;
  private final DecisionRows rows;
  private final ObjectMapper json;

  JdbcDecisionLog(
      DecisionGroups groups, DecisionRows rows, ObjectMapper json, DecisionLogLimits limits) {
    this.rows = rows;
    this.json = json;
    this.commits = new GroupCommit<>("decision-log", limits.toLimits(), groups::write);
  }

  @Override
  public CompletionStage<Appended> append(LoggedDecision decision, Idempotency idempotency) {
    var stored = StoredDecision.from(decision);
    var row = DecisionRow.from(decision, stored, write(stored), idempotency);
    return commits.submit(row).thenApply(inPlace -> appended(decision, row, inPlace));
  }

  private Appended appended(LoggedDecision decision, DecisionRow row, DecisionRow inPlace) {
    if (inPlace.id().equals(row.id())) {
      return new Kept(decision);
    }
    if (Objects.equals(inPlace.requestDigest(), row.requestDigest())) {
      return new Repeated(read(inPlace));
    }
    return new KeyReused(row.key().orElseThrow());
  }

  @Override
  public Optional<LoggedDecision> find(DecisionId id) {
    return rows.findById(id.value()).map(this::read);
  }

  @Override
  public List<LoggedDecision> recent(int most) {
    return rows.recent(most).stream().map(this::read).toList();
  }

  /** Keeps what is waiting, then takes no more; before the connections are closed. */
  @EventListener
  void stop(ShutdownEvent stopping) {
    commits.close();
  }

  /** How many groups were written since the start. */
  long groups() {
    return commits.groups();
  }

  private String write(StoredDecision stored) {
    try {
      return json.writeValueAsString(stored);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private LoggedDecision read(DecisionRow row) {
    try {
      return Objects.requireNonNull(json.readValue(row.entry(), StoredDecision.class))
          .toLoggedDecision();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
