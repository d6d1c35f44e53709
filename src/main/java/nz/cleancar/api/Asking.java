package nz.cleancar.api;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import nz.cleancar.api.DecisionMetrics.Purpose;
import nz.cleancar.decision.Accounts;
import nz.cleancar.decision.DecisionLog.Appended;
import nz.cleancar.decision.DecisionLog.Idempotency;
import nz.cleancar.decision.Decisions;
import nz.cleancar.decision.LogIsFull;
import nz.cleancar.decision.LoggedDecision;
import nz.cleancar.message.DecisionJson;
import nz.cleancar.message.DecisionRequest;
import nz.cleancar.message.DecisionResponse;
import nz.cleancar.message.InputFault;
import nz.cleancar.message.Read;
import nz.cleancar.message.RequestReader;
import nz.cleancar.standard.AccountFacts;
import nz.cleancar.standard.AccountNumber;

/** The way from the bytes of a request to a decision that is in the log. */
@Singleton
final class Asking {

  private final RequestReader reader;
  private final Decisions decisions;
  private final DecisionMetrics metrics;
  private final DecisionJson json;

  Asking(RequestReader reader, Decisions decisions, DecisionMetrics metrics, DecisionJson json) {
    this.reader = reader;
    this.decisions = decisions;
    this.metrics = metrics;
    this.json = json;
  }

  /** What asking gives. */
  sealed interface Answer {

    /** A decision that is in the log, and its JSON. */
    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    record Kept(LoggedDecision decision, byte[] written) implements Answer {}

    /** The decision that the same request got before. */
    record Repeated(LoggedDecision first) implements Answer {}

    /** No decision. */
    record Refused(Problem problem) implements Answer {}
  }

  /**
   * Reads the request, looks its account up, decides and keeps the decision. Waits for the
   * accounts, never for the log; the stage fails only where the fault is ours.
   */
  CompletionStage<Answer> decide(
      byte[] body, Idempotency idempotency, Accounts accounts, Purpose purpose, String instance) {
    return switch (reader.decision(body)) {
      case Read.Broken<DecisionRequest>(String detail) ->
          refused(Problem.of(ProblemType.MALFORMED_JSON, detail, instance));
      case Read.Faulty<DecisionRequest>(List<InputFault> faults) ->
          refused(Problem.of(ProblemType.INVALID_REQUEST, faults, instance));
      case Read.Good<DecisionRequest>(DecisionRequest request) -> {
        AccountNumber number = request.account().accountNumber();
        yield accounts
            .facts(number)
            .map(facts -> keep(decided(request, facts, purpose), idempotency, instance))
            .orElseGet(() -> refused(unknownAccount(number, instance)));
      }
    };
  }

  /** The problem that no account that is open to whoever asks has the number. */
  static Problem unknownAccount(AccountNumber number, String instance) {
    var fault = new InputFault("/account/number", "is not the number of a known account");
    return Problem.of(ProblemType.UNKNOWN_ACCOUNT, List.of(fault), instance)
        .saying("There is no account " + number + " that is open to whoever asks.");
  }

  private LoggedDecision decided(DecisionRequest request, AccountFacts facts, Purpose purpose) {
    long start = System.nanoTime();
    LoggedDecision decision = decisions.decide(request.question(facts));
    metrics.decided(purpose, decision.decision(), System.nanoTime() - start);
    metrics.live(decision.decision().policyVersion());
    return decision;
  }

  private CompletionStage<Answer> keep(
      LoggedDecision decision, Idempotency idempotency, String instance) {
    // Written before it is kept: what was acknowledged to the log can then always be answered.
    byte[] written = json.of(DecisionResponse.from(decision));
    return decisions
        .keep(decision, idempotency)
        .thenApply(appended -> answer(appended, written, instance))
        .exceptionallyCompose(failure -> failed(failure, instance));
  }

  private static Answer answer(Appended appended, byte[] written, String instance) {
    return switch (appended) {
      case Appended.Kept(LoggedDecision kept) -> new Answer.Kept(kept, written);
      case Appended.Repeated(LoggedDecision first) -> new Answer.Repeated(first);
      case Appended.KeyReused(String _) ->
          new Answer.Refused(
              Problem.of(
                  ProblemType.IDEMPOTENCY_KEY_REUSED,
                  "This key came before with another body; nothing was decided.",
                  instance));
    };
  }

  private static CompletionStage<Answer> failed(Throwable failure, String instance) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    if (cause instanceof LogIsFull) {
      return refused(Problem.of(ProblemType.LOG_FULL, ProblemType.LOG_FULL.meaning(), instance));
    }
    return CompletableFuture.failedStage(failure);
  }

  private static CompletionStage<Answer> refused(Problem problem) {
    return CompletableFuture.completedStage(new Answer.Refused(problem));
  }
}
