package nz.cleancar.decision.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import nz.cleancar.decision.Decision;
import nz.cleancar.decision.DecisionId;
import nz.cleancar.decision.Explanation;
import nz.cleancar.decision.Explanation.RowUsed;
import nz.cleancar.decision.LoggedDecision;
import nz.cleancar.policy.PolicyVersion;
import org.jspecify.annotations.Nullable;

/**
 * A logged decision as the database keeps it. Rows are kept for ever, so a component may be added
 * here, as one that may be absent, and none may go.
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record StoredDecision(
    String id,
    String decidedAt,
    String policyVersion,
    StoredQuestion question,
    StoredOutcome outcome,
    List<Step> explanation) {

  static StoredDecision from(LoggedDecision logged) {
    var decision = logged.decision();
    return new StoredDecision(
        logged.id().value(),
        logged.decidedAt().toString(),
        decision.policyVersion().name(),
        StoredQuestion.from(decision.question()),
        StoredOutcome.from(decision.outcome()),
        decision.explanation().steps().stream().map(Step::from).toList());
  }

  LoggedDecision toLoggedDecision() {
    return new LoggedDecision(
        new DecisionId(id),
        Instant.parse(decidedAt),
        new Decision(
            new PolicyVersion(policyVersion),
            question.toQuestion(),
            outcome.toOutcome(),
            new Explanation(explanation.stream().map(Step::toStep).toList())));
  }

  /** The text that gives the equal number back, its scale included. */
  static String exactly(BigDecimal number) {
    return number.toString();
  }

  /** A step of the reasoning. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Step(String says, String rule, @Nullable Row row) {

    static Step from(Explanation.Step step) {
      return new Step(step.says(), step.rule(), step.row().map(Row::from).orElse(null));
    }

    Explanation.Step toStep() {
      return new Explanation.Step(says, rule, row == null ? null : row.toRowUsed());
    }
  }

  /** A row of a decision table that a step rests on. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Row(
      String workbook, String sheet, String cells, String source, String standing, String note) {

    static Row from(RowUsed row) {
      return new Row(
          row.workbook(), row.sheet(), row.cells(), row.source(), row.standing(), row.note());
    }

    RowUsed toRowUsed() {
      return new RowUsed(workbook, sheet, cells, source, standing, note);
    }
  }
}
