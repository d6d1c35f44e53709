package nz.cleancar.decision.store;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import nz.cleancar.decision.DecisionLog.Idempotency;
import nz.cleancar.decision.LoggedDecision;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table {@code decision_log}.
 *
 * @param outcome which of the outcomes it is, as {@link StoredOutcome.Kind} names it
 * @param entry the whole decision as JSON; the other columns repeat what is searched for
 */
@MappedEntity("decision_log")
record DecisionRow(
    @Id String id,
    Instant decidedAt,
    LocalDate legalDate,
    String policyVersion,
    String accountNumber,
    String vin,
    String outcome,
    String entry,
    @Nullable String idempotencyKey,
    @Nullable String requestDigest) {

  /** The row of a decision whose JSON is at hand. */
  static DecisionRow from(
      LoggedDecision logged, StoredDecision stored, String entry, Idempotency idempotency) {
    var question = logged.decision().question();
    var key =
        switch (idempotency) {
          case Idempotency.None _ -> null;
          case Idempotency.Key given -> given;
        };
    return new DecisionRow(
        stored.id(),
        logged.decidedAt(),
        question.legalDate().day(),
        stored.policyVersion(),
        question.account().number().value(),
        question.vehicle().vin().value(),
        stored.outcome().kind().name(),
        entry,
        key == null ? null : key.key(),
        key == null ? null : key.requestDigest());
  }

  /** The idempotency key, where the asker gave one. */
  Optional<String> key() {
    return Optional.ofNullable(idempotencyKey);
  }
}
