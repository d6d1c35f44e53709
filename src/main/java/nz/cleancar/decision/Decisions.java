package nz.cleancar.decision;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import nz.cleancar.decision.DecisionLog.Appended;
import nz.cleancar.decision.DecisionLog.Idempotency;
import nz.cleancar.policy.CompiledPolicy;
import nz.cleancar.policy.Policies;
import nz.cleancar.standard.NewZealand;
import nz.cleancar.standard.Question;

/** All decisions: makes new ones with the live policy and keeps them, and makes old ones again. */
@Singleton
public final class Decisions {

  private final Policies policies;
  private final DecisionMaker maker;
  private final DecisionIds ids;
  private final DecisionLog log;
  private final NewZealand newZealand;

  public Decisions(
      Policies policies,
      DecisionMaker maker,
      DecisionIds ids,
      DecisionLog log,
      NewZealand newZealand) {
    this.policies = policies;
    this.maker = maker;
    this.ids = ids;
    this.log = log;
    this.newZealand = newZealand;
  }

  /** The live policy's decision with its id and time. It is not in the log before it is kept. */
  public LoggedDecision decide(Question question) {
    Decision decision = maker.decide(policies.live(), question);
    Instant decidedAt = newZealand.now();
    return new LoggedDecision(ids.next(decidedAt), decidedAt, decision);
  }

  /** Keeps the decision in the log, as {@link DecisionLog#append} does. */
  public CompletionStage<Appended> keep(LoggedDecision decision, Idempotency idempotency) {
    return log.append(decision, idempotency);
  }

  /** What the policy would decide. Nothing is kept. */
  public Decision whatIf(CompiledPolicy policy, Question question) {
    return maker.decide(policy, question);
  }

  /** The decision with this id, if there is one. */
  public Optional<LoggedDecision> find(DecisionId id) {
    return log.find(id);
  }
}
